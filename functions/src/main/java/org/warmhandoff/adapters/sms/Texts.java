package org.warmhandoff.adapters.sms;

import java.text.Normalizer;
import java.util.List;
import org.warmhandoff.adapters.pages.Brand;
import org.warmhandoff.adapters.pages.PhoneNumbers;
import org.warmhandoff.adapters.pages.Words;
import org.warmhandoff.text.SmsLength;

/**
 * Every text that leaves the system: our name first, never a program's or a service's. English fits one part of 160
 * characters, Spanish at most two; both keep to the alphabet of GSM-7, where a single letter outside would halve that.
 */
public final class Texts {

    /** A longer name is cut at a word: what is said must fit beside it. */
    private static final int LONGEST_NAME = 20;

    private static final int MOST_LETTERS = 8;

    private final Brand brand;
    private final String name;

    public Texts(Brand brand) {
        this.brand = brand;
        this.name = named(brand.name());
    }

    /** Our name in letters that do not cost a text half of its room. */
    private static String named(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        name.codePoints()
                .mapToObj(Character::toString)
                .map(letter -> gsm(letter) ? letter : Normalizer.normalize(letter, Normalizer.Form.NFKD))
                .flatMap(letters -> letters.codePoints().mapToObj(Character::toString))
                .filter(Texts::gsm)
                .forEach(plain::append);
        if (plain.length() <= LONGEST_NAME) {
            return plain.toString();
        }
        int end = plain.lastIndexOf(" ", LONGEST_NAME);
        return plain.substring(0, end > 0 ? end : LONGEST_NAME);
    }

    private static boolean gsm(String letter) {
        return SmsLength.of(letter).alphabet() == SmsLength.Alphabet.GSM_7;
    }

    /** At the time of sharing: one link to all places. */
    public String first(String language, String link) {
        return fitting(language, "sms.first", name, link);
    }

    /** A week later. The letter tells this question from the others that are open on the same number. */
    public String followUp(String language, String letter, String link) {
        return fitting(language, "sms.followup", name, letter, link);
    }

    /** The one confirmation of STOP. */
    public String stopped(String language) {
        return say(language, "sms.stopped", name);
    }

    /** The answer to HELP. */
    public String help(String language) {
        return brand.helpPhone().isBlank()
                ? say(language, "sms.help.nobody", name)
                : say(language, "sms.help", name, PhoneNumbers.shown(brand.helpPhone()));
    }

    /** The answer to START, YES and UNSTOP of a number that had opted out. */
    public String started(String language) {
        return say(language, "sms.started", name);
    }

    /**
     * A bare answer while several questions are open: please say which.
     *
     * @param letters of the open questions; empty when they are not at hand, and left out when they are too many for one part
     */
    public String whichOne(String language, List<String> letters) {
        return letters.isEmpty() || letters.size() > MOST_LETTERS
                ? say(language, "sms.which.unlisted", name)
                : say(language, "sms.which", name, String.join(", ", letters), letters.getFirst());
    }

    /** Something that is no answer, from a number that has a question open. */
    public String notUnderstood(String language) {
        return say(language, "sms.not-understood", name);
    }

    /** Something from a number that nothing was asked of. */
    public String unknown(String language) {
        return say(language, "sms.unknown", name);
    }

    /** Thanks for an answer. */
    public String thanks(String language) {
        return say(language, "sms.thanks", name);
    }

    /** In fewer words where our address is so long that one part in English, or two in Spanish, would not hold it all. */
    private static String fitting(String language, String key, String... values) {
        String whole = say(language, key, values);
        int parts = Words.of(language).isSpanish() ? 2 : 1;
        return SmsLength.of(whole).parts() <= parts ? whole : say(language, key + ".short", values);
    }

    private static String say(String language, String key, String... values) {
        return Words.of(language).say(key, values);
    }
}
