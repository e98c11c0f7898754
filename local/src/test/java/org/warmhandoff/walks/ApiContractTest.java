package org.warmhandoff.walks;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.walks.Walk.DANA;
import static org.warmhandoff.walks.Walk.MORGAN;
import static org.warmhandoff.walks.Walk.SAM;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.warmhandoff.deploy.DeclaredRoutes;
import org.warmhandoff.local.Json;
import org.warmhandoff.walks.Walk.Mailbox;
import org.warmhandoff.walks.Walk.Person;

/**
 * Who may call which route, and that each answers as it is written down. Both are asked of every route that {@code template.yaml}
 * declares: one that is missing in the table here fails.
 */
class ApiContractTest {

    /** Whom a route lets in: everybody who is signed in, or who has one of these roles. */
    private static final Map<String, Set<String>> MAY = may();

    /** One member of each role, who has no other. */
    private static final Map<String, String> ONLY =
            Map.of("CASEWORKER", DANA, "RECEIVER", SAM, "ADMINISTRATOR", MORGAN);

    private static Map<String, Set<String>> may() {
        Map<String, Set<String>> may = new LinkedHashMap<>();
        Set<String> any = Set.of("CASEWORKER", "RECEIVER", "ADMINISTRATOR");
        for (String route :
                List.of("GET /api/me", "POST /api/me/seen", "GET /api/listings", "GET /api/listings/{id}")) {
            may.put(route, any);
        }
        for (String route : List.of(
                "PUT /api/listings/{id}",
                "GET /api/update-requests",
                "POST /api/update-requests/{id}/close",
                "GET /api/members",
                "POST /api/members",
                "PUT /api/members/{id}",
                "GET /api/organizations",
                "PUT /api/organizations/{id}")) {
            may.put(route, Set.of("ADMINISTRATOR"));
        }
        for (String route : List.of(
                "GET /api/clients",
                "GET /api/clients/{id}",
                "PUT /api/clients/{id}",
                "POST /api/channels/check",
                "POST /api/channels/opt-out",
                "POST /api/referrals/preview",
                "POST /api/referrals",
                "POST /api/referrals/{id}/withdraw",
                "POST /api/referrals/{id}/archive",
                "POST /api/referrals/{id}/restore",
                "POST /api/shares")) {
            may.put(route, Set.of("CASEWORKER"));
        }
        for (String route : List.of(
                "POST /api/referrals/{id}/review",
                "POST /api/referrals/{id}/accept",
                "POST /api/referrals/{id}/reject",
                "POST /api/referrals/{id}/undo")) {
            may.put(route, Set.of("RECEIVER"));
        }
        may.put("GET /api/referrals/{id}", Set.of("CASEWORKER", "RECEIVER"));
        may.put("GET /api/referrals", Set.of("CASEWORKER"));
        return may;
    }

    private static Walk walk;

    @BeforeAll
    static void begin() throws Exception {
        walk = Walk.begin();
    }

    @AfterAll
    static void end() {
        walk.close();
    }

    private static Set<String> declared(boolean api) {
        return DeclaredRoutes.all()
                .filter(route -> route.contains(" /api/") == api)
                .collect(toCollection(TreeSet::new));
    }

    private static Answer call(Map<String, String> headers, String route) {
        String[] parts = route.split(" ");
        String path = parts[1].replace("{id}", "no-such-one");
        if (route.equals("GET /api/referrals")) {
            path += "?box=outbound";
        }
        return walk.call(parts[0], path, parts[0].equals("GET") ? "" : "{}", headers);
    }

    private static Answer call(String email, String route) {
        return call(
                Map.of(
                        "Authorization",
                        "Bearer " + walk.token(walk.signIn(email).id())),
                route);
    }

    @Test
    void every_declared_route_has_its_place_in_the_table() {
        assertThat(MAY.keySet()).containsExactlyInAnyOrderElementsOf(declared(true));
    }

