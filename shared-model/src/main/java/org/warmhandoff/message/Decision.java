package org.warmhandoff.message;

import java.time.Instant;

/** Whether a message that is due is still to be sent. Decided at the claim, from what is true then. */
public sealed interface Decision {

    record Send() implements Decision {}

    /** It is not wanted any more. */
    record Close(CloseReason reason) implements Decision {}

    /** Not at this hour. */
    record Wait(Instant until) implements Decision {}

    Decision SEND = new Send();
}
