/** The people who are helped, as their own organization knows them. Nothing of this package leaves that organization out of network. */
package org.warmhandoff.client;
