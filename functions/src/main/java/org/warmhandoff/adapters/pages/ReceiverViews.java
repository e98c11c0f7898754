package org.warmhandoff.adapters.pages;

import java.time.Instant;
import java.util.Arrays;
import org.warmhandoff.need.Need;
import org.warmhandoff.participant.AgeBand;
import org.warmhandoff.participant.Participant;
import org.warmhandoff.referral.Outcome;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.referral.RejectReason;
import org.warmhandoff.referral.Response;
import org.warmhandoff.referral.Sender;

/** A referral as its receiver reads it, on pages and in mail: the participant, never the client. */
public final class ReceiverViews {

    private ReceiverViews() {}

    public static AcceptConfirmView acceptConfirm(Referral referral, Form form, String rejectPath) {
        return new AcceptConfirmView(
                form,
                rejectPath,
                referral.id().reference(),
                referral.receiver().program(),
                participant(referral.participant()),
                sender(referral.sender()),
                referral.notes(),
                noticeNeeded(referral),
                referral.sentAt(),
                referral.receiver().zone());
    }

    /** @param reason and {@code details} as they were typed: a form that comes back has lost nothing */
    public static RejectFormView rejectForm(
            Referral referral, Form form, String acceptPath, String reason, String details) {
        return new RejectFormView(
                form,
                acceptPath,
                referral.id().reference(),
                referral.receiver().program(),
                Arrays.stream(RejectReason.values())
                        .map(each -> new Choice(each.name(), each.label()))
                        .toList(),
                reason,
                details,
                participant(referral.participant()),
                sender(referral.sender()),
                referral.notes(),
                noticeNeeded(referral),
                referral.sentAt(),
                referral.receiver().zone());
    }

    public static AnsweredView answered(
            Referral referral, Response.Decided decided, Form undo, AnsweredView.Arrival arrival) {
        String reason = decided instanceof Response.Rejected rejected
                ? rejected.reason().label()
                : "";
        String details = decided instanceof Response.Rejected rejected ? rejected.details() : "";
        return new AnsweredView(
                undo,
                arrival,
                decided instanceof Response.Accepted,
                referral.id().reference(),
                referral.receiver().program(),
                decided.at(),
                decided.by().name(),
                reason,
                details,
                sender(referral.sender()),
                referral.receiver().zone());
    }

    public static UndoConfirmView undoConfirm(Referral referral, Response.Decided decided, Form form) {
        return new UndoConfirmView(
                form,
                decided instanceof Response.Accepted,
                referral.id().reference(),
                referral.receiver().program(),
                decided.at(),
                sender(referral.sender()),
                referral.receiver().zone());
    }

    /** @throws IllegalArgumentException where the outcome is open */
    public static ClosedView closed(Referral referral) {
        return switch (referral.outcome()) {
            case Outcome.Withdrawn withdrawn -> closed(referral, ClosedView.How.WITHDRAWN, withdrawn.at());
            case Outcome.Canceled canceled -> closed(referral, ClosedView.How.CANCELED, canceled.at());
            case Outcome.ServiceCompleted completed -> closed(referral, ClosedView.How.COMPLETED, completed.at());
            case Outcome.Open open -> throw new IllegalArgumentException("the referral is open");
        };
    }

    private static ClosedView closed(Referral referral, ClosedView.How how, Instant at) {
        return new ClosedView(
                how,
                referral.id().reference(),
                referral.receiver().program(),
                at,
                sender(referral.sender()),
                referral.receiver().zone());
    }

    public static ParticipantView participant(Participant participant) {
        return new ParticipantView(
                participant.ageBand() == AgeBand.UNKNOWN ? "" : participant.ageBandLabel(),
                participant.gender().isPresent() ? participant.genderLabel() : "",
                participant.household().isPresent() ? participant.householdLabel() : "",
                participant.languageLabel(),
                participant.area().isPresent() ? participant.areaLabel() : "",
                participant.needs().stream().map(Need::label).toList(),
                "");
    }

    public static SenderView sender(Sender sender) {
        return new SenderView(
                sender.organizationName(),
                sender.program(),
                sender.caseworkerName(),
                sender.caseworkerPhone(),
                sender.caseworkerEmail(),
                "");
    }

    /** 42 CFR 2.32: every disclosure by a substance use program carries the notice against redisclosure. */
    public static boolean noticeNeeded(Referral referral) {
        return referral.sender().part2() || referral.receiver().part2();
    }
}
