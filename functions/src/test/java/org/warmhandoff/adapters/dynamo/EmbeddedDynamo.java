package org.warmhandoff.adapters.dynamo;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/** DynamoDB Local in this process, in memory, on a free port; started once for all tests that need it. */
public final class EmbeddedDynamo {

    private static final AtomicInteger TABLES = new AtomicInteger();
    private static DynamoDbClient client;

    private EmbeddedDynamo() {}

    /** A table of our shape with nothing in it. */
    public static Table freshTable() {
        String name = "table-" + TABLES.incrementAndGet();
        client().createTable(TableDefinition.named(name));
        return new DynamoTable(client(), name, new CountingIds(), new Attempts(pause -> {}));
    }

    public static synchronized DynamoDbClient client() {
        if (client == null) {
            client = started();
        }
        return client;
    }

    private static DynamoDbClient started() {
        try {
            int port;
            try (ServerSocket free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
            DynamoDBProxyServer server = ServerRunner.createServerFromCommandLineArgs(
                    new String[] {"-inMemory", "-port", Integer.toString(port), "-disableTelemetry"});
            server.start();
            return DynamoDbClient.builder()
                    .endpointOverride(URI.create("http://localhost:" + port))
                    .region(Region.US_EAST_1)
                    .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                    .httpClient(AwsCrtHttpClient.builder()
                            .connectionTimeout(Duration.ofSeconds(5))
                            .build())
                    .build();
        } catch (IOException e) {
            throw new IllegalStateException("no free port", e);
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local does not start", e);
        }
    }
}
