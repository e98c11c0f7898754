package org.warmhandoff.wiring;

import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Ends each connection after its request for as long as a function is primed: one that is open when the snapshot is taken is dead in
 * every copy, and the first request would be the one to find out. While a {@link Rehearsal} is played, none is opened.
 */
record UnpinnedHttpClient(SdkHttpClient client) implements SdkHttpClient {

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return Rehearsal.call().orElseGet(() -> client.prepareRequest(Priming.isUnderWay() ? last(request) : request));
    }

    private static HttpExecuteRequest last(HttpExecuteRequest request) {
        return HttpExecuteRequest.builder()
                .request(request.httpRequest().toBuilder()
                        .putHeader("Connection", "close")
                        .build())
                .contentStreamProvider(request.contentStreamProvider().orElse(null))
                .metricCollector(request.metricCollector().orElse(null))
                .build();
    }

    @Override
    public String clientName() {
        return client.clientName();
    }

    @Override
    public void close() {
        client.close();
    }
}
