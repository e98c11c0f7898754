package org.warmhandoff.actions.deliver;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.warmhandoff.adapters.dynamo.Item;
import org.warmhandoff.adapters.dynamo.Key;
import org.warmhandoff.adapters.dynamo.Write;
import org.warmhandoff.message.CloseReason;
import org.warmhandoff.message.Outgoing;

/**
 * What one kind of message needs to be said: the facts that it rests on, whether it is still wanted, the words. Made for one message. It
 * knows nothing of claims, leases and doubts; {@link Deliver} knows nothing of words.
 */
interface Saying {

    /**
     * What is to be read before anything is decided, as far as what is read already tells: asked again until it names nothing new.
     *
     * @param read what is there of it
     */
    Collection<Key> facts(Map<Key, Item> read);

    /**
     * Decides from what is true now, and renders what is to be sent.
     *
     * @param facts those that are there
     * @param minting makes the links that the words need; they are kept by the claim
     */
    Prepared prepare(Map<Key, Item> facts, Minting minting, Instant now);

    /** What becomes true when the provider says that who it is for opted out there: written with the record. */
    default List<Write> optedOut(Instant now) {
        return List.of();
    }

    /** A message, decided. */
    sealed interface Prepared {

        /**
         * To be sent.
         *
         * @param checks what the claim holds fast of the facts
         * @param letter given to a question that was asked by text; else empty
         */
        record Send(Outgoing outgoing, List<Check> checks, String letter) implements Prepared {
            Send(Outgoing outgoing, List<Check> checks) {
                this(outgoing, checks, "");
            }
        }

        /** Not wanted any more. */
        record Close(CloseReason reason) implements Prepared {}

        /** Not at this hour. */
        record Wait(Instant until) implements Prepared {}
    }

    /**
     * A write or a check of the claim.
     *
     * @param otherwise why the message is closed where this refuses; where absent, everything is read and decided again
     */
    record Check(Write write, Optional<CloseReason> otherwise) {

        static Check of(Write write) {
            return new Check(write, Optional.empty());
        }

        static Check orClose(Write write, CloseReason reason) {
            return new Check(write, Optional.of(reason));
        }
    }
}
