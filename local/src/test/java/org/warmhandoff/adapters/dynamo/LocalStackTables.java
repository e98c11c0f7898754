package org.warmhandoff.adapters.dynamo;

import java.util.concurrent.atomic.AtomicInteger;
import org.warmhandoff.Ids;
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

    /** One count for all tables: DynamoDB knows a transaction by its token, whichever table it is on. */
    private static final class CountingIds implements Ids {

        @Override
        public String next() {
            return "%026d".formatted(COUNT.incrementAndGet());
        }

        @Override
        public String token128() {
            return "%022d".formatted(COUNT.incrementAndGet());
        }

        @Override
        public String token256() {
            return "%043d".formatted(COUNT.incrementAndGet());
        }
    }
}
