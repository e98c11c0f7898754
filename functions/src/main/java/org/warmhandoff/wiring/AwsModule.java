package org.warmhandoff.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;

/** What every AWS client of a function shares. Where services answer is left to the SDK, which reads {@code AWS_ENDPOINT_URL}. */
@Module(includes = SettingsModule.class)
public interface AwsModule {

    @Provides
    @Singleton
    static SdkHttpClient httpClient() {
        return new UnpinnedHttpClient(AwsCrtHttpClient.builder()
                .connectionTimeout(Duration.ofSeconds(2))
                .maxConcurrency(25)
                .build());
    }

    @Provides
    @Singleton
    static Region region(Settings settings) {
        return Region.of(settings.require("AWS_REGION"));
    }

    /** Named one by one, so that nothing is searched for: the environment, or under SnapStart the endpoint that Lambda names there. */
    @Provides
    @Singleton
    static AwsCredentialsProvider credentials() {
        return AwsCredentialsProviderChain.builder()
                .credentialsProviders(
                        EnvironmentVariableCredentialsProvider.create(),
                        ContainerCredentialsProvider.builder().build())
                .build();
    }
}
