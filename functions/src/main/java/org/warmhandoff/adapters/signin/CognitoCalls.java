package org.warmhandoff.adapters.signin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.function.Consumer;
import org.warmhandoff.adapters.http.Json;
import org.warmhandoff.adapters.http.JsonWriter;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.regions.Region;

/**
 * Signed calls to Cognito in its own wire format. Four small calls do not weigh the three megabytes that its client adds to every
 * function, so the SDK's signer and HTTP client are used without it.
 */
final class CognitoCalls {

    private static final String TARGET = "AWSCognitoIdentityProviderService.";
    private static final int TRIES = 3;

    private final SdkHttpClient http;
    private final AwsCredentialsProvider credentials;
    private final Region region;
    private final URI endpoint;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    CognitoCalls(SdkHttpClient http, AwsCredentialsProvider credentials, Region region, URI endpoint) {
        this.http = http;
        this.credentials = credentials;
        this.region = region;
        this.endpoint = endpoint;
    }

    /** What a call was answered. */
    record Answer(int status, Json body) {

        boolean done() {
            return status == 200;
        }

        /** The name of the error, without the namespace that some services put before it. */
        String error() {
            String type = body.field("__type")
                    .map(value -> value instanceof Json.Str(String text) ? text : "")
                    .orElse("");
            return type.substring(type.lastIndexOf('#') + 1);
        }

        private boolean mayPass() {
            return status >= 500 || error().equals("TooManyRequestsException");
        }
    }

    Answer call(String operation, Consumer<JsonWriter> input) {
        byte[] body = JsonWriter.object(input);
        for (int attempt = 1; ; attempt++) {
            Answer answer = once(operation, body);
            if (!answer.mayPass() || attempt == TRIES) {
                return answer;
            }
        }
    }

    private Answer once(String operation, byte[] body) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(endpoint)
                .putHeader("content-type", "application/x-amz-json-1.1")
                .putHeader("content-length", Integer.toString(body.length))
                .putHeader("x-amz-target", TARGET + operation)
                .build();
        SignedRequest signed = signer.sign(to -> to.identity(credentials.resolveCredentials())
                .request(request)
                .payload(() -> new ByteArrayInputStream(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "cognito-idp")
                .putProperty(AwsV4HttpSigner.REGION_NAME, region.id()));
        try {
            HttpExecuteResponse response = http.prepareRequest(HttpExecuteRequest.builder()
                            .request(signed.request())
                            .contentStreamProvider(signed.payload().orElseThrow())
                            .build())
                    .call();
            return new Answer(response.httpResponse().statusCode(), read(response));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Some calls are answered with no body, and an error in between may not be JSON. */
    private static Json read(HttpExecuteResponse response) throws IOException {
        if (response.responseBody().isEmpty()) {
            return NOTHING;
        }
        byte[] bytes;
        try (InputStream stream = response.responseBody().get()) {
            bytes = stream.readAllBytes();
        }
        return bytes.length == 0 || bytes[0] != '{' ? NOTHING : Json.parse(bytes);
    }

    private static final Json NOTHING = new Json.Null();
}
