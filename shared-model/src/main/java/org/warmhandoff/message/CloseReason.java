package org.warmhandoff.message;

/** Why an owed message was never sent. The codes are the contract's, and each has its sentence for the activity. */
public enum CloseReason {
    OPTED_OUT("its recipient opted out"),
    DO_NOT_CONTACT("the client is not to be contacted"),
    ANSWERED("it was answered before"),
    COMPLETED("the service is completed"),
    CANCELED("the client canceled"),
    REJECTED("the referral was rejected"),
    WITHDRAWN("the referral was withdrawn"),
    BOUNCED("messages to this address come back"),
    FAILED("it could not be sent"),
    /** Another message says the same to the same address, or what it was about is settled. */
    SUPERSEDED("another message took its place");

    private final String because;

    CloseReason(String because) {
        this.because = because;
    }

    /** Half a sentence, to follow "not sent: ". */
    public String because() {
        return because;
    }
}
