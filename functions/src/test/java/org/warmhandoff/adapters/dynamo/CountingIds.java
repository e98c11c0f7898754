package org.warmhandoff.adapters.dynamo;

import java.util.concurrent.atomic.AtomicInteger;
import org.warmhandoff.Ids;

/** One count for all tables: DynamoDB knows a transaction by its token, whichever table it is on. */
final class CountingIds implements Ids {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Override
    public String next() {
        return "%026d".formatted(COUNT.incrementAndGet());
    }

    @Override
    public String token128() {
        return "%022d".formatted(COUNT.incrementAndGet());
    }

    @Override
    public String token256() {
        return "%043d".formatted(COUNT.incrementAndGet());
    }
}