    @Test
    void nobody_gets_in_without_a_token_or_with_one_that_is_none() {
        String good = walk.token(walk.signIn(DANA).id());
        String signedByNobody = good.substring(0, good.lastIndexOf('.') + 1) + "A".repeat(86);
        for (String route : declared(true)) {
            for (Map<String, String> headers : List.<Map<String, String>>of(
                    Map.of(),
                    Map.of("Authorization", "Bearer nonsense"),
                    Map.of("Authorization", "Basic " + good),
                    Map.of("Authorization", "Bearer " + signedByNobody))) {
                assertThat(call(headers, route).status()).as(route).isEqualTo(401);
            }
        }
    }

    @Test
    void each_role_gets_where_it_belongs_and_nowhere_else() {
        Map<String, Integer> wrong = new LinkedHashMap<>();
        MAY.forEach((route, roles) -> ONLY.forEach((role, email) -> {
            Answer answer = call(email, route);
            boolean refused = answer.status() == 403;
            if (refused == roles.contains(role)
                    || !refused && !Set.of(200, 404, 422).contains(answer.status())) {
                wrong.put(role + " " + route, answer.status());
            }
            if (refused) {
                assertThat(answer.header("content-type")).startsWith("application/problem+json");
            }
        }));
        assertThat(wrong).isEmpty();
    }

    /** What a body says is nothing to somebody who may not send it. */
    @Test
    void whoever_lacks_the_role_is_refused_before_anything_is_read() {
        MAY.forEach((route, roles) -> ONLY.forEach((role, email) -> {
            if (!roles.contains(role) && !route.startsWith("GET")) {
                String[] parts = route.split(" ");
                Answer answer = walk.call(
                        parts[0],
                        parts[1].replace("{id}", "x"),
                        "{no json",
                        Map.of(
                                "Authorization",
                                "Bearer " + walk.token(walk.signIn(email).id())));
                assertThat(answer.status()).as(role + " " + route).isEqualTo(403);
            }
        }));
    }

    @Test
    void the_box_asks_for_its_own_role() {
        for (String box : List.of("outbound", "history", "inbound")) {
            assertThat(walk.signIn(DANA).get("/api/referrals?box=" + box).status())
                    .as(box)
                    .isEqualTo(box.equals("inbound") ? 403 : 200);
            assertThat(walk.signIn(SAM).get("/api/referrals?box=" + box).status())
                    .as(box)
                    .isEqualTo(box.equals("inbound") ? 200 : 403);
            assertThat(walk.signIn(MORGAN).get("/api/referrals?box=" + box).status())
                    .as(box)
                    .isEqualTo(403);
        }
    }

    @Test
    void whoever_is_no_active_member_any_more_is_refused_everywhere() {
        Member morgan = walk.signIn(MORGAN);
        ObjectNode body = Json.object()
                .put("name", "Gil Gone")
                .put("email", "gil@walks.example.org")
                .put("organizationId", "harbor-family")
                .put("program", "Family Stability")
                .put("phone", "+12065550119");
        body.putArray("roles").add("CASEWORKER").add("RECEIVER").add("ADMINISTRATOR");
        Answer added = morgan.post("/api/members", body);
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        Member gil = new Member(walk, added.json().path("id").asText());
        String token = walk.token(gil.id());
        assertThat(gil.get("/api/me").status()).isEqualTo(200);
        assertThat(morgan.put("/api/members/" + gil.id(), body.put("active", false))
                        .status())
                .isEqualTo(200);
        for (String route : MAY.keySet()) {
            assertThat(call(Map.of("Authorization", "Bearer " + token), route).status())
                    .as(route)
                    .isEqualTo(403);
        }
    }

    @Test
    void every_page_is_open_and_says_the_same_to_a_link_that_is_none() {
        Set<String> bodies = declared(false).stream()
                .filter(route -> !route.startsWith("HEAD"))
                .map(route -> route.split(" "))
                .map(parts -> {
                    Answer answer = walk.call(
                            parts[0],
                            parts[1].replace("{token}", "A".repeat(43)).replace("{n}", "1"),
                            "",
                            Map.of());
                    assertThat(answer.status()).as(parts[1]).isEqualTo(404);
                    return answer.body();
                })
                .collect(toSet());
        assertThat(bodies).hasSize(1);
    }

