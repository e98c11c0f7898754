package org.warmhandoff.adapters.dynamo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.message.MessageKey;

/** What is owed and late, as the index says. The index trails, so whoever acts on one of these reads it first. */
public final class DueMessages {

    private static final int AT_A_TIME = 25;

    private final Table table;

    public DueMessages(Table table) {
        this.table = table;
    }

    /** @param next where the same shard goes on; empty where there is no more */
    public record Some(List<MessageKey> messages, Optional<Position> next) {}

    /** Some of a shard's messages that were due until then, longest due first. */
    public Some until(Instant then, int shard, Optional<Position> from) {
        Page page = table.query(Query.of(Index.DUE, Keys.due(shard))
                .atMost(Stamp.of(then))
                .limit(AT_A_TIME)
                .from(from));
        return new Some(
                page.items().stream()
                        .map(Item::key)
                        .filter(key -> key.sk().startsWith(MessageKey.PREFIX))
                        .map(MessageItem::messageKey)
                        .toList(),
                page.next());
    }

    public int shards() {
        return Keys.DUE_SHARDS;
    }
}
