package org.warmhandoff.adapters.dynamo;

import java.time.Duration;
import java.time.Instant;

/** An event that had its effect: delivered again, days later or at once, it has none. Kept for two weeks. */
public final class SeenEventItem {

    private static final Duration KEPT = Duration.ofDays(14);

    private SeenEventItem() {}

    public static Key key(String eventId) {
        return Keys.seenEvent(eventId);
    }

    /** Goes first in the transaction of the effect; refused where the event was seen. */
    public static Write put(String eventId, Instant now) {
        return Write.create(
                Keys.seenEvent(eventId),
                Attributes.with()
                        .put("type", "SEEN")
                        .put("v", 1)
                        .put("at", now)
                        .forgetAfter(now.plus(KEPT))
                        .build());
    }
}
