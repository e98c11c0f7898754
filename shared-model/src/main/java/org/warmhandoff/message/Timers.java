package org.warmhandoff.message;

import java.time.Instant;

/**
 * Brings messages back at their time. A convenience: whatever a timer loses the sweep finds, because the table says when each message is
 * due.
 */
public interface Timers {

    /** Brings the message back then. Asked twice for the same it is one timer. */
    void at(MessageKey message, Instant time);
}
