package org.warmhandoff.link;

/** What a link opens; a link made for one purpose opens nothing else. The letter is the first part of its path. */
public enum Purpose {
    /** The receiver's answer to one referral. */
    ANSWER('r'),
    /** The receiver's email preferences. */
    MANAGE('m'),
    /** Confirming, canceling or undoing a change of the referral address. */
    ADDRESS('a'),
    /** The client's resources, and feedback on each. */
    RESOURCES('c'),
    /** The client's feedback on one referral. */
    FEEDBACK('f'),
    /** One address's way out, and back in. */
    UNSUBSCRIBE('u');

    private final char letter;

    Purpose(char letter) {
        this.letter = letter;
    }

    public char letter() {
        return letter;
    }

    /** The path of such a link, without what a page adds to it. */
    public String path(String token) {
        return "/" + letter + "/" + token;
    }
}
