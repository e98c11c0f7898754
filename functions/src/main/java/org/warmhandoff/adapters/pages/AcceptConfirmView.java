package org.warmhandoff.adapters.pages;

import java.time.Instant;
import java.time.ZoneId;

/**
 * The page behind <em>Accept Client</em>: the participant once more, and one box to tick.
 *
 * @param rejectPath where <em>No, Reject Referral</em> leads
 * @param reference {@code 7K2M-9QFT}
 * @param program the listing that was asked
 * @param notes what the caseworker wrote; may be empty
 * @param part2 whether the notice against redisclosure (42 CFR Part 2) must accompany it
 */
public record AcceptConfirmView(
        Form form,
        String rejectPath,
        String reference,
        String program,
        ParticipantView participant,
        SenderView sender,
        String notes,
        boolean part2,
        Instant sentAt,
        ZoneId zone) {}
