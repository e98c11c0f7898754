/** The one place that sends: claim, send once, record. Seen by its two senders alone, the stream's and the queue's. */
package org.warmhandoff.actions.deliver;
