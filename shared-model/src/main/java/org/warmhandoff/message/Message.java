package org.warmhandoff.message;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.warmhandoff.message.Change.Changed;
import org.warmhandoff.message.Change.Unchanged;
import org.warmhandoff.message.Content.Carrier;
import org.warmhandoff.message.MessageState.Ambiguous;
import org.warmhandoff.message.MessageState.Claimed;
import org.warmhandoff.message.MessageState.Closed;
import org.warmhandoff.message.MessageState.Done;
import org.warmhandoff.message.MessageState.Failed;
import org.warmhandoff.message.MessageState.Pending;
import org.warmhandoff.message.MessageState.Review;
import org.warmhandoff.message.MessageState.Sent;
import org.warmhandoff.referral.Delivery;

/**
 * A message that is owed, and the promise about it: it is never lost, and it is submitted at most twice, the second time only when the
 * process died or the reply was lost between the provider's accept and our record. No provider offers a way to send exactly once, so
 * the protocol is claim, send once, record; and a claim without a record is a doubt that waits for the provider's own event before the
 * one second try.
 *
 * <p>A follow-up is a message whose time lies ahead; there is no second item for it.
 *
 * @param dueAt when it was planned for, whatever held it up later
 * @param fence raised by every change: each change expects the fence that it read
 * @param submissions how often a provider may have taken it
 * @param refusals how often a provider certainly did not, in a row
 * @param refusedSince the first of those
 * @param providerId the provider's name for it
 * @param delivery what became of it after the provider took it, forward only
 * @param answer what the client said to it, if it is a follow-up
 * @param letter by which a texted answer names this follow-up, or empty
 * @param cursor how far the work got, or empty
 */
