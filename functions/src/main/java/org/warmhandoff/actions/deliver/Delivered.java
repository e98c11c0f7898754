package org.warmhandoff.actions.deliver;

import org.warmhandoff.message.CloseReason;

/** What came of looking at one message. */
public sealed interface Delivered {

    /** The provider took it. */
    record Sent() implements Delivered {}

    /** It was not wanted any more. */
    record Closed(CloseReason reason) implements Delivered {}

    /** The provider did not take it, or nobody knows; the message says what happens next. */
    record Tried() implements Delivered {}

    /** It cannot be sent, or nobody will ever know: somebody has to look at it. */
    record Stranded() implements Delivered {}

    /** Its time lies ahead, and it will be brought back then. */
    record Early() implements Delivered {}

    /** Work that is done, as far as it could be done at once. */
    record Worked() implements Delivered {}

    /** There was nothing to do: over, unknown, or in another's hands. */
    record Nothing() implements Delivered {}

    /** Others were faster again and again, or the table did not take it: the sweep comes back to it. */
    record Left() implements Delivered {}
}
