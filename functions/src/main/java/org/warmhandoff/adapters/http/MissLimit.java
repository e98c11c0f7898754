package org.warmhandoff.adapters.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.warmhandoff.adapters.dynamo.Condition;
import org.warmhandoff.adapters.dynamo.Keys;
import org.warmhandoff.adapters.dynamo.Table;
import org.warmhandoff.adapters.dynamo.TableBusy;
import org.warmhandoff.adapters.dynamo.TableDefinition;
import org.warmhandoff.adapters.dynamo.Write;

/**
 * Slows down who guesses links. Only misses are counted: a counter of hits would make looking at a page a write, and a full counter
 * must never keep somebody with a real link out. When the counter cannot be written a miss is refused.
 */
public final class MissLimit {

    static final int MOST = 60;
    static final Duration WINDOW = Duration.ofMinutes(10);

    private static final String COUNT = "misses";

    private final Table table;
    private final InstantSource clock;

    public MissLimit(Table table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    /**
     * Counts an unknown token of a network; the caller then answers 404.
     *
     * @throws TooManyRequests where there were too many of them
     */
    public void miss(String network) {
        Instant now = clock.instant();
        Instant window = Instant.ofEpochMilli(Math.floorDiv(now.toEpochMilli(), WINDOW.toMillis()) * WINDOW.toMillis());
        Instant end = window.plus(WINDOW);
        try {
            boolean counted = table.write(Write.update(Keys.misses(network, window))
                            .add(COUNT, 1)
                            .set(TableDefinition.TTL, end.getEpochSecond())
                            .onlyIf(Condition.absent(COUNT).or(Condition.lessThan(COUNT, MOST))))
                    .done();
            if (!counted) {
                throw new TooManyRequests(Duration.between(now, end));
            }
        } catch (TableBusy busy) {
            throw new TooManyRequests(Duration.between(now, end));
        }
    }
}
