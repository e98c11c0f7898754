package org.warmhandoff.message;

import java.time.Instant;

/** Where a message stands in the protocol that promises it (see {@link Message}). */
public sealed interface MessageState {

    /** Owed, and not to be sent before its time. */
    record Pending(Instant notBefore) implements MessageState {}

    /** Somebody is sending it, and nobody else may until the lease is over. */
    record Claimed(String claimId, Instant leaseUntil) implements MessageState {}

    /** The provider took it. That is not yet delivered. */
    record Sent(Instant at) implements MessageState {}

    /** Not sent, and the reason is shown. */
    record Closed(Instant at, CloseReason reason) implements MessageState {}

    /** It cannot be sent. */
    record Failed(Instant at, String detail) implements MessageState {}

    /** Perhaps sent: the sender died or heard no answer. Until then the provider's event may tell. */
    record Ambiguous(Instant until) implements MessageState {}

    /** Perhaps sent, twice tried: nobody tries again, and people are shown that nobody knows. */
    record Review(Instant at) implements MessageState {}

    /** Work that is done. */
    record Done(Instant at) implements MessageState {}

    /** Whether the machine is finished with it. */
    default boolean over() {
        return switch (this) {
            case Pending p -> false;
            case Claimed c -> false;
            case Ambiguous a -> false;
            case Sent s -> true;
            case Closed c -> true;
            case Failed f -> true;
            case Review r -> true;
            case Done d -> true;
        };
    }
}
