package org.warmhandoff.message;

import org.warmhandoff.referral.Delivery;

/**
 * What a provider tells about a message afterwards.
 *
 * @param delivery how it stands now, in words for the sender
 * @param verdict what that says about the address
 */
public record Report(Delivery delivery, Verdict verdict) {

    /** What is known of an address now. */
    public enum Verdict {
        /** Nothing new. */
        FINE,
        /** Mail to it will never arrive. */
        DEAD,
        /** Its people reported the mail as unwanted. */
        UNWANTED
    }

    public static Report of(Delivery.State state) {
        return new Report(new Delivery(state, ""), Verdict.FINE);
    }

    public static Report of(Delivery.State state, String detail) {
        return new Report(new Delivery(state, detail), Verdict.FINE);
    }

    public static Report dead(Delivery.State state, String detail) {
        return new Report(new Delivery(state, detail), Verdict.DEAD);
    }

    public static Report unwanted() {
        return new Report(
                new Delivery(Delivery.State.COMPLAINED, "The email was reported as unwanted."), Verdict.UNWANTED);
    }
}
