package org.warmhandoff.adapters.dynamo;

import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One item, as read. From an index it holds only what the index projects. */
public record Item(Key key, Attributes attributes) {

    /** What lists show, kept in one map attribute because an index's projection never changes. */
    public Attributes row() {
        return attributes.attributes(TableDefinition.ROW);
    }

    static Item of(Map<String, AttributeValue> values) {
        var rest = new LinkedHashMap<>(values);
        String pk = rest.remove(TableDefinition.PK).s();
        String sk = rest.remove(TableDefinition.SK).s();
        return new Item(new Key(pk, sk), new Attributes(rest));
    }
}
