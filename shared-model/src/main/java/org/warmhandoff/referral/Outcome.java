package org.warmhandoff.referral;

import java.time.Instant;

/** What became of a referral, as the client or the sender says. */
public sealed interface Outcome {

    record Open() implements Outcome {}

    /** The client said that help arrived. */
    record ServiceCompleted(Instant at) implements Outcome {}

    /** The client is no longer interested. */
    record Canceled(Instant at) implements Outcome {}

    /** The sender took it back before it was answered. */
    record Withdrawn(Instant at, Actor by) implements Outcome {}

    Outcome OPEN = new Open();

    default boolean open() {
        return this instanceof Open;
    }

    /** The code on the wire: {@code OPEN} or a {@link Status}. */
    default String code() {
        return switch (this) {
            case Open o -> "OPEN";
            case ServiceCompleted s -> Status.SERVICE_COMPLETED.name();
            case Canceled c -> Status.CANCELED.name();
            case Withdrawn w -> Status.WITHDRAWN.name();
        };
    }
}
