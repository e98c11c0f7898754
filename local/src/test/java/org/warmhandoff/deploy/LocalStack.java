package org.warmhandoff.deploy;

import java.net.URI;
import java.util.concurrent.locks.LockSupport;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import org.warmhandoff.adapters.dynamo.TableDefinition;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** One LocalStack for all tests that need it; it ends with them. */
public final class LocalStack {

    private static final SdkHttpClient HTTP = AwsCrtHttpClient.create();
    private static LocalStackContainer container;

    private LocalStack() {}

    /** A client of the kind that the functions make, its address aside. */
    public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
        return builder.httpClient(HTTP)
                .endpointOverride(endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .build();
    }

    /** A new table of our shape; the SDK's own waiter looks every twenty seconds. */
    public static void createTable(DynamoDbClient client, String name) {
        client.createTable(TableDefinition.named(name));
        while (client.describeTable(describe -> describe.tableName(name))
                        .table()
                        .tableStatus()
                != TableStatus.ACTIVE) {
            LockSupport.parkNanos(50_000_000);
        }
    }

    static URI endpoint() {
        return started().getEndpoint();
    }

    private static synchronized LocalStackContainer started() {
        if (container == null) {
            container = new LocalStackContainer(DockerImageName.parse(ImagesPresent.LOCALSTACK))
                    // The default provider of streams loses the first record after CreateTable.
                    .withEnv("PROVIDER_OVERRIDE_DYNAMODBSTREAMS", "v2");
            container.start();
            Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
        }
        return container;
    }
}
