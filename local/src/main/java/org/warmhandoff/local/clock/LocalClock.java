package org.warmhandoff.local.clock;

import com.fasterxml.jackson.databind.node.LongNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.local.store.Store;

/** Ticks like any clock, some time ahead of the machine's; stands still while somebody travels. */
public final class LocalClock implements InstantSource {

    private final Store store;
    private Duration ahead;
    private @Nullable Instant held;

    public LocalClock(Store store) {
        this.store = store;
        this.ahead = store.load("clock")
                .map(millis -> Duration.ofMillis(millis.asLong()))
                .orElse(Duration.ZERO);
    }

    @Override
    public synchronized Instant instant() {
        return held != null ? held : InstantSource.system().instant().plus(ahead);
    }

    public synchronized boolean isHeld() {
        return held != null;
    }

    /** Begins this long before the machine's time; for what is planted before anybody looks. */
    public synchronized void beginEarlier(Duration by) {
        ahead = by.negated();
        store.save("clock", () -> LongNode.valueOf(ahead().toMillis()));
    }

    synchronized void hold(Instant at) {
        held = at;
    }

    /** Ticks on from where it was held. */
    synchronized void release() {
        if (held != null) {
            ahead = Duration.between(InstantSource.system().instant(), held);
            held = null;
            store.save("clock", () -> LongNode.valueOf(ahead().toMillis()));
        }
    }

    private synchronized Duration ahead() {
        return ahead;
    }
}
