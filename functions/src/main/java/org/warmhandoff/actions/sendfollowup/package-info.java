/** What comes back at its time, or late, through the queue: sent, if it is still wanted. */
package org.warmhandoff.actions.sendfollowup;
