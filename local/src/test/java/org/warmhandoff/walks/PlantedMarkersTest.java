package org.warmhandoff.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.walks.Walk.DANA;
import static org.warmhandoff.walks.Walk.MORGAN;
import static org.warmhandoff.walks.Walk.SAM;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.warmhandoff.local.Json;
import org.warmhandoff.local.wire.Faults;
import org.warmhandoff.walks.Walk.Mailbox;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/**
 * Words that exist nowhere else are put into every field that people fill in, both loops are walked with all that can go wrong, and then
 * everything that leaves the table is searched for them: the functions' log lines, the inputs of schedules, what lies on queues, mails
 * and pages out of network, texts, addresses. For the tokens of links the table is searched too.
 */
class PlantedMarkersTest {

    private static final String GIVEN = "Zephyrine";
    private static final String FAMILY = "Quackenbush";
    private static final String BORN = "1979-08-23";
    private static final String STREET = "8461 Xanadu Hollow";
    private static final String ZIP = "98148";
    private static final String EMAIL = "zq.marker@planted.example.org";
    private static final String PHONE = "+12065559731";
    private static final String SAFE = "Wobblegong";
    private static final String NOTE = "Flibberty";
    private static final String DETAILS = "Snickersnee";
    private static final String QUESTION = "Bandersnatch";
    private static final String NEW_ADDRESS = "borogove@planted.example.org";

    private static final Map<String, String> YES = Map.of("confirm", "yes");

    private static Walk walk;
    private static Mailbox program;
    private static final Set<String> LINKS = new LinkedHashSet<>();
    private static final List<String> SCHEDULED = new ArrayList<>();
    private static final List<String> QUEUED = new ArrayList<>();
    private static final List<Answer> OPEN_PAGES = new ArrayList<>();
    private static final List<Answer> CLIENT_PAGES = new ArrayList<>();
    private static final List<JsonNode> MAILS = new ArrayList<>();
    private static final List<JsonNode> TO_CLIENT = new ArrayList<>();

    @AfterAll
    static void end() {
        walk.close();
    }

