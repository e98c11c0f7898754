package org.warmhandoff.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.net.URI;
import org.warmhandoff.adapters.signin.CognitoSignIns;
import org.warmhandoff.member.SignIns;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;

/** Where members sign in. Cognito's client is not in the zip, so the endpoint is found here as the SDK's clients find theirs. */
@Module(includes = {AwsModule.class, SettingsModule.class})
public interface SignInsModule {

    @Provides
    @Singleton
    static SignIns signIns(SdkHttpClient http, AwsCredentialsProvider credentials, Region region, Settings settings) {
        URI endpoint = settings.optional("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER")
                .or(() -> settings.optional("AWS_ENDPOINT_URL"))
                .map(URI::create)
                .orElseGet(() -> URI.create("https://cognito-idp." + region.id() + ".amazonaws.com"));
        return new CognitoSignIns(http, credentials, region, endpoint, settings.require("USER_POOL_ID"));
    }
}
