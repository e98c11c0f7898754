package org.warmhandoff.message;

import org.warmhandoff.contact.PhoneNumber;

/** One text, rendered. Kept nowhere, as an {@link OutgoingMail}. */
public record OutgoingText(MessageKey message, PhoneNumber to, String body) implements Outgoing {

    @Override
    public String toString() {
        return "OutgoingText[" + message + "]";
    }
}
