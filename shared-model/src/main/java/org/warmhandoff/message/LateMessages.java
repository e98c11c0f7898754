package org.warmhandoff.message;

import java.time.Duration;
import java.util.List;

/** The queue of the one sender: messages that somebody should look at. Looking once more never harms. */
public interface LateMessages {

    /** How long a queue can hold a message back. */
    Duration LONGEST_DELAY = Duration.ofMinutes(15);

    /** Puts a message there, to be seen after a while of at most {@link #LONGEST_DELAY}. */
    void put(MessageKey message, Duration delay);

    /** Puts several there, to be seen at once. */
    void putAll(List<MessageKey> messages);
}
