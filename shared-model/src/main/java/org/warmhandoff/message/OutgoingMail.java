package org.warmhandoff.message;

import java.util.Optional;
import org.warmhandoff.contact.EmailAddress;

/**
 * One email, rendered. It holds links and perhaps a note: it is made at the claim, sent, and kept nowhere.
 *
 * @param unsubscribe the address behind the one-click headers of RFC 8058; absent for mails about one's own request, which are no list
 */
public record OutgoingMail(
        MessageKey message, EmailAddress to, String subject, String html, String text, Optional<String> unsubscribe)
        implements Outgoing {

    @Override
    public String toString() {
        return "OutgoingMail[" + message + "]";
    }
}
