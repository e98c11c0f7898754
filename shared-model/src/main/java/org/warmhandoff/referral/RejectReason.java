package org.warmhandoff.referral;

/**
 * The set list of reasons for a rejection (first seed: "There is a set list of reasons why. Receiver should select the best fit or pick
 * 'Other' and provide details"). What an anonymized receiver cannot know, such as a client who could not be reached, is not on it.
 */
public enum RejectReason {
    NOT_ELIGIBLE("The client is not eligible"),
    NO_CAPACITY("We have no capacity right now"),
    WAITLIST_ONLY("We only have a waitlist right now"),
    NO_FUNDS("We are out of funds or supplies"),
    OUT_OF_AREA("The client is outside our service area"),
    SERVICE_NOT_OFFERED("We do not offer this service"),
    ALREADY_SERVED("We already serve this client"),
    NEED_MORE_INFO("Information or documents are missing"),
    LANGUAGE_OR_ACCESS("We cannot meet a language or access need"),
    DUPLICATE("This is a duplicate referral"),
    WRONG_CONTACT("This reached the wrong organization or address"),
    OTHER("Other");

    private final String label;

    RejectReason(String label) {
        this.label = label;
    }

    /** In plain words, for the receiver's choice and the sender's drawer. */
    public String label() {
        return label;
    }

    public boolean detailsRequired() {
        return this == OTHER;
    }
}
