package org.warmhandoff.local.dynamodb;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.warmhandoff.local.template.TableDeclaration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/** DynamoDB Local, in memory or in a folder, holding the one table. */
public final class EmbeddedTable implements AutoCloseable {

    private static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

    private final DynamoDBProxyServer server;
    private final URI endpoint;
    private final SdkHttpClient http =
            AwsCrtHttpClient.builder().maxConcurrency(20).build();
    private final DynamoDbClient client;
    private final DynamoDbStreamsClient streams;

    private EmbeddedTable(DynamoDBProxyServer server, URI endpoint) {
        this.server = server;
        this.endpoint = endpoint;
        this.client = DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(CREDENTIALS)
                .httpClient(http)
                .build();
        this.streams = DynamoDbStreamsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(CREDENTIALS)
                .httpClient(http)
                .build();
    }

    public static EmbeddedTable start(Optional<Path> folder) throws Exception {
        int port = freePort();
        // One database whoever asks: otherwise each access key has its own, and a function in another process sees none
        // of this.
        List<String> arguments =
                new ArrayList<>(List.of("-port", String.valueOf(port), "-disableTelemetry", "-sharedDb"));
        if (folder.isPresent()) {
            Files.createDirectories(folder.get());
            arguments.addAll(List.of("-dbPath", folder.get().toString()));
        } else {
            arguments.add("-inMemory");
        }
        DynamoDBProxyServer server = quietly(() -> {
            DynamoDBProxyServer made = ServerRunner.createServerFromCommandLineArgs(arguments.toArray(String[]::new));
            made.start();
            return made;
        });
        return new EmbeddedTable(server, URI.create("http://127.0.0.1:" + port));
    }

    public URI endpoint() {
        return endpoint;
    }

    public DynamoDbClient client() {
        return client;
    }

    DynamoDbStreamsClient streams() {
        return streams;
    }

    /** Makes the table unless it is there already. */
    public void create(TableDeclaration declared) {
        try {
            TableDescription existing = client.describeTable(request -> request.tableName(declared.name()))
                    .table();
            if (!shape(declared).equals(shape(existing))) {
                throw new IllegalStateException(
                        "The table kept under .local was made by another template.yaml. Start once with --fresh.");
            }
        } catch (ResourceNotFoundException _) {
            client.createTable(request(declared));
            client.waiter().waitUntilTableExists(request -> request.tableName(declared.name()));
        }
    }

    @Override
    public void close() {
        client.close();
        streams.close();
        http.close();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local does not stop", e);
        }
    }

    private static CreateTableRequest request(TableDeclaration declared) {
        CreateTableRequest.Builder request = CreateTableRequest.builder()
                .tableName(declared.name())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(declared.attributeTypes().entrySet().stream()
                        .map(attribute -> AttributeDefinition.builder()
                                .attributeName(attribute.getKey())
                                .attributeType(attribute.getValue())
                                .build())
                        .toList())
                .keySchema(keys(declared.keys()));
        if (!declared.indexes().isEmpty()) {
            request.globalSecondaryIndexes(declared.indexes().stream()
                    .map(index -> GlobalSecondaryIndex.builder()
                            .indexName(index.name())
                            .keySchema(keys(index.keys()))
                            .projection(Projection.builder()
                                    .projectionType(index.projection())
                                    .nonKeyAttributes(index.included().isEmpty() ? null : index.included())
                                    .build())
                            .build())
                    .toList());
        }
        declared.streamViewType()
                .ifPresent(view -> request.streamSpecification(StreamSpecification.builder()
                        .streamEnabled(true)
                        .streamViewType(view)
                        .build()));
        return request.build();
    }

    private static List<KeySchemaElement> keys(List<TableDeclaration.Key> keys) {
        return keys.stream()
                .map(key -> KeySchemaElement.builder()
                        .attributeName(key.attribute())
                        .keyType(key.type())
                        .build())
                .toList();
    }

    private static String shape(TableDeclaration table) {
        return Stream.concat(
                        Stream.of("table " + names(keys(table.keys()))
                                + table.streamViewType().orElse("")),
                        table.indexes().stream()
                                .map(index -> index.name() + " " + names(keys(index.keys())) + index.projection()
                                        + index.included().stream().sorted().toList()))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String shape(TableDescription table) {
        String view = table.streamSpecification() == null
                ? ""
                : table.streamSpecification().streamViewTypeAsString();
        return Stream.concat(
                        Stream.of("table " + names(table.keySchema()) + view),
                        table.globalSecondaryIndexes().stream().map(EmbeddedTable::shape))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String shape(GlobalSecondaryIndexDescription index) {
        return index.indexName() + " " + names(index.keySchema())
                + index.projection().projectionTypeAsString()
                + index.projection().nonKeyAttributes().stream().sorted().toList();
    }

    private static List<String> names(List<KeySchemaElement> keys) {
        return keys.stream().map(KeySchemaElement::attributeName).toList();
    }

    /** DynamoDB Local prints a banner that nobody needs. */
    private static <T> T quietly(Callable<T> work) throws Exception {
        PrintStream console = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        try {
            return work.call();
        } finally {
            System.setOut(console);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
