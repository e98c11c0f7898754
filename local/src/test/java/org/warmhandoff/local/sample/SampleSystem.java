package org.warmhandoff.local.sample;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.warmhandoff.local.LocalSystem;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;

/** The local system over the sample template, with clients as a function would make them. */
public final class SampleSystem {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private SampleSystem() {}

    public static LocalSystem.Options options() {
        try {
            return LocalSystem.Options.inMemory(Path.of(
                    SampleSystem.class.getResource("/sample-template.yaml").toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            LocalSystem system, B builder) {
        return builder.region(Region.US_EAST_1)
                .endpointOverride(system.wireAddress())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClient(AwsCrtHttpClient.create())
                .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    public static HttpResponse<String> get(LocalSystem system, String path) throws IOException, InterruptedException {
        return send(request(system, path).GET());
    }

    public static HttpResponse<String> post(LocalSystem system, String path, String json)
            throws IOException, InterruptedException {
        return send(request(system, path)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public static HttpRequest.Builder request(LocalSystem system, String path) {
        return HttpRequest.newBuilder(URI.create(system.address() + path));
    }

    public static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
