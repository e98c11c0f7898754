/** When a follow-up is asked: a week and more later, at the client's own time of day. */
package org.warmhandoff.followup;
