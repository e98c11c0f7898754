package org.warmhandoff.actions.sweep;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.warmhandoff.adapters.dynamo.DueMessages;
import org.warmhandoff.adapters.dynamo.Position;
import org.warmhandoff.message.LateMessages;

/**
 * Puts what is late on the queue of the one sender, and sends nothing itself. It asks the table alone, so it finds what the stream, a
 * schedule, a queue or a dead sender lost: with all of these broken everything owed is still sent, only later.
 */
final class Sweep {

    /** The stream and the schedules have this long before anything counts as late. */
    static final Duration GRACE = Duration.ofMinutes(1);

    private final DueMessages due;
    private final LateMessages queue;
    private final InstantSource clock;

    @Inject
    Sweep(DueMessages due, LateMessages queue, InstantSource clock) {
        this.due = due;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * Sweeps, one page of each shard in turn, so that no shard waits behind another's backlog.
     *
     * @param timeLeft what is not reached the next sweep finds
     * @return how many were late
     */
    int run(BooleanSupplier timeLeft) {
        Instant late = clock.instant().minus(GRACE);
        int found = 0;
        int shards = due.shards();
        boolean[] done = new boolean[shards];
        Position[] next = new Position[shards];
        for (int open = shards; open > 0; ) {
            for (int shard = 0; shard < shards; shard++) {
                if (done[shard]) {
                    continue;
                }
                if (!timeLeft.getAsBoolean()) {
                    return found;
                }
                DueMessages.Some some = due.until(late, shard, Optional.ofNullable(next[shard]));
                if (!some.messages().isEmpty()) {
                    queue.putAll(some.messages());
                    found += some.messages().size();
                }
                next[shard] = some.next().orElse(null);
                done[shard] = some.next().isEmpty();
                open -= done[shard] ? 1 : 0;
            }
        }
        return found;
    }
}
