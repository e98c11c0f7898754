package org.warmhandoff.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.warmhandoff.adapters.dynamo.Key;
import org.warmhandoff.adapters.dynamo.MemoryTable;
import org.warmhandoff.adapters.dynamo.Table;
import org.warmhandoff.adapters.dynamo.Write;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

class PrimingTest {

    private static final Key KEY = new Key("PRIMED", "PRIMED");

    @Test
    void asks_each_route_as_somebody_and_by_a_link_that_there_cannot_be() throws Exception {
        Set<JsonNode> asked = new LinkedHashSet<>();
        prime(
                (event, answer, context) -> asked.add(new ObjectMapper().readTree(event)),
                "POST /api/referrals/{id}/accept",
                "GET /c/{token}/{n}");

        assertThat(asked)
                .extracting(event -> event.path("routeKey").asText())
                .containsExactly("POST /api/referrals/{id}/accept", "GET /c/{token}/{n}");
        assertThat(asked).allSatisfy(event -> {
            assertThat(event.at("/requestContext/authorizer/jwt/claims/sub").asText())
                    .isEqualTo("nobody-at-all");
            assertThat(event.at("/requestContext/http/method").asText())
                    .isEqualTo(event.path("routeKey").asText().split(" ")[0]);
        });
        List<JsonNode> events = List.copyOf(asked);
        assertThat(events.get(0).at("/pathParameters/id").asText()).isEqualTo("nobody-at-all");
        assertThat(events.get(1).at("/pathParameters/token").asText()).hasSize(43);
        assertThat(events.get(1).at("/pathParameters/n").asText()).isEqualTo("1");
    }

    @Test
    void fails_nothing_where_the_function_fails() throws Exception {
        List<Integer> tried = new ArrayList<>();
        prime(
                (event, answer, context) -> {
                    tried.add(1);
                    if (tried.size() % 2 == 0) {
                        throw new IOException("no answer");
                    }
                    throw new IllegalStateException("no table");
                },
                "GET /api/me");
        assertThat(tried).hasSizeGreaterThan(1);
    }

    @Test
    void writes_nothing_while_it_lasts_and_all_again_afterwards() throws Exception {
        MemoryTable memory = new MemoryTable();
        Table table = new ReadingTable(memory);
        List<Boolean> done = new ArrayList<>();
        prime(
                (event, answer, context) ->
                        done.add(table.write(Write.create(KEY, attributes())).done()),
                "GET /api/me");

        assertThat(done).isNotEmpty().containsOnly(false);
        assertThat(table.get(KEY)).isEmpty();
        assertThat(table.write(Write.create(KEY, attributes())).done()).isTrue();
        assertThat(memory.get(KEY)).isPresent();
    }

    private static org.warmhandoff.adapters.dynamo.Attributes attributes() {
        return org.warmhandoff.adapters.dynamo.Attributes.with()
                .put("type", "PRIMED")
                .build();
    }

    @Test
    void leaves_no_connection_open_and_keeps_them_afterwards() throws Exception {
        List<SdkHttpRequest> sent = new ArrayList<>();
        SdkHttpClient client = new UnpinnedHttpClient(new SdkHttpClient() {
            @Override
            public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
                sent.add(request.httpRequest());
                return null;
            }

            @Override
            public void close() {}
        });
        HttpExecuteRequest request = HttpExecuteRequest.builder()
                .request(SdkHttpRequest.builder()
                        .method(SdkHttpMethod.POST)
                        .uri(URI.create("https://dynamodb.us-east-1.amazonaws.com/"))
                        .putHeader("Content-Length", "2")
                        .build())
                .build();
        prime((event, answer, context) -> client.prepareRequest(request), "GET /api/me");

        assertThat(sent).isNotEmpty().allSatisfy(primed -> {
            assertThat(primed.firstMatchingHeader("Connection")).contains("close");
            assertThat(primed.firstMatchingHeader("Content-Length")).contains("2");
        });
        sent.clear();
        client.prepareRequest(request);
        assertThat(sent.getFirst().firstMatchingHeader("Connection")).isEmpty();
    }

    private static void prime(RequestStreamHandler handler, String... routes) throws Exception {
        Priming.of(handler, routes);
        List.copyOf(Priming.kept()).getLast().beforeCheckpoint(null);
        assertThat(Priming.isUnderWay()).isFalse();
    }
}
