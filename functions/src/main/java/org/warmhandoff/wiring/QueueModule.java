package org.warmhandoff.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.warmhandoff.adapters.queue.SqsLateMessages;
import org.warmhandoff.message.LateMessages;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The queue of the one sender. What stands in it twice is looked at twice, so the SDK may try again. */
@Module(includes = AwsModule.class)
public interface QueueModule {

    @Provides
    @Singleton
    static SqsClient sqs(SdkHttpClient http, Region region, AwsCredentialsProvider credentials) {
        return SqsClient.builder()
                .httpClient(http)
                .region(region)
                .credentialsProvider(credentials)
                .overrideConfiguration(configuration -> configuration
                        .apiCallAttemptTimeout(Duration.ofSeconds(3))
                        .apiCallTimeout(Duration.ofSeconds(8)))
                .build();
    }

    @Provides
    @Singleton
    static LateMessages queue(SqsClient client, Settings settings) {
        return new SqsLateMessages(client, settings.require("QUEUE_URL"));
    }
}
