package org.warmhandoff.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.warmhandoff.adapters.schedule.SchedulerTimers;
import org.warmhandoff.message.Timers;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.scheduler.SchedulerClient;

/** Brings messages back at their time. A schedule has a name of its own, so the SDK may try again. */
@Module(includes = AwsModule.class)
public interface TimersModule {

    @Provides
    @Singleton
    static SchedulerClient scheduler(SdkHttpClient http, Region region, AwsCredentialsProvider credentials) {
        return SchedulerClient.builder()
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
    static Timers timers(SchedulerClient client, Settings settings) {
        return new SchedulerTimers(
                client,
                new SchedulerTimers.Settings(
                        settings.require("SCHEDULE_GROUP"),
                        settings.require("QUEUE_ARN"),
                        settings.require("SCHEDULE_ROLE_ARN"),
                        settings.require("SCHEDULE_DLQ_ARN")));
    }
}
