package org.warmhandoff.adapters.resources;

import java.util.Objects;
import org.warmhandoff.adapters.pages.Brand;
import org.warmhandoff.adapters.sms.Texts;

/**
 * What the hosted UI says in our name and does not word by itself: the number that texts come from, and the first text that a client
 * would get. Whoever shares sees it, and how long it is, before it is sent.
 *
 * @param textNumber E.164
 */
public record OwnWords(String textNumber, String brandName) {

    /** Stands where the link will stand, which is minted when the text is sent. */
    static final String LINK = "{link}";

    public OwnWords {
        Objects.requireNonNull(textNumber);
        Objects.requireNonNull(brandName);
    }

    String firstText(String language) {
        return new Texts(new Brand(brandName, "", "", textNumber, "", "")).first(language, LINK);
    }
}
