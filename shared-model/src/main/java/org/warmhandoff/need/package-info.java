/** What people need: the fifteen categories that clients and listings share. */
package org.warmhandoff.need;
