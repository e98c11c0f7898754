package org.warmhandoff.share;

import java.time.Duration;
import java.time.Instant;
import org.warmhandoff.message.MessageKey;
import org.warmhandoff.referral.ReferralId;

/**
 * A follow-up that was asked by text and waits for its answer: what a bare {@code 1} may mean.
 *
 * @param dueAt when the question was planned; with the message it names this one, so whoever has the message finds it
 * @param askedAt when it was claimed for sending
 * @param place of the referral in its basket
 * @param letter unique per number while open
 */
public record OpenQuestion(
        MessageKey message,
        ShareId share,
        ReferralId referral,
        int place,
        Instant dueAt,
        Instant askedAt,
        String letter) {

    /** A question nobody answered in this time is not open any more. */
    public static final Duration KEPT = Duration.ofDays(30);

    public boolean open(Instant now) {
        return now.isBefore(askedAt.plus(KEPT));
    }
}
