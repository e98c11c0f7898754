package org.warmhandoff.adapters.dynamo;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The primary key of one item. Every format is in {@link Keys}. */
public record Key(String pk, String sk) {

    public Key {
        if (pk.isEmpty() || sk.isEmpty()) {
            throw new IllegalArgumentException("a key has no empty part");
        }
    }

    Map<String, AttributeValue> rendered() {
        return Map.of(TableDefinition.PK, AttributeValue.fromS(pk), TableDefinition.SK, AttributeValue.fromS(sk));
    }
}
