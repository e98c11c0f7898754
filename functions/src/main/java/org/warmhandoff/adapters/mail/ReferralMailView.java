package org.warmhandoff.adapters.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.warmhandoff.adapters.pages.ParticipantView;
import org.warmhandoff.adapters.pages.ReceiverViews;
import org.warmhandoff.adapters.pages.SenderView;
import org.warmhandoff.referral.Referral;

/**
 * The referral as it reaches a program out of network.
 *
 * @param program the listing that is asked, {@code organization} whose it is
 * @param notes what the caseworker wrote; may be empty
 * @param part2 whether the notice against redisclosure (42 CFR Part 2) must accompany it
 * @param acceptLink absolute, like all links
 */
public record ReferralMailView(
        String reference,
        String program,
        String organization,
        ParticipantView participant,
        SenderView sender,
        String notes,
        boolean part2,
        Instant sentAt,
        ZoneId zone,
        String acceptLink,
        String rejectLink,
        String manageLink,
        String unsubscribeLink) {
    public ReferralMailView {
        notes = Objects.requireNonNullElse(notes, "");
    }

    /** What a referral says to its receiver: the participant and the sender, never the client. */
    public static ReferralMailView of(
            Referral referral, String acceptLink, String rejectLink, String manageLink, String unsubscribeLink) {
        return new ReferralMailView(
                referral.id().reference(),
                referral.receiver().program(),
                referral.receiver().organizationName(),
                ReceiverViews.participant(referral.participant()),
                ReceiverViews.sender(referral.sender()),
                referral.notes(),
                ReceiverViews.noticeNeeded(referral),
                referral.sentAt(),
                referral.receiver().zone(),
                acceptLink,
                rejectLink,
                manageLink,
                unsubscribeLink);
    }

    /** What a mailbox shows beside the subject: need and area. */
    public String preheader() {
        return Stream.concat(participant.needs().stream(), Stream.of(participant.area()))
                .filter(word -> !word.isBlank())
                .collect(Collectors.joining(" · "));
    }
}