    @BeforeAll
    static void walkBothLoops() throws Exception {
        walk = Walk.begin();
        Member dana = walk.signIn(DANA);
        program = walk.program();
        Mailbox second = walk.program();
        Answer saved = dana.put("/api/clients/planted-client", client());
        assertThat(saved.status()).as(saved.body()).isEqualTo(201);
        dana.get("/api/clients?q=" + FAMILY);
        dana.get("/api/clients?q=" + PHONE.substring(5));
        dana.get("/api/clients?q=" + EMAIL);

        // What is refused quotes what was sent, if anything does.
        dana.post("/api/referrals", basket(GIVEN + " lives at " + STREET + ", call " + PHONE, program.listing()));
        dana.post("/api/referrals/preview", basket("Born " + BORN + ", " + EMAIL, program.listing()));
        dana.put(
                "/api/clients/" + GIVEN + FAMILY,
                client().put("birthDate", GIVEN).put("zip", FAMILY));
        dana.get("/api/clients/" + FAMILY + GIVEN);
        dana.get("/api/referrals/" + FAMILY);
        dana.get("/api/referrals?box=outbound&cursor=" + FAMILY);
        walk.call(
                "POST",
                "/api/referrals",
                "{\"notes\":\"" + NOTE,
                Map.of("Authorization", "Bearer " + walk.token(dana.id())));

        // The first mail is refused for now, so that what waits for it lies on a queue.
        walk.system().wire().faults().next("SendEmail", Faults.Fault.THROTTLE);
        List<String> ids = new ArrayList<>();
        dana.post(
                        "/api/referrals",
                        basket(
                                NOTE + " is how they like it.",
                                program.listing(),
                                second.listing(),
                                "rainier-food-pantry"))
                .json()
                .path("referrals")
                .forEach(referral -> ids.add(referral.path("id").asText()));
        assertThat(ids).hasSize(3);
        look();
        walk.pass("PT30M");
        look();

        // The receivers' loop.
        String accept = walk.link(program.email(), "/r/[^/]+/accept");
        String reject = accept.replaceAll("/accept$", "/reject");
        String undo = accept.replaceAll("/accept$", "/undo");
        OPEN_PAGES.add(walk.get(accept));
        OPEN_PAGES.add(walk.get(reject));
        OPEN_PAGES.add(walk.postForm(reject, Map.of("reason", DETAILS, "details", DETAILS)));
        OPEN_PAGES.add(walk.answer(reject, Map.of("reason", "OTHER", "details", DETAILS + " is broken.")));
        OPEN_PAGES.add(walk.answer(undo, YES));
        OPEN_PAGES.add(walk.answer(accept, YES));
        String manage = walk.link(second.email(), "/m/[^/]+");
        walk.answer(manage, Map.of("choice", "CONTACT", "message", QUESTION + "?"));
        walk.answer(manage, Map.of("choice", "CHANGE_ADDRESS", "address", NEW_ADDRESS));
        walk.answer(walk.link(NEW_ADDRESS, "/a/[^/]+"), YES);
        walk.pass("PT1M");
        look();
        walk.get(accept.replaceAll("./accept$", "/accept"));
        walk.get(manage);
        walk.bounce(NEW_ADDRESS);
        Member sam = walk.signIn(SAM);
        sam.get("/api/referrals/" + ids.get(2));
        sam.post(
                "/api/referrals/" + ids.get(2) + "/reject",
                Json.object().put("reason", DETAILS).put("details", DETAILS));
        sam.post(
                "/api/referrals/" + ids.get(2) + "/reject",
                Json.object().put("reason", "OTHER").put("details", DETAILS));
        sam.get("/api/referrals?box=inbound");

        // The client's loop.
        dana.post("/api/channels/check", Json.object().put("email", EMAIL));
        dana.post("/api/channels/check", Json.object().put("phone", PHONE));
        dana.post("/api/channels/check", Json.object().put("phone", FAMILY));
        ObjectNode share = Json.object().put("email", EMAIL).put("phone", PHONE).put("consent", true);
        share.putArray("referralIds").add(ids.get(0)).add(ids.get(1));
        Answer shared = dana.post("/api/shares", share);
        assertThat(shared.status()).as(shared.body()).isEqualTo(201);
        look();
        walk.system().wire().faults().next("Publish", Faults.Fault.THROTTLE);
        String resources = walk.link(EMAIL, "/c/[^/]+");
        CLIENT_PAGES.add(walk.get(resources));
        CLIENT_PAGES.add(walk.get(resources + "/1"));
        // Day 7 is asked at nine where the client lives, which may be most of a day later.
        walk.pass("P8D");
        look();
        walk.pass("PT30M");
        walk.text(PHONE, "2");
        walk.text(PHONE, GIVEN + " does not understand " + NOTE);
        CLIENT_PAGES.add(walk.answer(walk.link(EMAIL, "/f/[^/]+"), Map.of("answer", "NO")));
        walk.text(PHONE, "STOP");
        dana.post("/api/shares", share);
        CLIENT_PAGES.add(walk.answer(walk.link(EMAIL, "/u/[^/]+"), Map.of("choice", "STOP")));
        walk.pass("P3D");
        look();
        walk.signIn(MORGAN).get("/api/update-requests");
        Member again = walk.signIn(DANA);
        ids.forEach(again::referral);
        again.get("/api/referrals?box=outbound");
        again.put("/api/clients/planted-client", doNotContact());
        walk.pass("PT1M");

        for (String to : List.of(program.email(), second.email(), NEW_ADDRESS)) {
            MAILS.addAll(walk.messages(to));
        }
        TO_CLIENT.addAll(walk.messages(EMAIL));
        TO_CLIENT.addAll(walk.messages(PHONE));
        Stream.concat(MAILS.stream(), TO_CLIENT.stream())
                .flatMap(message -> Pattern.compile("/[rmacfu]/([A-Za-z0-9_-]{22,})")
                        .matcher(message.toString())
                        .results())
                .map(MatchResult::group)
                .forEach(LINKS::add);
    }

