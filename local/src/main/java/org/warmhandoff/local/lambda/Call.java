package org.warmhandoff.local.lambda;

import java.time.Instant;
import java.util.List;

/** One call of a function, as the desk shows it. */
public record Call(
        long number,
        String function,
        String trigger,
        Instant at,
        long millis,
        List<String> awsCalls,
        Outcome outcome,
        String detail) {

    /** How it ended. */
    public enum Outcome {
        DONE,
        FAILED,
        TIMED_OUT
    }
}
