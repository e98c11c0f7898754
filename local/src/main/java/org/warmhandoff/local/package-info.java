/** The whole system in one process. */
package org.warmhandoff.local;
