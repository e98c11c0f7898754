package org.warmhandoff.adapters.dynamo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.warmhandoff.idempotency.Attempt;

/**
 * {@code IDEM#<sub>#<route>#<key>}: what a creating request made. Written in the transaction that makes it; read in the same batch as the
 * caller:
 *
 * <pre>{@code
 * keys.addAll(attempt.map(IdempotencyItem::key).stream().toList());      // before: with the member and all else
 * Optional<Attempt.Done> earlier = IdempotencyItem.in(read, attempt, now);
 * attempt.ifPresent(it -> writes.add(IdempotencyItem.put(it, ids, now))); // with what it makes; refused when it was made meanwhile
 * }</pre>
 */
final class IdempotencyItem {

    private static final String TYPE = "IDEM";
    private static final int FORMAT = 1;
    private static final String EXPIRES_AT = "expiresAt";

    private IdempotencyItem() {}

    static Key key(Attempt attempt) {
        return Keys.idempotency(attempt.member(), attempt.route(), attempt.key());
    }

    static Write put(Attempt attempt, List<String> ids, Instant now) {
        Instant expiresAt = now.plus(Attempt.KEPT);
        return Write.put(
                        key(attempt),
                        Attributes.with()
                                .put("type", TYPE)
                                .put("format", FORMAT)
                                .put("bodyHash", attempt.bodyHash())
                                .put("ids", ids)
                                .put(EXPIRES_AT, expiresAt)
                                .forgetAfter(expiresAt)
                                .build())
                // DynamoDB may take days to forget what expired.
                .onlyIf(Condition.itemAbsent().or(Condition.atMost(EXPIRES_AT, now)));
    }

    static Attempt.Done fromItem(Item item) {
        Attributes all = item.attributes();
        return new Attempt.Done(all.string("bodyHash"), all.strings("ids"), all.instant(EXPIRES_AT));
    }

    /** What came of the same key before, if that still counts. */
    static Optional<Attempt.Done> in(Map<Key, Item> read, Optional<Attempt> attempt, Instant now) {
        return attempt.map(IdempotencyItem::key)
                .map(read::get)
                .map(IdempotencyItem::fromItem)
                .filter(done -> !done.over(now));
    }
}
