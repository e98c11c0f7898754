package org.warmhandoff.text;

import org.warmhandoff.referral.Answer;

/** What a text from a client means. */
public sealed interface Reading {

    /**
     * Stop.
     *
     * @param wrongNumber the phone is somebody else's: then the links that were sent there die too
     */
    record OptOut(boolean wrongNumber) implements Reading {}

    /** Who are you, and how do I stop this? Answered whatever the number's state. */
    record Help() implements Reading {}

    /**
     * Messages again.
     *
     * @param word what was sent, in capitals: START, UNSTOP, YES and so on
     */
    record OptIn(String word) implements Reading {}

    /** An answer to the one follow-up that is open. */
    record Answered(Answer answer) implements Reading {}

    /** An answer to the follow-up that carries this letter. */
    record LetteredAnswer(char letter, Answer answer) implements Reading {

        /**
         * The letters that follow-ups are given. Not Y and N, which are answers; not I, O, K and U, which are words of their
         * own when people text ("k yes" is okay, yes).
         */
        public static final String LETTERS = "ABCDEFGHJLMPQRSTVWXZ";
    }

    /** Nothing that may be acted on. Answered with how to answer. */
    record Unclear() implements Reading {}
}
