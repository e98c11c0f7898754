package org.warmhandoff.adapters.dynamo;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtendWith;
import org.warmhandoff.Ids;
import org.warmhandoff.deploy.ImagesPresent;
import org.warmhandoff.deploy.LocalStack;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The same contract as in memory and in DynamoDB Local, now in LocalStack. */
@ExtendWith(ImagesPresent.class)
class LocalStackTableTest extends TableContract {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static DynamoDbClient client;

    @Override
    Table fresh() {
        if (client == null) {
            client = LocalStack.client(DynamoDbClient.builder());
        }
        String name = "contract-" + COUNT.incrementAndGet();
        LocalStack.createTable(client, name);
        return new DynamoTable(client, name, new CountingIds(), new Attempts(pause -> {}));
    }

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
