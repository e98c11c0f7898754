package org.warmhandoff.adapters.sms;

import java.util.List;
import org.warmhandoff.adapters.pages.Brand;
import org.warmhandoff.adapters.pages.PhoneNumbers;
import org.warmhandoff.adapters.pages.Words;

/**
 * Every text that leaves the system: our name first, never a program's or a service's. English fits one part of 160
 * characters, Spanish at most two; both keep to the alphabet of GSM-7, where a single letter outside would halve that.
 */
public final class Texts {
    private final Brand brand;

    public Texts(Brand brand) {
        this.brand = brand;
    }

    /** At the time of sharing: one link to all places. */
    public String first(String language, String link) {
        return say(language, "sms.first", brand.name(), link);
    }

    /** A week later. The letter tells this question from the others that are open on the same number. */
    public String followUp(String language, String letter, String link) {
        return say(language, "sms.followup", brand.name(), letter, link);
    }

    /** The one confirmation of STOP. */
    public String stopped(String language) {
        return say(language, "sms.stopped", brand.name());
    }

    /** The answer to HELP. */
    public String help(String language) {
        return brand.helpPhone().isBlank()
                ? say(language, "sms.help.nobody", brand.name())
                : say(language, "sms.help", brand.name(), PhoneNumbers.shown(brand.helpPhone()));
    }

    /** The answer to START, YES and UNSTOP of a number that had opted out. */
    public String started(String language) {
        return say(language, "sms.started", brand.name());
    }

    /**
     * A bare answer while several questions are open: please say which.
     *
     * @param letters of the open questions; empty when they are not at hand
     */
    public String whichOne(String language, List<String> letters) {
        return letters.isEmpty()
                ? say(language, "sms.which.unlisted", brand.name())
                : say(language, "sms.which", brand.name(), String.join(", ", letters), letters.getFirst());
    }

    /** Something that is no answer, from a number that has a question open. */
    public String notUnderstood(String language) {
        return say(language, "sms.not-understood", brand.name());
    }

    /** Something from a number that nothing was asked of. */
    public String unknown(String language) {
        return say(language, "sms.unknown", brand.name());
    }

    /** Thanks for an answer. */
    public String thanks(String language) {
        return say(language, "sms.thanks", brand.name());
    }

    private static String say(String language, String key, String... values) {
        return Words.of(language).say(key, values);
    }
}
