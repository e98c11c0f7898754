/** The developer's desk: what programs and people use to watch the local system, and to move its time. */
package org.warmhandoff.local.desk;
