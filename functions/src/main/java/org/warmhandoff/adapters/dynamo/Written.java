package org.warmhandoff.adapters.dynamo;

import java.util.List;
import java.util.Optional;

/** What became of a write or of a transaction: all of it, or nothing. */
public sealed interface Written {

    record Done() implements Written {}

    /** Conditions did not hold, and nothing was written. Each failure carries the item that stood, so that a loser reads nothing. */
    record Refused(List<Failure> failures) implements Written {
        public Refused {
            failures = List.copyOf(failures);
        }

        /** Whether the write at this position, from 0, was one that refused. */
        public boolean at(int position) {
            return failures.stream().anyMatch(failure -> failure.position() == position);
        }

        /** The item that stood where the write at this position failed; absent where that did not fail, or there was none. */
        public Optional<Item> standing(int position) {
            return failures.stream()
                    .filter(failure -> failure.position() == position)
                    .findFirst()
                    .flatMap(Failure::standing);
        }
    }

    /**
     * A condition that did not hold.
     *
     * @param position of the write in the list, from 0
     * @param standing the item as it stands; absent where there is none
     */
    record Failure(int position, Optional<Item> standing) {}

    default boolean done() {
        return this instanceof Done;
    }
}
