package org.warmhandoff.adapters.dynamo;

import java.time.Duration;
import java.time.Instant;

/** A limit on how often something is done in a window of time, kept by a counter that refuses the write that would pass it. */
record Counted(Key owner, String what, Duration window, int most) {

    private static final String COUNT = "count";

    /** One more. Refused where that is one too many. */
    Write once(Instant now) {
        return Write.update(Keys.counter(owner, what, start(now)))
                .add(COUNT, 1)
                .set(TableDefinition.TTL, until(now).plus(window).getEpochSecond())
                .onlyIf(Condition.absent(COUNT).or(Condition.lessThan(COUNT, most)));
    }

    /** When the next window begins. */
    Instant until(Instant now) {
        return start(now).plus(window);
    }

    private Instant start(Instant now) {
        long length = window.toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(now.toEpochMilli(), length) * length);
    }
}
