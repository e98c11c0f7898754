package org.warmhandoff.adapters.pages;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * The page behind <em>Reject Referral</em>: the set list of reasons, none chosen.
 *
 * @param acceptPath the way over for a wrong button
 * @param reason the code that was typed, kept when the form comes back; else empty
 * @param details likewise
 */
public record RejectFormView(
        Form form,
        String acceptPath,
        String reference,
        String program,
        List<Choice> reasons,
        String reason,
        String details,
        ParticipantView participant,
        SenderView sender,
        String notes,
        boolean part2,
        Instant sentAt,
        ZoneId zone) {
    public RejectFormView {
        reasons = List.copyOf(reasons);
    }
}
