package org.warmhandoff.message;

/** A message as it leaves: rendered at the claim from what was true then, sent once, and kept nowhere. */
public sealed interface Outgoing permits OutgoingMail, OutgoingText {
    MessageKey message();
}
