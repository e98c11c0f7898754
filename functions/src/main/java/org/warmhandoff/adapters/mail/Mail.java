package org.warmhandoff.adapters.mail;

import java.util.Objects;

/** The words of one email. */
public record Mail(String subject, String html, String text) {
    public Mail {
        Objects.requireNonNull(subject);
        Objects.requireNonNull(html);
        Objects.requireNonNull(text);
    }
}
