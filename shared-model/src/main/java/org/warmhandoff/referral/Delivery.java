package org.warmhandoff.referral;

/**
 * What became of the mail that carries a referral. {@code SENT} is not {@code DELIVERED}: a provider accepts mail for addresses that it
 * will never deliver to.
 *
 * @param detail in words for the sender, or empty
 */
public record Delivery(State state, String detail) {

    /** In the order in which they may follow each other: {@link #after} only moves forward. */
    public enum State {
        PENDING,
        SENT,
        UNCERTAIN,
        DELAYED,
        DELIVERED,
        SUPPRESSED,
        FAILED,
        BOUNCED,
        COMPLAINED
    }

    public static final Delivery PENDING = new Delivery(State.PENDING, "");

    /** An in-network referral needs no mail: it is delivered as soon as it is written. */
    public static final Delivery IN_NETWORK = new Delivery(State.DELIVERED, "");

    /** Events arrive late, twice and out of order: a later one wins only if it says more. */
    public Delivery after(Delivery earlier) {
        return state.compareTo(earlier.state) >= 0 ? this : earlier;
    }
}
