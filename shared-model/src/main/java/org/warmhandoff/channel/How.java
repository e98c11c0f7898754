package org.warmhandoff.channel;

/** How a channel came to the state that it has. The codes are the contract's. */
public enum How {
    /** A caseworker shared something, with the client's consent. */
    SHARE,
    /** The client texted START, YES or UNSTOP. */
    START,
    /** The client took an unsubscription back with their own link. */
    RESUBSCRIBED,
    /** The client texted STOP, or words to that effect. */
    STOP,
    /** The client unsubscribed on the page. */
    UNSUBSCRIBE,
    /** The client's mail program unsubscribed (RFC 8058). */
    ONE_CLICK,
    /** The client asked a caseworker. */
    CASEWORKER,
    /** The client called a message of ours spam. */
    COMPLAINT,
    /** The carrier says that the number opted out there. */
    CARRIER;

    boolean optsOut() {
        return switch (this) {
            case STOP, UNSUBSCRIBE, ONE_CLICK, CASEWORKER, COMPLAINT, CARRIER -> true;
            case SHARE, START, RESUBSCRIBED -> false;
        };
    }

    /** Only the owner of an address undoes an opt-out: with their own phone, or the link in their own mail. */
    boolean isOwners() {
        return this == START || this == RESUBSCRIBED;
    }
}
