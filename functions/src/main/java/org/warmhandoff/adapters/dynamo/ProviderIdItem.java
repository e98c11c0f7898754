package org.warmhandoff.adapters.dynamo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.warmhandoff.message.MessageKey;

/** By the provider's name for a text its message is found again: of texts nothing else comes back. Kept for a week. */
public final class ProviderIdItem {

    private static final Duration KEPT = Duration.ofDays(7);

    private ProviderIdItem() {}

    public static Write put(String providerId, MessageKey message, Instant now) {
        return Write.put(
                Keys.providerId(providerId),
                Attributes.with()
                        .put("type", "PROV")
                        .put("v", 1)
                        .put("message", message.text())
                        .forgetAfter(now.plus(KEPT))
                        .build());
    }

    public static Key key(String providerId) {
        return Keys.providerId(providerId);
    }

    public static Optional<MessageKey> message(Optional<Item> item) {
        return item.flatMap(found -> MessageKey.ofText(found.attributes().string("message")));
    }
}
