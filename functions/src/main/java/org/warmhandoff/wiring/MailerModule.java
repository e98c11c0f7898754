package org.warmhandoff.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.warmhandoff.adapters.mail.SesMailer;
import org.warmhandoff.message.Mailer;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/** Sends emails. For the two senders alone. */
@Module(includes = AwsModule.class)
public interface MailerModule {

    /** Tries once: a retry of the SDK is a second mail that nobody counts. */
    @Provides
    @Singleton
    static SesV2Client ses(SdkHttpClient http, Region region, AwsCredentialsProvider credentials) {
        return SesV2Client.builder()
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
    static Mailer mailer(SesV2Client client, Settings settings) {
        return new SesMailer(client, settings.require("SENDER_ADDRESS"), settings.require("CONFIGURATION_SET"));
    }
}
