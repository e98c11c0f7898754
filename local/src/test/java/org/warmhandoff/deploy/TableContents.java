package org.warmhandoff.deploy;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.warmhandoff.local.LocalSystem;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Everything in the table of a local system: to see whether something changed. */
final class TableContents {

    private TableContents() {}

    static Set<Map<String, AttributeValue>> of(LocalSystem system) {
        Set<Map<String, AttributeValue>> items = new HashSet<>();
        system.table()
                .client()
                .scanPaginator(scan -> scan.tableName(system.tableName()).consistentRead(true))
                .items()
                .forEach(items::add);
        return items;
    }
}
