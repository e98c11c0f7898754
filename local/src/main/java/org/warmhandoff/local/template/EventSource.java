package org.warmhandoff.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What calls a function. */
public sealed interface EventSource {

    /** A route of the HTTP API. */
    record Route(String method, String path, Access access, Duration timeout) implements EventSource {}

    /** The stream of the table. */
    record Stream(
            String table,
            int batchSize,
            List<EventFilter> filters,
            boolean reportsItems,
            int retries,
            boolean bisects,
            boolean fromTheStart,
            Optional<String> onFailureQueue)
            implements EventSource {}

    /** A queue. */
    record Queue(String queue, int batchSize, boolean reportsItems, List<EventFilter> filters) implements EventSource {}

    /** A topic. */
    record Topic(String topic) implements EventSource {}

    /** A recurring rule of EventBridge. */
    record Rule(String name, Recurrence recurrence, Optional<String> input) implements EventSource {}

    /** A subscription to a log group. */
    record LogLines(String logGroup, String filterPattern) implements EventSource {}

    /** Who may call a route. */
    sealed interface Access {

        /** Anybody: the handler decides by the link. */
        record Open() implements Access {}

        /** Who shows a token of this issuer, meant for one of these audiences, with one of these scopes. */
        record Token(String issuer, List<String> audiences, List<String> scopes) implements Access {}
    }
}
