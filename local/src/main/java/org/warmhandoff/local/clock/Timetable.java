package org.warmhandoff.local.clock;

import java.time.Instant;
import java.util.Optional;

/** Knows what will be due later. */
@FunctionalInterface
public interface Timetable {

    /** The first due instant after this one. */
    Optional<Instant> firstAfter(Instant instant);
}