    @Test
    void another_organizations_referral_is_an_unknown_one_on_every_route_and_to_each_side() {
        String out =
                walk.signIn(DANA).refer("harbor-0002", walk.program().listing()).getFirst();
        String in =
                walk.signIn(DANA).refer("harbor-0002", "rainier-food-pantry").getFirst();
        // Lena is a caseworker and a receiver where one of the two went; Theo receives elsewhere.
        Map<String, List<String>> strangers =
                Map.of(Walk.LENA, List.of(out), Walk.THEO, List.of(out, in), SAM, List.of(out));
        strangers.forEach((email, theirs) -> {
            Member stranger = walk.signIn(email);
            for (String id : theirs) {
                for (String route : MAY.keySet()) {
                    if (route.contains("/api/referrals/{id}")) {
                        assertSame(stranger, route, id);
                    }
                }
            }
        });
        // Each side has its own moves: the receiver's organization does not withdraw, the sender's does not accept.
        for (String move : List.of("withdraw", "archive", "restore")) {
            assertSame(walk.signIn(Walk.LENA), "POST /api/referrals/{id}/" + move, in);
        }
        Member priya = walk.signIn("priya.natarajan@harbor-family.example.org");
        for (String move : List.of("review", "accept", "reject", "undo")) {
            assertSame(priya, "POST /api/referrals/{id}/" + move, in);
            assertSame(priya, "POST /api/referrals/{id}/" + move, out);
        }
    }

    private static void assertSame(Member member, String route, String id) {
        String[] parts = route.split(" ");
        ObjectNode body = Json.object().put("reason", "NO_CAPACITY");
        JsonNode sent = parts[0].equals("GET") ? null : body;
        Answer theirs = member.call(parts[0], parts[1].replace("{id}", id), sent, Map.of());
        Answer unknown = member.call(parts[0], parts[1].replace("{id}", "01M0000000000000000000000Z"), sent, Map.of());
        assertThat(theirs.status()).as(route).isEqualTo(unknown.status()).isIn(403, 404);
        assertThat(theirs.body()).as(route).isEqualTo(unknown.body());
    }

