package org.warmhandoff.local.dynamodb;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.warmhandoff.adapters.dynamo.Keys;
import org.warmhandoff.adapters.dynamo.Stamp;
import org.warmhandoff.local.clock.Timetable;
import org.warmhandoff.local.template.TableDeclaration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * When the table itself says that something is owed: the sort keys of its index of due things begin with an instant. What
 * nothing else takes up at that instant the sweep takes up once it counts as late, so that moment is one of these too.
 */
public final class DueKeys implements Timetable {

    private static final int PAGE = 5;

    /** A little more than the grace that the sweep gives, so that it sees the key then. */
    private static final Duration LATE_AFTER = Duration.ofMinutes(1).plusMillis(1);

    private final DynamoDbClient client;
    private final String table;
    private final TableDeclaration.Index index;

    public DueKeys(DynamoDbClient client, String table, TableDeclaration.Index index) {
        this.client = client;
        this.table = table;
        this.index = index;
    }

    @Override
    public Optional<Instant> firstAfter(Instant instant) {
        return IntStream.range(0, Keys.DUE_SHARDS)
                .mapToObj(shard -> firstAfter(instant, shard))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    private Optional<Instant> firstAfter(Instant instant, int shard) {
        Iterator<Instant> keys = client
                .queryPaginator(request -> request.tableName(table)
                        .indexName(index.name())
                        .keyConditionExpression("#shard = :shard and #due >= :from")
                        .expressionAttributeNames(
                                Map.of("#shard", index.attribute("HASH"), "#due", index.attribute("RANGE")))
                        .expressionAttributeValues(Map.of(
                                ":shard", AttributeValue.fromS(Keys.due(shard)),
                                ":from", AttributeValue.fromS(Stamp.of(instant.minus(LATE_AFTER)))))
                        .limit(PAGE))
                .items()
                .stream()
                .map(item -> due(item.get(index.attribute("RANGE")).s()))
                .iterator();
        Instant first = Instant.MAX;
        while (keys.hasNext()) {
            Instant due = keys.next();
            if (due.isAfter(instant)) {
                return Optional.of(due.isBefore(first) ? due : first);
            }
            Instant late = due.plus(LATE_AFTER);
            if (late.isAfter(instant) && late.isBefore(first)) {
                first = late;
            }
        }
        return first.equals(Instant.MAX) ? Optional.empty() : Optional.of(first);
    }

    private Instant due(String key) {
        try {
            return Stamp.parse(key.split("#", 2)[0]);
        } catch (DateTimeException e) {
            throw new IllegalStateException("The index " + index.name() + " holds a key without an instant: " + key, e);
        }
    }
}
