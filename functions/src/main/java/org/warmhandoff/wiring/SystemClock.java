package org.warmhandoff.wiring;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/**
 * What every function takes for now. The local system, which runs functions in its own process, may put a clock of its own in the place
 * of the machine's, before or after the functions are made. In Lambda nothing can: nothing in the functions calls {@link #replace}, no
 * event or setting leads to it, and there it refuses.
 */
public final class SystemClock {

    private static volatile InstantSource source = InstantSource.system();

    private SystemClock() {}

    /** The clock, whichever is in place when it is asked. */
    static InstantSource shared() {
        return () -> source.instant();
    }

    /** Puts another clock in place for all functions of this process. */
    public static void replace(InstantSource clock) {
        if (System.getenv("AWS_EXECUTION_ENV") != null) {
            throw new IllegalStateException("in Lambda the clock is Lambda's");
        }
        source = Objects.requireNonNull(clock);
    }

    /** The machine's clock again. */
    public static void restore() {
        source = InstantSource.system();
    }

    /** What the clock in place says. */
    public static Instant now() {
        return source.instant();
    }
}