    @Test
    void every_operation_answers_as_it_is_written_down() {
        Member dana = walk.signIn(DANA);
        Member sam = walk.signIn(SAM);
        Member morgan = walk.signIn(MORGAN);
        Person person = walk.client("Quillon", "Wexforde", "en");
        Mailbox program = walk.program();

        dana.get("/api/me");
        dana.post("/api/me/seen");
        dana.get("/api/listings");
        dana.get("/api/listings/" + program.listing());
        morgan.get("/api/listings/" + program.listing());
        morgan.get("/api/organizations");
        ObjectNode organization = Json.object().put("name", "New Org").put("timeZone", "America/Chicago");
        morgan.put("/api/organizations/walk-org", organization);
        morgan.put("/api/organizations/walk-org", organization.put("outOfNetworkReferring", true));
        morgan.get("/api/members");
        ObjectNode member = Json.object()
                .put("name", "Nora New")
                .put("email", "nora@walks.example.org")
                .put("organizationId", "walk-org");
        member.putArray("roles").add("RECEIVER");
        String nora = morgan.post("/api/members", member).json().path("id").asText();
        morgan.put("/api/members/" + nora, member.put("active", true));
        dana.get("/api/clients?q=Wexforde");
        dana.get("/api/clients/" + person.id());

        dana.post("/api/referrals/preview", Member.basket(person.id(), "Ask Quillon.", List.of(program.listing())));
        dana.post("/api/referrals", Member.basket(person.id(), "Ask Quillon.", List.of(program.listing())));
        List<String> ids = dana.refer(
                person.id(),
                "rainier-food-pantry",
                program.listing(),
                walk.program().listing());
        dana.get("/api/referrals?box=outbound");
        dana.get("/api/referrals?box=history");
        sam.get("/api/referrals?box=inbound");
        // What is sent meanwhile would change the list.
        walk.messages(program.email());
        Answer list = dana.get("/api/referrals?box=outbound");
        dana.call("GET", "/api/referrals?box=outbound", null, Map.of("If-None-Match", list.header("etag")));
        String in = ids.getFirst();
        dana.get("/api/referrals/" + in);
        sam.get("/api/referrals/" + in);
        sam.post("/api/referrals/" + in + "/review");
        sam.post("/api/referrals/" + in + "/reject", Json.object().put("reason", "NO_CAPACITY"));
        sam.get("/api/referrals/" + in);
        sam.post("/api/referrals/" + in + "/accept");
        sam.post("/api/referrals/" + in + "/undo");
        sam.post("/api/referrals/" + in + "/accept");
        dana.post("/api/referrals/" + in + "/archive");
        dana.post("/api/referrals/" + in + "/restore");
        dana.post("/api/referrals/" + ids.get(2) + "/withdraw");

        dana.post("/api/channels/check", Json.object().put("phone", person.phone()));
        ObjectNode share = Json.object()
                .put("email", person.email())
                .put("phone", person.phone())
                .put("consent", true);
        share.putArray("referralIds").add(ids.get(1));
        dana.post("/api/shares", share);
        dana.post("/api/shares", share);
        dana.get("/api/referrals/" + ids.get(1));
        dana.post("/api/channels/opt-out", Json.object().put("email", person.email()));

        walk.submit(walk.link(program.email(), "/m/[^/]+"), Map.of("choice", "CONTACT", "message", "Open till six."));
        JsonNode request = morgan.get("/api/update-requests").json().at("/updateRequests/0/id");
        morgan.post("/api/update-requests/" + request.asText() + "/close");

        Set<String> seen = walk.description().seen();
        assertThat(walk.description().operations().stream()
                        .filter(operation -> operation.contains(" /api/"))
                        .filter(operation ->
                                Stream.of(" 200", " 201").noneMatch(done -> seen.contains(operation + done))))
                .as("operations that never succeeded on this walk")
                .isEmpty();
        assertThat(seen)
                .contains(
                        "PUT /api/organizations/{id} 200",
                        "PUT /api/organizations/{id} 201",
                        "POST /api/referrals 422",
                        "GET /api/referrals 304",
                        "POST /api/referrals/{id}/accept 409",
                        "POST /api/shares 409");
    }

    @Test
    void what_is_unreadable_or_too_large_is_said_as_it_is_written_down() {
        Member dana = walk.signIn(DANA);
        Member morgan = walk.signIn(MORGAN);
        Map<String, Member> posts = Map.of(
                "POST /api/referrals", dana,
                "POST /api/referrals/preview", dana,
                "POST /api/shares", dana,
                "POST /api/channels/check", dana,
                "POST /api/channels/opt-out", dana,
                "PUT /api/clients/walk-client-0", dana,
                "POST /api/members", morgan,
                "PUT /api/listings/walk-listing-0", morgan,
                "PUT /api/organizations/walk-org-0", morgan);
        List<String> wrong = new ArrayList<>();
        posts.forEach((route, member) -> {
            String[] parts = route.split(" ");
            Map<String, String> headers = Map.of("Authorization", "Bearer " + walk.token(member.id()));
            for (String unreadable :
                    List.of("{", "{}{}", "nonsense", "{\"a\":1,\"a\":2}", "[".repeat(50) + "]".repeat(50))) {
                Answer answer = walk.call(parts[0], parts[1], unreadable, headers);
                if (answer.status() != 400) {
                    wrong.add(route + " " + unreadable + ": " + answer.status());
                }
            }
            Answer large = walk.call(parts[0], parts[1], "{\"notes\":\"" + "x".repeat(65 * 1024) + "\"}", headers);
            if (large.status() != 413) {
                wrong.add(route + " too large: " + large.status());
            }
            Answer noObject = walk.call(parts[0], parts[1], "[]", headers);
            if (noObject.status() != 422 || !noObject.json().at("/errors/0").has("pointer")) {
                wrong.add(route + " no object: " + noObject.status());
            }
        });
        assertThat(wrong).isEmpty();
    }
}
