package org.warmhandoff.listing;

/** Why nobody of an organization can refer to a listing just now. Shown before anything is written, never after. */
public enum NotReferableBecause {
    UNSUBSCRIBED("This program has unsubscribed from referral emails. Call them instead."),
    BOUNCING("Referral emails to this program come back. Call them instead, and tell the network's administrator."),
    PAUSED("This program takes no referrals just now."),
    OUT_OF_NETWORK_NOT_ENABLED("Your organization has not opted in to referring to programs outside the network.");

    private final String sentence;

    NotReferableBecause(String sentence) {
        this.sentence = sentence;
    }

    /** What a caseworker is told. */
    public String sentence() {
        return sentence;
    }
}
