package org.warmhandoff.adapters.dynamo;

import java.time.Duration;
import java.util.function.Consumer;

/** How often what the table did not take is tried again: conflicts end within milliseconds, so short waits, each a random part of twice the last. */
final class Attempts {

    /** Tries after the first. */
    static final int AGAIN = 5;

    private static final long FIRST_MILLIS = 25;

    private final Consumer<Duration> pause;

    Attempts(Consumer<Duration> pause) {
        this.pause = pause;
    }

    static Attempts sleeping() {
        return new Attempts(Attempts::sleep);
    }

    /** One try: its answer, or {@link TryAgain}. */
    interface Attempt<T> {
        T make() throws TryAgain;
    }

    /** This try failed in a way that another may not. */
    static final class TryAgain extends Exception {
        TryAgain(String what, Throwable cause) {
            super(what, cause, false, false);
        }
    }

    <T> T of(Attempt<T> attempt) {
        for (int again = 0; ; again++) {
            try {
                return attempt.make();
            } catch (TryAgain failed) {
                if (again == AGAIN) {
                    throw new TableBusy(failed.getMessage(), failed.getCause());
                }
                long ceiling = FIRST_MILLIS << again;
                pause.accept(Duration.ofMillis(between(ceiling / 2, ceiling)));
            }
        }
    }

    /**
     * By the nanosecond at which it is asked. A generator of random numbers would be part of a snapshot, and functions that wake up from
     * one and meet in a conflict would wait alike and meet again.
     */
    private static long between(long least, long most) {
        long mixed = System.nanoTime() * 0x9E3779B97F4A7C15L;
        return least + Math.floorMod(mixed ^ (mixed >>> 32), most - least + 1);
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TableBusy("interrupted while waiting for another try", e);
        }
    }
}
