/** The small network that the local system begins with, written through the API as an administrator would write it. */
package org.warmhandoff.local.seed;
