package org.warmhandoff.local.template;

import java.time.Duration;
import java.util.Optional;

/** A queue; what fails more often than {@code redrive} says goes to its dead-letter queue. */
public record QueueDeclaration(String name, Duration visibility, Duration delay, Optional<Redrive> redrive) {

    /** Where messages go that were received too often. */
    public record Redrive(String queue, int maxReceives) {}
}
