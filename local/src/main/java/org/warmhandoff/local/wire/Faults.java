package org.warmhandoff.local.wire;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What tests let go wrong between us and a service: each fault is used up by one call. */
public final class Faults {

    /** How a call fails. */
    public enum Fault {
        /** Refused: too many calls. The service did nothing. */
        THROTTLE,
        /** Answered 500; the service did nothing. */
        FAIL_BEFORE,
        /** The service did it, then answered 500. */
        FAIL_AFTER,
        /** The service did it, and the answer was lost. */
        LOSE_ANSWER,
        /** Nobody answers; the service did nothing. */
        NO_CONNECTION
    }

    private final Map<String, Deque<Fault>> planned = new ConcurrentHashMap<>();

    /** The next call of this operation fails like this. */
    public void next(String operation, Fault fault) {
        planned.compute(operation, (_, queue) -> {
            Deque<Fault> faults = queue == null ? new ArrayDeque<>() : queue;
            faults.addLast(fault);
            return faults;
        });
    }

    Optional<Fault> take(String operation) {
        Fault[] taken = new Fault[1];
        planned.computeIfPresent(operation, (_, queue) -> {
            taken[0] = queue.pollFirst();
            return queue.isEmpty() ? null : queue;
        });
        return Optional.ofNullable(taken[0]);
    }
}
