package org.warmhandoff.adapters.http;

import java.time.Duration;

/** Over a limit, for a while. */
public final class TooManyRequests extends RequestRefused {

    private final transient Duration wait;

    public TooManyRequests(Duration wait) {
        super(Problem.tooMany("Please wait a little and try again."));
        this.wait = wait;
    }

    /** Whole seconds, at least one. */
    long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
