package org.warmhandoff.message;

/** What came of telling a message something. Told twice, or too late, it does not change. */
public sealed interface Change {

    record Changed(Message message) implements Change {}

    record Unchanged(Message message) implements Change {}

    /** The message as it stands afterwards. */
    Message message();
}
