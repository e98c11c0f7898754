package org.warmhandoff.local.dynamodb;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.warmhandoff.adapters.dynamo.Index;
import org.warmhandoff.message.MessageKey;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The messages in the table. Read past every function, as an operator would look into the table. */
public final class OwedMessages {

    private final DynamoDbClient client;
    private final String table;

    public OwedMessages(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    /** The message of this kind that is due first; where none is owed any more, one that was. */
    public Optional<MessageKey> first(String namesBegin) {
        return client
                .scanPaginator(request -> request.tableName(table)
                        .consistentRead(true)
                        .filterExpression("begins_with(SK, :name)")
                        .expressionAttributeValues(Map.of(":name", AttributeValue.fromS(namesBegin))))
                .items()
                .stream()
                .min(Comparator.comparing(OwedMessages::due))
                .map(item -> new MessageKey(item.get("PK").s(), item.get("SK").s()));
    }

    /** What is owed no more comes last. */
    private static String due(Map<String, AttributeValue> item) {
        return item.getOrDefault(Index.DUE.sort(), AttributeValue.fromS("~")).s();
    }
}
