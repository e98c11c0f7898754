package org.warmhandoff.referral;

import java.util.Optional;

/**
 * What a client says a week later. The notes are the words of the seed ("Sharing Referral Information via Text message and
 * Email") with the ASCII apostrophe, and stand in the referral to the letter.
 */
public enum Answer {
    YES("Yes, I've received services"),
    NO("No, I did not receive services"),
    NOT_INTERESTED("I'm no longer interested in services");

    private final String note;

    Answer(String note) {
        this.note = note;
    }

    /** The note that is added to the referral. */
    public String note() {
        return note;
    }

    public static Optional<Answer> ofCode(String code) {
        for (Answer answer : values()) {
            if (answer.name().equals(code)) {
                return Optional.of(answer);
            }
        }
        return Optional.empty();
    }
}
