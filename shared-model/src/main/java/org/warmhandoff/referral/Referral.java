package org.warmhandoff.referral;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.warmhandoff.channel.ChannelKind;
import org.warmhandoff.listing.Network;
import org.warmhandoff.participant.Participant;
import org.warmhandoff.referral.Response.Accepted;
import org.warmhandoff.referral.Response.Decided;
import org.warmhandoff.referral.Response.InReview;
import org.warmhandoff.referral.Response.Rejected;
import org.warmhandoff.referral.Response.Sent;

/**
 * A client sent to a program, and what came of it. Two things happen to a referral and they are independent: what the receiver said
 * ({@link #response}) and what became of it ({@link #outcome}). A move is a method that takes its time and actor and answers the next
 * referral or that the state forbids it; nothing else makes one.
 *
 * @param client the sender's client as sent; out of network it never leaves the sender's side, receivers know the participant alone
 * @param version counts moves, so a form or a decision can say which state it was made for
 * @param clientAnswer what the client last said
 * @param archivedAt since when it is in the sender's History
 * @param shares the channels by which the client was told, at most one series each
 */
public record Referral(
        ReferralId id,
        Sender sender,
        Receiver receiver,
        ClientSnapshot client,
        Participant participant,
        String notes,
        Consent consent,
        Instant sentAt,
        Response response,
        Outcome outcome,
        int version,
        Optional<ClientAnswer> clientAnswer,
        Optional<Instant> archivedAt,
        Delivery delivery,
        List<Shared> shares) {

    public Referral {
        shares = List.copyOf(shares);
    }

    /** A referral as it is sent; its first line of activity is {@link #sentLine()}. */
    public static Referral send(
            ReferralId id,
            Sender sender,
            Receiver receiver,
            ClientSnapshot client,
            Participant participant,
            String notes,
            Consent consent,
            Instant now) {
        return new Referral(
                id,
                sender,
                receiver,
                client,
                participant,
                notes,
                consent,
                now,
                new Sent(now),
                Outcome.OPEN,
                1,
                Optional.empty(),
                Optional.empty(),
                receiver.network() == Network.IN ? Delivery.IN_NETWORK : Delivery.PENDING,
                List.of());
    }

    public Activity sentLine() {
        return Activity.move(
                1,
                sentAt,
                Actor.member(sender.caseworkerName()),
                "Sent to " + receiver.program() + ", " + receiver.organizationName());
    }

    /** The headline. */
    public Status status() {
        return switch (outcome) {
            case Outcome.Open o -> response.status();
            case Outcome.ServiceCompleted s -> Status.SERVICE_COMPLETED;
            case Outcome.Canceled c -> Status.CANCELED;
            case Outcome.Withdrawn w -> Status.WITHDRAWN;
        };
    }

    public boolean inNetwork() {
        return receiver.network() == Network.IN;
    }

    /** When the receiver's present answer was given. */
    public Optional<Instant> answeredAt() {
        return response.decided().map(Decided::at);
    }

    /** How long a receiver's link opens an unanswered referral, and one that is closed. */
    private static final Duration UNANSWERED = Duration.ofDays(30);

    /** How long it opens an answered one: time to notice a wrong button. */
    private static final Duration ANSWERED = Duration.ofHours(72);

    /** When a receiver's link to it ends, which depends on what stands and so is not written into the link. */
    public Instant linkEnd(Instant linkSentAt) {
        return switch (outcome) {
            case Outcome.Withdrawn withdrawn -> withdrawn.at().plus(UNANSWERED);
            case Outcome.Canceled canceled -> canceled.at().plus(UNANSWERED);
            case Outcome.ServiceCompleted completed -> completed.at().plus(UNANSWERED);
            case Outcome.Open open ->
                switch (response) {
                    case Decided decided -> decided.at().plus(ANSWERED);
                    case Response.Undecided waiting ->
                        (waiting.since().isAfter(linkSentAt) ? waiting.since() : linkSentAt).plus(UNANSWERED);
                };
        };
    }

    // ---- the receiver

    public Move accept(Actor by, Instant now) {
        if (!outcome.open()) {
            return new Move.Refused(this);
        }
        return switch (response) {
            case Accepted a -> new Move.Unchanged(this);
            case Rejected r -> new Move.Refused(this);
            case Response.Undecided before -> moved(new Accepted(now, by, before), outcome, by, now, "Accepted");
        };
    }

    public Move reject(RejectReason reason, String details, Actor by, Instant now) {
        if (!outcome.open()) {
            return new Move.Refused(this);
        }
        return switch (response) {
            case Accepted a -> new Move.Refused(this);
            case Rejected r ->
                r.reason() == reason && r.details().equals(details) ? new Move.Unchanged(this) : new Move.Refused(this);
            case Response.Undecided before ->
                moved(
                        new Rejected(now, by, reason, details, before),
                        outcome,
                        by,
                        now,
                        "Rejected: " + reason.label() + (details.isBlank() ? "" : ". " + details));
        };
    }

    /** Takes the answer back: the referral is what it was before, and out of the sender's History. */
    public Move undo(Actor by, Instant now) {
        if (!outcome.open() || !(response instanceof Decided decided)) {
            return new Move.Refused(this);
        }
        Response before = switch (decided.before()) {
            case Sent s -> new Sent(now);
            case InReview r -> new InReview(now, r.at(), r.by());
        };
        String taken = decided instanceof Accepted ? "Took the acceptance back" : "Took the rejection back";
        return moved(before, outcome, Optional.empty(), by, now, taken);
    }

    /** Only in network; a question from outside never does this. */
    public Move review(Actor by, Instant now) {
        if (!outcome.open() || !inNetwork()) {
            return new Move.Refused(this);
        }
        return switch (response) {
            case InReview r -> new Move.Unchanged(this);
            case Sent s -> moved(new InReview(s.since(), now, by), outcome, by, now, "Started the review");
            case Decided d -> new Move.Refused(this);
        };
    }

    // ---- the sender

    public Move withdraw(Actor by, Instant now) {
        if (outcome instanceof Outcome.Withdrawn) {
            return new Move.Unchanged(this);
        }
        if (!outcome.open() || response instanceof Decided) {
            return new Move.Refused(this);
        }
        return moved(response, new Outcome.Withdrawn(now, by), by, now, "Withdrew the referral");
    }

    /** Whether it is answered or closed: what archiving is for. */
    public boolean archivable() {
        return response instanceof Decided || !outcome.open();
    }

    /** In or out of the sender's History: filing, not a move, so the version stays. */
    public Referral filed(Optional<Instant> archived) {
        return new Referral(
                id,
                sender,
                receiver,
                client,
                participant,
                notes,
                consent,
                sentAt,
                response,
                outcome,
                version,
                clientAnswer,
                archived,
                delivery,
                shares);
    }

    // ---- the client

    /** What a client's answer does to a referral, apart from being remembered. */
    public sealed interface Heard {
        /** Remembered with its note; the state moved too. */
        record Moved(Referral referral, Activity line) implements Heard {}

        /** Remembered with its note; the state stands. */
        record Noted(Referral referral, Activity line) implements Heard {}

        /** The same answer again, on this channel or the other: one note is enough. */
        record Same(Referral referral) implements Heard {}
    }

    /**
     * The client says whether help arrived (second seed). Yes completes and "not interested" cancels while the outcome is open or to
     * change their own earlier answer; No changes nothing, but opens again what their own Yes or "not interested" had closed. On a
     * withdrawn referral an answer leaves its note and nothing else.
     */
    public Heard heard(Answer answer, Instant now) {
        if (clientAnswer.map(ClientAnswer::answer).filter(answer::equals).isPresent()) {
            return new Heard.Same(this);
        }
        int number = clientAnswer.map(ClientAnswer::number).orElse(0) + 1;
        Optional<ClientAnswer> said = Optional.of(new ClientAnswer(answer, now, number, Optional.empty(), false));
        Outcome next = outcome instanceof Outcome.Withdrawn
                ? outcome
                : switch (answer) {
                    case YES -> new Outcome.ServiceCompleted(now);
                    case NO -> Outcome.OPEN;
                    case NOT_INTERESTED -> new Outcome.Canceled(now);
                };
        boolean moves = !next.code().equals(outcome.code());
        Referral after = new Referral(
                id,
                sender,
                receiver,
                client,
                participant,
                notes,
                consent,
                sentAt,
                response,
                moves ? next : outcome,
                moves ? version + 1 : version,
                said,
                archivedAt,
                delivery,
                shares);
        return moves
                ? new Heard.Moved(after, Activity.move(version + 1, now, Actor.CLIENT, answer.note()))
                : new Heard.Noted(after, Activity.fact(now, Actor.CLIENT, answer.note()));
    }

    /** After a No: why, and whether somebody should call. Empty when the last answer is no No or nothing is new. */
    public Optional<Referral> explained(Optional<Barrier> barrier, boolean help) {
        return clientAnswer
                .filter(said -> said.answer() == Answer.NO)
                .map(said -> new ClientAnswer(
                        said.answer(), said.at(), said.number(), barrier.or(said::barrier), help || said.help()))
                .filter(said -> !Optional.of(said).equals(clientAnswer))
                .map(said -> new Referral(
                        id,
                        sender,
                        receiver,
                        client,
                        participant,
                        notes,
                        consent,
                        sentAt,
                        response,
                        outcome,
                        version,
                        Optional.of(said),
                        archivedAt,
                        delivery,
                        shares));
    }

    // ---- what is open

    /** What a caseworker of the sending organization may do now. */
    public Set<AllowedAction> openToSender() {
        Set<AllowedAction> open = EnumSet.noneOf(AllowedAction.class);
        if (outcome.open() && !(response instanceof Decided)) {
            open.add(AllowedAction.WITHDRAW);
        }
        if (archivable()) {
            open.add(archivedAt.isPresent() ? AllowedAction.RESTORE : AllowedAction.ARCHIVE);
        }
        if (outcome.open() && shares.size() < ChannelKind.values().length) {
            open.add(AllowedAction.SHARE);
        }
        return open;
    }

    /** What receiving staff in network may do now. */
    public Set<AllowedAction> openToReceiver() {
        Set<AllowedAction> open = EnumSet.noneOf(AllowedAction.class);
        if (!outcome.open() || !inNetwork()) {
            return open;
        }
        switch (response) {
            case Sent s -> open.addAll(Set.of(AllowedAction.REVIEW, AllowedAction.ACCEPT, AllowedAction.REJECT));
            case InReview r -> open.addAll(Set.of(AllowedAction.ACCEPT, AllowedAction.REJECT));
            case Decided d -> open.add(AllowedAction.UNDO);
        }
        return open;
    }

    /** Nothing of the client after withdraw, cancel or reject; back on undo (DESIGN.md 3). */
    public boolean clientShownToReceiver() {
        return !(response instanceof Rejected)
                && !(outcome instanceof Outcome.Withdrawn)
                && !(outcome instanceof Outcome.Canceled);
    }

    private Move moved(Response answered, Outcome next, Actor by, Instant now, String text) {
        return moved(answered, next, archivedAt, by, now, text);
    }

    private Move moved(
            Response answered, Outcome next, Optional<Instant> archived, Actor by, Instant now, String text) {
        Referral after = new Referral(
                id,
                sender,
                receiver,
                client,
                participant,
                notes,
                consent,
                sentAt,
                answered,
                next,
                version + 1,
                clientAnswer,
                archived,
                delivery,
                shares);
        return new Move.Moved(after, Activity.move(version + 1, now, by, text));
    }
}