    /** What waits just now, for a schedule or on a queue. */
    private static void look() {
        walk.messages(PHONE);
        walk.desk("GET", "/_local/schedules", Json.object())
                .forEach(schedule -> SCHEDULED.add(schedule.path("name").asText() + " "
                        + schedule.path("input").asText()));
        walk.system()
                .wire()
                .queues()
                .sizes()
                .keySet()
                .forEach(queue -> QUEUED.addAll(walk.system().wire().queues().bodies(queue)));
    }

    private static ObjectNode client() {
        ObjectNode body = Json.object()
                .put("birthDate", BORN)
                .put("gender", "WOMAN")
                .put("address", STREET + ", Seattle, WA " + ZIP)
                .put("zip", ZIP)
                .put("timeZone", "America/Los_Angeles")
                .put("language", "en");
        body.putObject("name").put("given", GIVEN).put("family", FAMILY);
        body.putObject("household").put("adults", 1).putArray("childrenAges").add(4);
        body.putArray("needs").add("FOOD");
        body.putArray("emails").addObject().put("address", EMAIL);
        body.putArray("phones").addObject().put("number", PHONE);
        body.putObject("safeContact").put("doNotContact", false).put("notes", SAFE);
        return body;
    }

    private static ObjectNode doNotContact() {
        ObjectNode body = client();
        body.putObject("safeContact").put("doNotContact", true).put("notes", SAFE);
        return body;
    }

    private static ObjectNode basket(String notes, String... listings) {
        return Member.basket("planted-client", notes, List.of(listings));
    }

    /** A word as it would be found: as it is, in an address, in base64 wherever it begins, digits alone. */
    private static Map<String, String> spellings(Stream<String> words) {
        Map<String, String> spellings = new LinkedHashMap<>();
        words.forEach(word -> {
            spellings.put(word.toLowerCase(Locale.ROOT), word);
            spellings.put(URLEncoder.encode(word, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT), word);
            for (int start = 0; start < 3; start++) {
                String cut = word.substring(start, start + (word.length() - start) / 3 * 3);
                if (cut.length() >= 6) {
                    spellings.put(
                            Base64.getEncoder()
                                    .encodeToString(cut.getBytes(StandardCharsets.UTF_8))
                                    .toLowerCase(Locale.ROOT),
                            word);
                }
            }
            String digits = word.replaceAll("\\D", "");
            if (digits.length() >= 7) {
                spellings.put(digits.substring(digits.length() - 7), word);
            }
        });
        return spellings;
    }

    private static void holdNothingOf(Stream<String> words, Stream<String> texts, String where) {
        assertThat(found(words, texts)).as(where).isEmpty();
    }

    private static List<String> found(Stream<String> words, Stream<String> texts) {
        Map<String, String> spellings = spellings(words);
        return texts.flatMap(text -> {
                    String folded = text.toLowerCase(Locale.ROOT);
                    return spellings.entrySet().stream()
                            .filter(spelling -> folded.contains(spelling.getKey()))
                            .map(spelling -> spelling.getValue() + " in: " + text);
                })
                .toList();
    }

    private static Stream<String> ofTheClient() {
        return Stream.of(GIVEN, FAMILY, BORN, STREET, EMAIL, PHONE, SAFE);
    }

    private static Stream<String> everything() {
        return Stream.concat(
                ofTheClient(),
                Stream.of(NOTE, DETAILS, QUESTION, NEW_ADDRESS, program.email(), "Xanadu", "planted.example"));
    }

    private static Stream<String> tokens() {
        return LINKS.stream().map(link -> link.substring(3));
    }

