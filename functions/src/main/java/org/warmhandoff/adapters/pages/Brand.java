package org.warmhandoff.adapters.pages;

import java.util.Objects;

/**
 * Who speaks on every page, email and text.
 *
 * @param name what the product is called, first word of every text
 * @param publicAddress where links lead, without a trailing slash
 * @param postalAddress one line, at the foot of every email
 * @param textNumber the number that texts come from, E.164
 * @param helpPhone who to call when a link is dead, E.164; empty when there is nobody
 * @param helpEmail who to write to, empty when there is nobody
 */
public record Brand(
        String name,
        String publicAddress,
        String postalAddress,
        String textNumber,
        String helpPhone,
        String helpEmail) {
    public Brand {
        Objects.requireNonNull(name);
        Objects.requireNonNull(publicAddress);
        postalAddress = Objects.requireNonNullElse(postalAddress, "");
        textNumber = Objects.requireNonNullElse(textNumber, "");
        helpPhone = Objects.requireNonNullElse(helpPhone, "");
        helpEmail = Objects.requireNonNullElse(helpEmail, "");
    }
}
