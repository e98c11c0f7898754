package org.warmhandoff.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.warmhandoff.Ids;
import org.warmhandoff.adapters.dynamo.DynamoTable;
import org.warmhandoff.adapters.dynamo.Table;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The table. */
@Module(includes = {AwsModule.class, IdsModule.class})
public interface TableModule {

    @Provides
    @Singleton
    static DynamoDbClient dynamoDb(SdkHttpClient http, Region region, AwsCredentialsProvider credentials) {
        return DynamoDbClient.builder()
                .httpClient(http)
                .region(region)
                .credentialsProvider(credentials)
                .overrideConfiguration(configuration -> configuration
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy())
                        .apiCallAttemptTimeout(Duration.ofSeconds(3))
                        .apiCallTimeout(Duration.ofSeconds(8)))
                .build();
    }

    @Provides
    @Singleton
    static Table table(DynamoDbClient client, Settings settings, Ids ids) {
        return new ReadingTable(new DynamoTable(client, settings.require("TABLE_NAME"), ids));
    }
}
