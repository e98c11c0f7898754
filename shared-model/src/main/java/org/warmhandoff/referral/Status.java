package org.warmhandoff.referral;

/** The headline of a referral: its outcome once that is not open, else the response. Labels are the seeds', to the letter. */
public enum Status {
    SENT("Sent"),
    IN_REVIEW("In Review"),
    ACCEPTED("Accepted"),
    REJECTED("Rejected"),
    SERVICE_COMPLETED("Service Completed"),
    CANCELED("Canceled"),
    WITHDRAWN("Withdrawn");

    private final String label;

    Status(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
