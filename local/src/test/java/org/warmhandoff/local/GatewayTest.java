package org.warmhandoff.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.local.sample.SampleSystem.get;
import static org.warmhandoff.local.sample.SampleSystem.post;
import static org.warmhandoff.local.sample.SampleSystem.request;
import static org.warmhandoff.local.sample.SampleSystem.send;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.warmhandoff.local.sample.SampleSystem;

class GatewayTest {

    private static LocalSystem system;

    @BeforeAll
    static void start() throws Exception {
        system = LocalSystem.start(SampleSystem.options());
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    private static HttpResponse<String> signedIn(String token, String path) throws Exception {
        return send(request(system, path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"a\":1}")));
    }

    @Test
    void a_function_gets_the_event_of_payload_format_2() throws Exception {
        HttpResponse<String> answer = signedIn(system.token("member-1"), "/api/things/a%20b?q=1&q=2&r=%C3%A9");
        JsonNode event = Json.read(answer.body());

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("x-sample")).contains("1");
        assertThat(answer.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
        assertThat(event.path("version").asText()).isEqualTo("2.0");
        assertThat(event.path("routeKey").asText()).isEqualTo("POST /api/things/{id}");
        assertThat(event.path("rawPath").asText()).isEqualTo("/api/things/a%20b");
        assertThat(event.path("rawQueryString").asText()).isEqualTo("q=1&q=2&r=%C3%A9");
        assertThat(event.path("queryStringParameters").path("q").asText()).isEqualTo("1,2");
        assertThat(event.path("queryStringParameters").path("r").asText()).isEqualTo("é");
        assertThat(event.path("pathParameters").path("id").asText()).isEqualTo("a b");
        assertThat(event.path("body").asText()).isEqualTo("{\"a\":1}");
        assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
        assertThat(event.path("headers").path("content-type").asText()).isEqualTo("application/json");
        assertThat(event.path("headers").path("x-origin-secret").asText()).isNotEmpty();
        assertThat(event.path("headers").path("true-client-ip").asText()).isEqualTo("127.0.0.1");
        JsonNode jwt = event.path("requestContext").path("authorizer").path("jwt");
        assertThat(jwt.path("claims").path("sub").asText()).isEqualTo("member-1");
        assertThat(jwt.path("claims").path("exp").isTextual()).isTrue();
        assertThat(jwt.path("scopes").get(0).asText()).isEqualTo("sample/api");
    }

    @Test
    void a_form_reaches_the_function_as_base64() throws Exception {
        HttpResponse<String> answer = send(request(system, "/x/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("confirm=yes")));
        JsonNode event = Json.read(answer.body());

        assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
        assertThat(new String(Base64.getDecoder().decode(event.path("body").asText()), StandardCharsets.UTF_8))
                .isEqualTo("confirm=yes");
        assertThat(event.path("routeKey").asText()).isEqualTo("ANY /x/{token}");
        assertThat(event.path("requestContext").has("authorizer")).isFalse();
    }

    @Test
    void words_go_before_variables() throws Exception {
        HttpResponse<String> answer = send(request(system, "/api/things/all")
                .header("Authorization", "Bearer " + system.token("m"))
                .GET());
        assertThat(Json.read(answer.body()).path("routeKey").asText()).isEqualTo("GET /api/things/all");
    }

    @Test
    void api_gateway_answers_for_itself_what_reaches_no_function() throws Exception {
        assertThat(post(system, "/api/things/1", "{}").statusCode()).isEqualTo(401);
        assertThat(post(system, "/api/things/1", "{}").body()).isEqualTo("{\"message\":\"Unauthorized\"}");
        assertThat(signedIn("nonsense", "/api/things/1").statusCode()).isEqualTo(401);
        assertThat(get(system, "/api/nothing").statusCode()).isEqualTo(404);
        assertThat(get(system, "/api/nothing").body()).isEqualTo("{\"message\":\"Not Found\"}");
        assertThat(get(system, "/x/broken").statusCode()).isEqualTo(500);
        assertThat(get(system, "/x/broken").body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
    }

    @Test
    void a_token_ends_by_the_local_clock() throws Exception {
        String token = system.token("member-1");
        assertThat(signedIn(token, "/api/things/1").statusCode()).isEqualTo(201);

        system.journey().advance(Duration.ofHours(13));

        assertThat(signedIn(token, "/api/things/1").statusCode()).isEqualTo(401);
    }
}
