package org.warmhandoff.referral;

import java.time.Instant;
import java.util.Optional;

/** What the receiver said. Independent of what became of the referral ({@link Outcome}). */
public sealed interface Response {

    /** Not answered: what an undo returns to. */
    sealed interface Undecided extends Response {
        /** From when the receiver's link is counted: the sending, or the latest undo. */
        Instant since();
    }

    /** Answered: what an undo takes back. */
    sealed interface Decided extends Response {
        Instant at();

        Actor by();

        Undecided before();
    }

    record Sent(Instant since) implements Undecided {}

    /** An in-network receiver is looking at it. */
    record InReview(Instant since, Instant at, Actor by) implements Undecided {}

    record Accepted(Instant at, Actor by, Undecided before) implements Decided {}

    /** @param details required with {@link RejectReason#OTHER}, else empty or a word more */
    record Rejected(Instant at, Actor by, RejectReason reason, String details, Undecided before) implements Decided {
        public Rejected {
            if (reason.detailsRequired() && details.isBlank()) {
                throw new IllegalArgumentException("this reason requires details");
            }
        }
    }

    default Status status() {
        return switch (this) {
            case Sent s -> Status.SENT;
            case InReview r -> Status.IN_REVIEW;
            case Accepted a -> Status.ACCEPTED;
            case Rejected r -> Status.REJECTED;
        };
    }

    default Optional<Decided> decided() {
        return this instanceof Decided decided ? Optional.of(decided) : Optional.empty();
    }
}
