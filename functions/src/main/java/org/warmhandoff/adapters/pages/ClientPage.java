package org.warmhandoff.adapters.pages;

import java.util.Objects;

/**
 * What every client page knows of itself.
 *
 * @param language {@code en}, {@code es}, or another code: which reads English
 * @param path of this page without {@code lang}, for the switch English / Español; it may carry a query
 * @param organization the display name of the organization that sent the messages; may be empty
 * @param phone who to call there, E.164; may be empty
 */
public record ClientPage(String language, String path, String organization, String phone) {
    public ClientPage {
        Objects.requireNonNull(path);
        language = Objects.requireNonNullElse(language, "en");
        organization = Objects.requireNonNullElse(organization, "");
        phone = Objects.requireNonNullElse(phone, "");
    }

    /** This page in the other language. */
    public String in(String other) {
        return path + (path.contains("?") ? "&" : "?") + "lang=" + other;
    }
}