public record Message(
        MessageKey key,
        Content content,
        Instant createdAt,
        Instant dueAt,
        MessageState state,
        int fence,
        int submissions,
        int refusals,
        Optional<Instant> refusedSince,
        Optional<String> providerId,
        Delivery delivery,
        Optional<Answered> answer,
        String letter,
        String cursor) {

    /** How long a claim holds: far longer than a sender can run, with slack for clocks that differ. */
    public static final Duration LEASE = Duration.ofMinutes(5);

    /** How long a doubt waits for the provider's event. */
    public static final Duration DOUBT = Duration.ofMinutes(15);

    /** How long a provider that does not take it is asked again. */
    public static final Duration PATIENCE = Duration.ofHours(72);

    private static final Delivery SENT = new Delivery(Delivery.State.SENT, "");
    private static final Delivery UNCERTAIN =
            new Delivery(Delivery.State.UNCERTAIN, "It may have been sent, and nobody heard of it since.");
    private static final int MOST_SUBMISSIONS = 2;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final int LONGEST_PAUSE_DOUBLINGS = 5;

    /** Owed from now on, and to be sent at once. */
    public static Message owed(MessageKey key, Content content, Instant now) {
        return owed(key, content, now, now);
    }

    /** Owed from now on, and to be sent then. */
    public static Message owed(MessageKey key, Content content, Instant now, Instant dueAt) {
        return new Message(
                key,
                content,
                now,
                dueAt,
                new Pending(dueAt),
                0,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Delivery.PENDING,
                Optional.empty(),
                "",
                "");
    }

    // ---- looking

    /** What is to be done with it now. */
    public Look look(Instant now) {
        return switch (state) {
            case Pending(var notBefore) -> from(notBefore, now);
            case Claimed c -> now.isBefore(c.leaseUntil()) ? new Look.Early(c.leaseUntil()) : lost(c.leaseUntil(), now);
            case Ambiguous(var until) -> now.isBefore(until) ? new Look.Early(until) : doubted(now);
            case Sent s -> new Look.Over();
            case Closed c -> new Look.Over();
            case Failed f -> new Look.Over();
            case Review r -> new Look.Over();
            case Done d -> new Look.Over();
        };
    }

    /** When somebody has to look at it next; never, once it is over. */
    public Optional<Instant> nextLook() {
        return switch (state) {
            case Pending(var notBefore) -> Optional.of(notBefore);
            case Claimed c -> Optional.of(c.leaseUntil());
            case Ambiguous(var until) -> Optional.of(until);
            case Sent s -> Optional.empty();
            case Closed c -> Optional.empty();
            case Failed f -> Optional.empty();
            case Review r -> Optional.empty();
            case Done d -> Optional.empty();
        };
    }

    private static Look from(Instant notBefore, Instant now) {
        return now.isBefore(notBefore) ? new Look.Early(notBefore) : new Look.Due();
    }

    /** The lease ran out and nothing was recorded: the sender may have died on either side of the provider's accept. */
    private Look lost(Instant leaseUntil, Instant now) {
        return switch (content.carrier()) {
            case MAIL ->
                new Look.InDoubt(in(new Ambiguous(leaseUntil.plus(DOUBT))).raised());
            case TEXT -> doubted(now);
            case NONE -> new Look.Due();
        };
    }

    private Look doubted(Instant now) {
        return submissions < MOST_SUBMISSIONS
                ? new Look.Due()
                : new Look.InDoubt(in(new Review(now)).delivered(UNCERTAIN).raised());
    }

    // ---- sending

    /** Takes it for sending. Counted as submitted from here on, until somebody knows better. */
    public Message claim(String claimId, Instant now) {
        if (!(look(now) instanceof Look.Due)) {
            throw new IllegalStateException("not due: " + key);
        }
        return in(new Claimed(claimId, now.plus(LEASE)))
                .counted(submissions + 1)
                .raised();
    }

    /** Whether this very claim holds it: how a claimer whose reply was lost knows its own write. */
    public boolean claimedBy(String claimId) {
        return state instanceof Claimed claimed && claimed.claimId().equals(claimId);
    }

    /** It is not wanted any more. Only what nobody is sending can be closed; of what is being sent the record decides. */
    public Change close(CloseReason reason, Instant now) {
        return idle(now)
                ? changed(in(new Closed(now, reason))
                        .delivered(new Delivery(Delivery.State.SUPPRESSED, reason.because())))
                : new Unchanged(this);
    }

    /** Not at this hour. The planned time stays what it was. */
    public Change postpone(Instant until, Instant now) {
        return idle(now) ? changed(in(new Pending(until))) : new Unchanged(this);
    }

    /** Owed, and in nobody's hands. */
    private boolean idle(Instant now) {
        return switch (state) {
            case Pending p -> true;
            case Ambiguous a -> true;
            case Claimed c -> !now.isBefore(c.leaseUntil());
            case Sent s -> false;
            case Closed c -> false;
            case Failed f -> false;
            case Review r -> false;
            case Done d -> false;
        };
    }

    // ---- recording

    /** The provider took it. True whatever happened to the claim since. */
    public Change accepted(String idAtProvider, Instant now) {
        return open() ? changed(sent(now).named(idAtProvider)) : new Unchanged(this);
    }

    /** The provider certainly did not take it: not a submission. Asked again later, for three days. */
    public Change notTaken(String claimId, Optional<Duration> pause, Instant now) {
        if (!claimedBy(claimId)) {
            return new Unchanged(this);
        }
        Instant since = refusedSince.orElse(now);
        Message uncounted = counted(submissions - 1).refused(refusals + 1, Optional.of(since));
        return changed(
                now.isBefore(since.plus(PATIENCE))
                        ? uncounted.in(new Pending(now.plus(pause.orElseGet(this::pause))))
                        : uncounted.failed("the provider did not take it for three days", now));
    }

    private Duration pause() {
        return FIRST_PAUSE.multipliedBy(1L << Math.min(refusals, LONGEST_PAUSE_DOUBLINGS));
    }

    /** The provider refused it for good. */
    public Change refused(String claimId, String detail, Instant now) {
        return claimedBy(claimId) ? changed(counted(submissions - 1).failed(detail, now)) : new Unchanged(this);
    }

    /** The provider refused it for good, because who it is for opted out there. */
    public Change refusedAsOptedOut(String claimId, Instant now) {
        return claimedBy(claimId)
                ? changed(counted(submissions - 1)
                        .in(new Closed(now, CloseReason.OPTED_OUT))
                        .delivered(new Delivery(Delivery.State.SUPPRESSED, CloseReason.OPTED_OUT.because())))
                : new Unchanged(this);
    }

    /** No reply, so nobody knows. A mail waits for the provider's event; a text, of which no event tells, for the end of its lease. */
    public Change unknown(String claimId, Instant now) {
        return claimedBy(claimId) && content.carrier() == Carrier.MAIL
                ? changed(in(new Ambiguous(now.plus(DOUBT))))
                : new Unchanged(this);
    }

    // ---- hearing from the provider

    /** What the provider's events say of it. They come late, twice and out of order; whatever they say, it was sent. */
    public Change heard(Delivery news, Instant now) {
        Message next = (open() ? sent(now) : this).delivered(news);
        return next.equals(this) ? new Unchanged(this) : changed(next);
    }

    /** Whether it may yet turn out to be sent: not over, or given up after a submission that may have succeeded. */
    private boolean open() {
        return switch (state) {
            case Pending p -> true;
            case Claimed c -> true;
            case Ambiguous a -> true;
            case Review r -> true;
            case Closed c -> submissions > 0;
            case Failed f -> submissions > 0;
            case Sent s -> false;
            case Done d -> false;
        };
    }

    private Message sent(Instant now) {
        boolean guessed = state.over();
        return in(new Sent(now)).refused(0, Optional.empty()).withDelivery(guessed ? SENT : SENT.after(delivery));
    }

    private Message failed(String detail, Instant now) {
        return in(new Failed(now, detail)).delivered(new Delivery(Delivery.State.FAILED, detail));
    }

    // ---- work

    /** The work got this far; the claim goes on. */
    public Message workedTo(String place) {
        return new Message(
                        key,
                        content,
                        createdAt,
                        dueAt,
                        state,
                        fence,
                        submissions,
                        refusals,
                        refusedSince,
                        providerId,
                        delivery,
                        answer,
                        letter,
                        place)
                .raised();
    }

    /** The work is done. */
    public Message done(Instant now) {
        return in(new Done(now)).raised();
    }

    /** The work is not done: somebody goes on with it. */
    public Message handedOn(Instant now) {
        return in(new Pending(now)).counted(0).raised();
    }

    // ---- a follow-up's own

    /** The client answered it. An answer may change; the same one again does not. */
    public Change answered(Answered said) {
        return answer.filter(before -> before.answer() == said.answer()).isPresent()
                ? new Unchanged(this)
                : changed(new Message(
                        key,
                        content,
                        createdAt,
                        dueAt,
                        state,
                        fence,
                        submissions,
                        refusals,
                        refusedSince,
                        providerId,
                        delivery,
                        Optional.of(said),
                        letter,
                        cursor));
    }

    /** The letter by which a texted answer names it; given by the claim. */
    public Message lettered(String given) {
        return new Message(
                key,
                content,
                createdAt,
                dueAt,
                state,
                fence,
                submissions,
                refusals,
                refusedSince,
                providerId,
                delivery,
                answer,
                given,
                cursor);
    }

    /** Whether it was asked, or may have been: claimed and nobody knows what became of it. */
    public boolean perhapsAsked() {
        return switch (state) {
            case Sent s -> true;
            case Review r -> true;
            case Claimed c -> true;
            case Ambiguous a -> true;
            case Pending p -> submissions > 0;
            case Closed c -> false;
            case Failed f -> false;
            case Done d -> false;
        };
    }

    /** Where it stands as a follow-up. */
    public FollowUpState followUpState() {
        return switch (state) {
            case Closed c -> answer.isPresent() ? FollowUpState.ANSWERED : FollowUpState.CLOSED;
            case Failed f -> FollowUpState.CLOSED;
            case Sent s -> answer.isPresent() ? FollowUpState.ANSWERED : FollowUpState.ASKED;
            case Review r -> answer.isPresent() ? FollowUpState.ANSWERED : FollowUpState.ASKED;
            case Pending p -> unasked();
            case Claimed c -> unasked();
            case Ambiguous a -> unasked();
            case Done d -> FollowUpState.CLOSED;
        };
    }

    private FollowUpState unasked() {
        return submissions > 0 && answer.isPresent() ? FollowUpState.ANSWERED : FollowUpState.OWED;
    }

    /** Why it is asked no more, once that is so. */
    public Optional<CloseReason> closeReason() {
        return switch (state) {
            case Closed c -> Optional.of(c.reason());
            case Failed f -> Optional.of(CloseReason.FAILED);
            case Pending p -> Optional.empty();
            case Claimed c -> Optional.empty();
            case Ambiguous a -> Optional.empty();
            case Sent s -> Optional.empty();
            case Review r -> Optional.empty();
            case Done d -> Optional.empty();
        };
    }

    /** When the provider took it. */
    public Optional<Instant> sentAt() {
        return state instanceof Sent sent ? Optional.of(sent.at()) : Optional.empty();
    }

    // ---- the next one

    private static Change changed(Message next) {
        return new Changed(next.raised());
    }

    private Message raised() {
        return new Message(
                key,
                content,
                createdAt,
                dueAt,
                state,
                fence + 1,
                submissions,
                refusals,
                refusedSince,
                providerId,
                delivery,
                answer,
                letter,
                cursor);
    }

    private Message in(MessageState next) {
        return new Message(
                key,
                content,
                createdAt,
                dueAt,
                next,
                fence,
                submissions,
                refusals,
                refusedSince,
                providerId,
                delivery,
                answer,
                letter,
                cursor);
    }

    private Message counted(int submitted) {
        return new Message(
                key,
                content,
                createdAt,
                dueAt,
                state,
                fence,
                submitted,
                refusals,
                refusedSince,
                providerId,
                delivery,
                answer,
                letter,
                cursor);
    }

    private Message refused(int times, Optional<Instant> since) {
        return new Message(
                key,
                content,
                createdAt,
                dueAt,
                state,
                fence,
                submissions,
                times,
                since,
                providerId,
                delivery,
                answer,
                letter,
                cursor);
    }

    private Message named(String idAtProvider) {
        return new Message(
                key,
                content,
                createdAt,
                dueAt,
                state,
                fence,
                submissions,
                refusals,
                refusedSince,
                Optional.of(idAtProvider),
                delivery,
                answer,
                letter,
                cursor);
    }

    private Message delivered(Delivery news) {
        return withDelivery(news.after(delivery));
    }

    private Message withDelivery(Delivery known) {
        return new Message(
                key,
                content,
                createdAt,
                dueAt,
                state,
                fence,
                submissions,
                refusals,
                refusedSince,
                providerId,
                known,
                answer,
                letter,
                cursor);
    }
}
