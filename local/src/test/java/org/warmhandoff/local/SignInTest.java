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
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.warmhandoff.local.sample.SampleSystem;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class SignInTest {

    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private static LocalSystem system;

    @BeforeAll
    static void start() throws Exception {
        system = LocalSystem.start(SampleSystem.options());
        put("ORG#harbor", Map.of("id", text("harbor"), "name", text("Harbor Family")), "ORG");
        put(
                "MEMBER#dana",
                Map.of(
                        "id", text("dana"),
                        "organization", text("harbor"),
                        "name", text("Dana Ortiz"),
                        "email", text("dana@example.org"),
                        "roles", AttributeValue.fromL(List.of(text("CASEWORKER"))),
                        "active", AttributeValue.fromBool(true)),
                "MEMBER");
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    private static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }

    private static void put(String key, Map<String, AttributeValue> row, String type) {
        system.table()
                .client()
                .putItem(request -> request.tableName(system.tableName())
                        .item(Map.of(
                                "PK",
                                text(key),
                                "SK",
                                text(type),
                                "type",
                                text(type),
                                "row",
                                AttributeValue.fromM(row))));
    }

    private static String authorize(String more) {
        return "/_local/oidc/authorize?client_id=warm-handoff-ui&response_type=code&redirect_uri=" + system.address()
                + "/signed-in&scope=openid%20sample/api&state=s1&nonce=n1&code_challenge_method=S256&code_challenge="
                + CHALLENGE + more;
    }

    private static HttpResponse<String> form(String path, String form) throws Exception {
        return send(request(system, path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    @Test
    void a_browser_signs_in_with_code_and_verifier_and_stays_signed_in() throws Exception {
        JsonNode configuration = Json.read(
                get(system, "/_local/oidc/.well-known/openid-configuration").body());
        assertThat(configuration.path("issuer").asText()).isEqualTo(system.address() + "/_local/oidc");

        HttpResponse<String> page = get(system, authorize(""));
        assertThat(page.body()).contains("Dana Ortiz", "Harbor Family", "name=\"code_challenge\"");

        HttpResponse<String> chosen = get(system, authorize("&login_hint=dana"));
        assertThat(chosen.statusCode()).isEqualTo(303);
        String location = chosen.headers().firstValue("location").orElseThrow();
        assertThat(location).startsWith(system.address() + "/signed-in?code=").contains("state=s1");
        String code = location.replaceAll(".*[?&]code=([^&]+).*", "$1");

        String exchange = "grant_type=authorization_code&client_id=warm-handoff-ui&redirect_uri=" + system.address()
                + "/signed-in&code=" + code + "&code_verifier=";
        HttpResponse<String> tokens = form("/_local/oidc/token", exchange + VERIFIER);
        assertThat(tokens.statusCode()).isEqualTo(200);
        assertThat(tokens.headers().firstValue("access-control-allow-origin")).contains("*");
        assertThat(form("/_local/oidc/token", exchange + VERIFIER).statusCode()).isEqualTo(400);

        JsonNode refreshed = Json.read(form(
                        "/_local/oidc/token",
                        "grant_type=refresh_token&refresh_token="
                                + Json.read(tokens.body()).path("refresh_token").asText())
                .body());
        HttpResponse<String> answer = send(request(system, "/api/things/all")
                .header(
                        "Authorization",
                        "Bearer " + refreshed.path("access_token").asText())
                .GET());
        assertThat(answer.statusCode()).isEqualTo(201);
    }

    @Test
    void renewing_does_not_change_when_somebody_said_who_they_are() throws Exception {
        String location = get(system, authorize("&login_hint=dana"))
                .headers()
                .firstValue("location")
                .orElseThrow();
        JsonNode first = Json.read(form(
                        "/_local/oidc/token",
                        "grant_type=authorization_code&client_id=warm-handoff-ui&redirect_uri=" + system.address()
                                + "/signed-in&code=" + location.replaceAll(".*[?&]code=([^&]+).*", "$1")
                                + "&code_verifier=" + VERIFIER)
                .body());
        JsonNode second = renewedAfter("P2D", first);
        JsonNode third = renewedAfter("P2D", second);

        long signedIn = claim(first, "auth_time");
        // A browser's client takes no renewed token that tells of another sign-in.
        assertThat(claim(second, "auth_time")).isEqualTo(signedIn);
        assertThat(claim(third, "auth_time")).isEqualTo(signedIn);
        assertThat(claim(third, "iat")).isGreaterThan(claim(second, "iat")).isGreaterThan(signedIn);
    }

    private static JsonNode renewedAfter(String time, JsonNode tokens) throws Exception {
        assertThat(post(system, "/_local/clock", "{\"advance\":\"" + time + "\"}")
                        .statusCode())
                .isEqualTo(200);
        return Json.read(form(
                        "/_local/oidc/token",
                        "grant_type=refresh_token&refresh_token="
                                + tokens.path("refresh_token").asText())
                .body());
    }

    private static long claim(JsonNode tokens, String name) {
        String payload = tokens.path("id_token").asText().split("\\.")[1];
        return Json.read(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8))
                .path(name)
                .asLong();
    }

    @Test
    void a_wrong_verifier_gets_nothing() throws Exception {
        String location = get(system, authorize("&login_hint=dana"))
                .headers()
                .firstValue("location")
                .orElseThrow();
        String code = location.replaceAll(".*[?&]code=([^&]+).*", "$1");
        assertThat(form(
                                "/_local/oidc/token",
                                "grant_type=authorization_code&client_id=warm-handoff-ui&redirect_uri="
                                        + system.address() + "/signed-in&code=" + code + "&code_verifier=wrong")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void nobody_is_sent_to_another_machine() throws Exception {
        assertThat(get(
                                system,
                                authorize("&login_hint=dana")
                                        .replace(system.address() + "/signed-in", "https://evil.example.com/"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_program_gets_a_token_for_a_member_and_none_for_a_stranger() throws Exception {
        JsonNode members = Json.read(get(system, "/_local/members").body());
        assertThat(members).hasSize(1);
        assertThat(members.get(0).path("organization").path("name").asText()).isEqualTo("Harbor Family");

        HttpResponse<String> answer = post(system, "/_local/token", "{\"member\":\"dana\"}");
        String token = Json.read(answer.body()).path("token").asText();
        assertThat(send(request(system, "/api/things/all")
                                .header("Authorization", "Bearer " + token)
                                .GET())
                        .statusCode())
                .isEqualTo(201);
        HttpResponse<String> stranger = post(system, "/_local/token", "{\"member\":\"nobody\"}");
        assertThat(stranger.statusCode()).isEqualTo(422);
        assertThat(stranger.headers().firstValue("content-type")).contains("application/problem+json");

        String scopeless = Json.read(post(system, "/_local/token", "{\"member\":\"dana\",\"scope\":\"openid\"}")
                        .body())
                .path("token")
                .asText();
        assertThat(send(request(system, "/api/things/all")
                                .header("Authorization", "Bearer " + scopeless)
                                .GET())
                        .statusCode())
                .isEqualTo(403);
    }
}
