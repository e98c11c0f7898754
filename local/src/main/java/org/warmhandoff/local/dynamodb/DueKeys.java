package org.warmhandoff.local.dynamodb;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.warmhandoff.local.clock.Timetable;
import org.warmhandoff.local.template.TableDeclaration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** When the table itself says that something is owed: the sort keys of its index of due things begin with an instant. */
public final class DueKeys implements Timetable {

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
        return client.scanPaginator(request -> request.tableName(table).indexName(index.name())).items().stream()
                .flatMap(item -> due(item).stream())
                .filter(due -> due.isAfter(instant))
                .min(Instant::compareTo);
    }

    private Optional<Instant> due(Map<String, AttributeValue> item) {
        String key = item.get(index.attribute("RANGE")).s();
        try {
            return Optional.of(Instant.parse(key.split("#", 2)[0]));
        } catch (DateTimeException e) {
            throw new IllegalStateException("The index " + index.name() + " holds a key without an instant: " + key, e);
        }
    }
}
