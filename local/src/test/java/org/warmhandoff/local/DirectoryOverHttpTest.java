package org.warmhandoff.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The directory and its people, from outside: the template's own routes, settings and functions, and the seeded network. */
class DirectoryOverHttpTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static LocalSystem system;
    private static String administrator;
    private static String caseworker;
    private static String organization;

    @BeforeAll
    static void start() throws Exception {
        system = LocalSystem.start(
                LocalSystem.Options.inMemory(Path.of("..", "template.yaml")).beginning(LocalSystem.Beginning.NETWORK));
        JsonNode members = MAPPER.readTree(HTTP.send(
                        HttpRequest.newBuilder(URI.create(system.address() + "/_local/members"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body());
        for (JsonNode member : members) {
            String roles = member.path("roles").toString();
            if (roles.contains("ADMINISTRATOR")) {
                administrator = member.path("member").asText();
            } else if (roles.contains("CASEWORKER")) {
                caseworker = member.path("member").asText();
                organization = member.at("/organization/id").asText();
            }
        }
    }

    @AfterAll
    static void stop() throws Exception {
        system.close();
    }

    private record Reply(int status, JsonNode body, HttpResponse<String> raw) {
        String text(String pointer) {
            return body.at(pointer).asText();
        }

        List<String> all(String list, String field) {
            List<String> values = new ArrayList<>();
            body.at(list).forEach(each -> values.add(each.path(field).asText()));
            return values;
        }
    }

    private static Reply call(String member, String method, String path, Object body, String... headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(system.address() + path))
                .header("authorization", "Bearer " + system.token(member))
                .header("content-type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(MAPPER.writeValueAsString(body)));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Reply(response.statusCode(), MAPPER.readTree(response.body()), response);
    }

    private static Reply get(String member, String path) throws Exception {
        return call(member, "GET", path, null);
    }

    private static Reply put(String member, String path, Object body) throws Exception {
        return call(member, "PUT", path, body);
    }

    private static Map<String, Object> listing(String program, String address) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("program", program);
        body.put("organizationId", "river");
        body.put("network", "OUT");
        body.put("needs", List.of("FOOD"));
        body.put("address", "1 Quiet Lane");
        body.put("addressHidden", true);
        body.put("referralEmail", address);
        return body;
    }

    private static Map<String, Object> member(String name, String role, boolean active) {
        return Map.of("name", name, "organizationId", organization, "roles", List.of(role), "active", active);
    }

    @Test
    void a_member_is_told_who_they_are_and_marks_what_they_have_seen() throws Exception {
        Reply me = get(caseworker, "/api/me");
        Reply seen = call(caseworker, "POST", "/api/me/seen", null);

        assertThat(me.status()).isEqualTo(200);
        assertThat(me.text("/member")).isEqualTo(caseworker);
        assertThat(me.text("/organization/id")).isEqualTo(organization);
        assertThat(me.text("/textNumber")).startsWith("+");
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.text("/seenUntil")).endsWith("Z");
    }

    @Test
    void organizations_and_listings_are_written_read_and_found() throws Exception {
        Map<String, Object> river = new LinkedHashMap<>(Map.of("name", "River House", "timeZone", "America/Denver"));
        assertThat(put(administrator, "/api/organizations/river", river).status())
                .isEqualTo(201);
        assertThat(put(administrator, "/api/listings/river-meals", listing("River Meals", "meals@river.example"))
                        .status())
                .isEqualTo(201);
        Reply replaced =
                put(administrator, "/api/listings/river-meals", listing("River Suppers", "suppers@river.example"));
        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.text("/referralEmail")).isEqualTo("suppers@river.example");

        river.put("name", "Creek House");
        assertThat(put(administrator, "/api/organizations/river", river).status())
                .isEqualTo(200);
        assertThat(get(administrator, "/api/organizations").all("/organizations", "name"))
                .contains("Creek House");

        Reply found = get(caseworker, "/api/listings?q=creek%20suppers&need=FOOD");
        assertThat(found.all("/listings", "id")).containsExactly("river-meals");
        assertThat(found.raw().body()).doesNotContain("Quiet Lane").doesNotContain("@river.example");
        Reply view = get(caseworker, "/api/listings/river-meals");
        assertThat(view.text("/organization/name")).isEqualTo("Creek House");
        assertThat(view.body().path("address").isNull()).isTrue();
        assertThat(get(caseworker, "/api/listings/none-such").status()).isEqualTo(404);
        assertThat(put(caseworker, "/api/listings/river-meals", listing("x", "x@x.example"))
                        .status())
                .isEqualTo(403);
        assertThat(get(caseworker, "/api/listings?zip=1").status()).isEqualTo(422);
    }

    @Test
    void members_are_added_once_changed_and_put_out() throws Exception {
        Map<String, Object> lee = Map.of(
                "name",
                "Lee Wong",
                "email",
                "lee.wong@new.example",
                "organizationId",
                organization,
                "roles",
                List.of("ADMINISTRATOR"));
        Reply added = call(administrator, "POST", "/api/members", lee, "idempotency-key", "once");
        Reply again = call(administrator, "POST", "/api/members", lee, "idempotency-key", "once");
        String id = added.text("/id");

        assertThat(added.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("/id")).isEqualTo(id);
        assertThat(again.raw().headers().firstValue("idempotency-replayed")).contains("true");
        Reply taken = call(administrator, "POST", "/api/members", lee);
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.text("/errors/0/pointer")).isEqualTo("/email");
        assertThat(get(administrator, "/api/members").all("/members", "id")).contains(id, administrator);

        assertThat(put(id, "/api/members/" + id, member("Lee Wong", "CASEWORKER", true))
                        .status())
                .as("another administrator is left")
                .isEqualTo(200);
        assertThat(get(id, "/api/members").status()).isEqualTo(403);
        assertThat(put(administrator, "/api/members/" + id, member("Lee Wong", "CASEWORKER", false))
                        .status())
                .isEqualTo(200);
        assertThat(get(id, "/api/me").status()).isEqualTo(403);
        assertThat(put(administrator, "/api/members/" + id, member("Lee Wong", "CASEWORKER", true))
                        .status())
                .isEqualTo(200);
        assertThat(get(id, "/api/me").status()).isEqualTo(200);
        assertThat(put(administrator, "/api/members/nobody", member("x", "CASEWORKER", true))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void requests_for_updates_are_listed_and_closed() throws Exception {
        system.table()
                .client()
                .putItem(request -> request.tableName(system.tableName())
                        .item(Map.of(
                                "PK", AttributeValue.fromS("REQ#asked-1"),
                                "SK", AttributeValue.fromS("REQ"),
                                "G1PK", AttributeValue.fromS("REQUESTS"),
                                "G1SK", AttributeValue.fromS("2026-11-22T15:00:00.000Z#asked-1"),
                                "row",
                                        AttributeValue.fromM(Map.of(
                                                "id", AttributeValue.fromS("asked-1"),
                                                "listing", AttributeValue.fromS("river-meals"),
                                                "program", AttributeValue.fromS("River Meals"),
                                                "text", AttributeValue.fromS("We moved"),
                                                "at", AttributeValue.fromS("2026-11-22T15:00:00.000Z"))))));

        assertThat(get(administrator, "/api/update-requests").all("/updateRequests", "id"))
                .contains("asked-1");
        Reply closed = call(administrator, "POST", "/api/update-requests/asked-1/close", null);
        assertThat(closed.status()).isEqualTo(200);
        assertThat(closed.text("/closedAt")).endsWith("Z");
        assertThat(call(caseworker, "POST", "/api/update-requests/asked-1/close", null)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void clients_are_written_found_and_shown_to_their_own_caseworkers_alone() throws Exception {
        Map<String, Object> ana = new LinkedHashMap<>();
        ana.put("name", Map.of("given", "Ana", "family", "Zúñiga"));
        ana.put("emails", List.of(Map.of("address", "Ana@client.example")));
        ana.put("phones", List.of(Map.of("number", "206-555-0142")));
        assertThat(put(caseworker, "/api/clients/over-http-1", ana).status()).isEqualTo(201);
        ana.put("name", Map.of("given", "Ana", "family", "Zamora"));
        Reply replaced = put(caseworker, "/api/clients/over-http-1", ana);
        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.text("/emails/0/address")).isEqualTo("ana@client.example");
        assertThat(replaced.text("/phones/0/number")).isEqualTo("+12065550142");
        assertThat(replaced.text("/phones/0/state")).isEqualTo("UNKNOWN");

        assertThat(found("ana zam")).contains("over-http-1");
        assertThat(found("zuñiga")).isEmpty();
        assertThat(found("(206) 555-0142")).contains("over-http-1");
        assertThat(get(caseworker, "/api/clients").all("/clients", "id")).contains("over-http-1");
        assertThat(get(caseworker, "/api/clients/over-http-1").text("/name/family"))
                .isEqualTo("Zamora");
        assertThat(get(administrator, "/api/clients/over-http-1").status()).isEqualTo(403);

        ana.put("safeContact", Map.of("doNotContact", true));
        assertThat(put(caseworker, "/api/clients/over-http-1", ana)
                        .body()
                        .at("/safeContact/doNotContact")
                        .asBoolean())
                .isTrue();
    }

    private static List<String> found(String words) throws Exception {
        return get(caseworker, "/api/clients?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .all("/clients", "id");
    }
}
