package org.warmhandoff.local.dynamodb;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.warmhandoff.adapters.dynamo.Keys;
import org.warmhandoff.adapters.dynamo.Stamp;
import org.warmhandoff.local.clock.Timetable;
import org.warmhandoff.local.template.TableDeclaration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** When the table itself says that something is owed: the sort keys of its index of due things begin with an instant. */
public final class DueKeys implements Timetable {

    private static final int PAGE = 5;

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
        return client
                .queryPaginator(request -> request.tableName(table)
                        .indexName(index.name())
                        .keyConditionExpression("#shard = :shard and #due >= :now")
                        .expressionAttributeNames(
                                Map.of("#shard", index.attribute("HASH"), "#due", index.attribute("RANGE")))
                        .expressionAttributeValues(Map.of(
                                ":shard", AttributeValue.fromS(Keys.due(shard)),
                                ":now", AttributeValue.fromS(Stamp.of(instant))))
                        .limit(PAGE))
                .items()
                .stream()
                .map(item -> due(item.get(index.attribute("RANGE")).s()))
                .filter(due -> due.isAfter(instant))
                .findFirst();
    }

    private Instant due(String key) {
        try {
            return Stamp.parse(key.split("#", 2)[0]);
        } catch (DateTimeException e) {
            throw new IllegalStateException("The index " + index.name() + " holds a key without an instant: " + key, e);
        }
    }
}
