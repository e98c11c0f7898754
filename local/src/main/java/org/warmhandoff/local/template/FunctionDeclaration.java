package org.warmhandoff.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One function as the template declares it. */
public record FunctionDeclaration(
        String name, String handler, Duration timeout, Map<String, String> environment, List<EventSource> events) {

    public FunctionDeclaration {
        environment = Map.copyOf(environment);
        events = List.copyOf(events);
    }

    /** The event sources of one kind. */
    public <E extends EventSource> Stream<E> events(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast);
    }
}
