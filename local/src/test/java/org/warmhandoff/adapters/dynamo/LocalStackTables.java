package org.warmhandoff.adapters.dynamo;

import java.util.concurrent.atomic.AtomicInteger;
import org.warmhandoff.deploy.LocalStack;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Tables of our shape in the one LocalStack that tests share. */
final class LocalStackTables {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static DynamoDbClient client;

    private LocalStackTables() {}

    /** One with nothing in it. */
    static synchronized Table freshTable() {
        if (client == null) {
            client = LocalStack.client(DynamoDbClient.builder());
        }
        String name = "contract-" + COUNT.incrementAndGet();
        LocalStack.createTable(client, name);
        return new DynamoTable(client, name, new CountingIds(), new Attempts(pause -> {}));
    }
}
