package org.warmhandoff.adapters.pages;

import java.time.Instant;
import java.time.ZoneId;

/** A referral that needs no answer any more: its own sentence, nothing of the participant, no form. */
public record ClosedView(How how, String reference, String program, Instant at, SenderView sender, ZoneId zone) {
    /** What closed it. */
    public enum How {
        WITHDRAWN,
        CANCELED,
        COMPLETED
    }
}
