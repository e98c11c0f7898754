package org.warmhandoff.message;

import java.time.Instant;

/** What somebody who looks at a message has to do. */
public sealed interface Look {

    /** Decide, claim, send. */
    record Due() implements Look {}

    /** Nothing before then. */
    record Early(Instant until) implements Look {}

    /** A sender was lost: save this, and look again when it says. */
    record InDoubt(Message message) implements Look {}

    /** Nothing, ever. */
    record Over() implements Look {}
}
