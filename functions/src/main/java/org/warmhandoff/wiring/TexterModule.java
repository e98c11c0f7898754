package org.warmhandoff.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.warmhandoff.adapters.sms.SnsTexter;
import org.warmhandoff.message.Texter;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;

/** Sends texts. For the two senders alone. */
@Module(includes = AwsModule.class)
public interface TexterModule {

    /** Tries once: a retry of the SDK is a second text that nobody counts. */
    @Provides
    @Singleton
    static SnsClient sns(SdkHttpClient http, Region region, AwsCredentialsProvider credentials) {
        return SnsClient.builder()
                .httpClient(http)
                .region(region)
                .credentialsProvider(credentials)
                .overrideConfiguration(configuration -> configuration
                        .retryStrategy(AwsRetryStrategy.doNotRetry())
                        .apiCallTimeout(Duration.ofSeconds(10)))
                .build();
    }

    @Provides
    @Singleton
    static Texter texter(SnsClient client, Settings settings) {
        return new SnsTexter(client, settings.require("TEXT_NUMBER"));
    }
}