    @Test
    void both_loops_were_walked_and_every_kind_of_link_was_sent() {
        assertThat(LINKS.stream().map(link -> link.substring(1, 2)).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("r", "m", "a", "c", "f", "u");
        assertThat(SCHEDULED).isNotEmpty();
        assertThat(QUEUED).isNotEmpty();
        assertThat(walk.log()).contains("\"line\":\"http\"", "\"line\":\"delivered\"");
        assertThat(TO_CLIENT.stream()
                        .filter(message -> message.path("channel").asText().equals("SMS")))
                .hasSizeGreaterThan(2);
    }

    /** The search itself: what it finds in a planted line it would find in a true one. */
    @Test
    void a_line_that_does_say_something_is_found() {
        String token = tokens().findFirst().orElseThrow();
        String encoded = Base64.getEncoder().encodeToString(("to " + EMAIL).getBytes(StandardCharsets.UTF_8));
        for (String told : List.of(
                "saved " + GIVEN,
                "{\"name\":\"" + FAMILY.toUpperCase(Locale.ROOT) + "\"}",
                "to=%2B" + PHONE.substring(1),
                "called (206) " + PHONE.substring(5),
                encoded,
                "note " + NOTE)) {
            assertThat(found(everything(), Stream.of(told))).as(told).isNotEmpty();
        }
        assertThat(found(tokens(), Stream.of("GET /r/" + token + "/accept"))).isNotEmpty();
    }

    @Test
    void no_log_line_says_anything_of_anybody_or_a_token() {
        holdNothingOf(everything(), walk.log().lines(), "the functions' logs");
        holdNothingOf(tokens(), walk.log().lines(), "the functions' logs");
    }

    @Test
    void schedules_and_queues_carry_keys_alone() {
        holdNothingOf(everything(), SCHEDULED.stream(), "schedules");
        holdNothingOf(tokens(), SCHEDULED.stream(), "schedules");
        holdNothingOf(everything(), QUEUED.stream(), "queues");
        holdNothingOf(tokens(), QUEUED.stream(), "queues");
    }

    @Test
    void a_token_is_nowhere_in_the_table() {
        List<String> items = new ArrayList<>();
        walk.system()
                .table()
                .client()
                .scanPaginator(ScanRequest.builder()
                        .tableName(walk.system().tableName())
                        .build())
                .items()
                .forEach(item -> items.add(item.toString()));
        assertThat(items).hasSizeGreaterThan(100);
        holdNothingOf(tokens(), items.stream(), "the table");
    }

    @Test
    void out_of_network_nobody_reads_who_the_client_is() {
        holdNothingOf(
                Stream.concat(ofTheClient(), Stream.of(ZIP)),
                MAILS.stream().map(JsonNode::toString),
                "mails to programs");
        holdNothingOf(
                Stream.concat(ofTheClient(), Stream.of(ZIP)),
                OPEN_PAGES.stream().map(Answer::body),
                "the receivers' pages");
        assertThat(MAILS.toString()).contains(NOTE);
    }

    @Test
    void a_client_is_not_named_and_a_text_names_no_program() {
        Stream<String> person = Stream.of(GIVEN, FAMILY, BORN, STREET, SAFE, NOTE, DETAILS);
        holdNothingOf(
                person,
                TO_CLIENT.stream()
                        .map(message -> message.path("subject").asText()
                                + message.path("text").asText()
                                + message.path("html").asText()),
                "messages to the client");
        holdNothingOf(
                Stream.of(GIVEN, FAMILY, BORN, STREET, SAFE, NOTE, DETAILS, EMAIL, PHONE),
                CLIENT_PAGES.stream().map(Answer::body),
                "the client's pages");
        holdNothingOf(
                Stream.of("Walk Program", "Food Pantry", "St. Brigid", "Harbor Family"),
                TO_CLIENT.stream()
                        .filter(message -> message.path("channel").asText().equals("SMS"))
                        .map(message -> message.path("text").asText()),
                "texts");
    }

    @Test
    void tokens_stand_in_the_paths_of_addresses_alone() {
        String messages = MAILS.toString() + TO_CLIENT;
        assertThat(LINKS)
                .allSatisfy(link -> assertThat(messages.replace(link, "")).doesNotContain(link.substring(3)));
    }
}
