package org.warmhandoff.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.walks.Walk.DANA;
import static org.warmhandoff.walks.Walk.LENA;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.warmhandoff.local.Json;
import org.warmhandoff.local.wire.Faults;
import org.warmhandoff.text.SmsLength;
import org.warmhandoff.walks.Walk.Person;

/** A client is told at once, asked a week later, and heard; and stops it all at will. From outside, over HTTP and the desk. */
class ClientLoopTest {

    private static final ZoneId SEATTLE = ZoneId.of("America/Los_Angeles");
    private static final String[] BASKET = {"rainier-food-pantry", "st-brigid-night-shelter", "cedar-eviction-defense"};
    private static final List<String> NAMES = List.of("Food Pantry", "Night Shelter", "Eviction Defense");
    private static final String RESOURCES = "/c/[^/]+";
    private static final String QUESTION = "/f/[^/]+";
    private static final String WAY_OUT = "/u/[^/]+";
    private static final String YES = "Yes, I've received services";
    private static final String NO = "No, I did not receive services";
    private static final String NOT_INTERESTED = "I'm no longer interested in services";

    private static Walk walk;
    private static Member dana;

    @BeforeAll
    static void begin() throws Exception {
        walk = Walk.begin();
        dana = walk.signIn(DANA);
    }

    @AfterAll
    static void end() {
        walk.close();
    }

    private static ObjectNode share(List<String> referrals, String email, String phone) {
        ObjectNode body = Json.object().put("consent", true);
        ArrayNode ids = body.putArray("referralIds");
        referrals.forEach(ids::add);
        if (!email.isEmpty()) {
            body.put("email", email);
        }
        if (!phone.isEmpty()) {
            body.put("phone", phone);
        }
        return body;
    }

    private static JsonNode shared(List<String> referrals, String email, String phone) {
        Answer answer = dana.post("/api/shares", share(referrals, email, phone));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private static Instant now() {
        return Instant.parse(
                walk.desk("GET", "/_local/clock", Json.object()).path("now").asText());
    }

    /** When what is shared now is asked about first. */
    private static ZonedDateTime daySeven() {
        ZonedDateTime here = now().atZone(SEATTLE);
        LocalTime time = here.toLocalTime();
        LocalTime open = time.isBefore(LocalTime.of(9, 0))
                ? LocalTime.of(9, 0)
                : time.isAfter(LocalTime.of(19, 30)) ? LocalTime.of(19, 30) : time;
        return here.toLocalDate().plusDays(7).atTime(open).atZone(SEATTLE);
    }

    /** To a little after that time. */
    private static void reach(ZonedDateTime time) {
        walk.pass(Duration.between(now(), time.toInstant()).plusMinutes(2).toString());
    }

    private static List<String> questions(String to) {
        List<String> asked = new ArrayList<>();
        for (JsonNode message : walk.messages(to)) {
            if (Pattern.compile("/f/[A-Za-z0-9_-]+")
                    .matcher(message.path("text").asText())
                    .find()) {
                asked.add(message.path("text").asText());
            }
        }
        return asked;
    }

    private static List<String> followUps(String referral, String channel, String field) {
        List<String> found = new ArrayList<>();
        for (JsonNode one : dana.referral(referral).path("followUps")) {
            if (one.path("channel").asText().equals(channel)) {
                found.add(one.path(field).asText());
            }
        }
        return found;
    }

    private static String status(String referral) {
        return dana.referral(referral).path("status").asText();
    }

    @Test
    void the_seeds_example_to_the_letter() {
        Person ann = walk.client("Zephyrine", "Oakhurst", "en");
        List<String> ids = dana.refer(ann.id(), BASKET);
        ZonedDateTime seven = daySeven();
        JsonNode share = shared(ids, ann.email(), ann.phone());

        // One initial message by each channel, with all three sites' information.
        assertThat(walk.messages(ann.email())).hasSize(1);
        assertThat(walk.messages(ann.phone())).hasSize(1);
        JsonNode mail = walk.lastMessage(ann.email());
        JsonNode text = walk.lastMessage(ann.phone());
        assertThat(mail.path("text").asText()).contains(NAMES).doesNotContain("Zephyrine");
        assertThat(mail.path("subject").asText()).doesNotContain(NAMES.toArray(CharSequence[]::new));
        assertThat(mail.path("headers").path("List-Unsubscribe-Post").asText()).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(text.path("from").asText())
                .isEqualTo(dana.get("/api/me").json().path("textNumber").asText());
        assertThat(text.path("text").asText())
                .startsWith("Warm Handoff: ")
                .contains("HELP", "STOP")
                .doesNotContain(NAMES.toArray(CharSequence[]::new));
        assertThat(SmsLength.of(text.path("text").asText()).parts()).isEqualTo(1);
        String resources = walk.link(ann.phone(), RESOURCES);
        assertThat(walk.get(resources).page().text()).contains(NAMES);

        // Planned for days 7, 8 and 9 on both channels, each with an alarm clock of its own.
        List<Instant> due = new ArrayList<>();
        share.path("followUps")
                .forEach(one -> due.add(Instant.parse(one.path("dueAt").asText())));
        assertThat(due).hasSize(6);
        for (int day = 0; day < 3; day++) {
            LocalDate date = seven.toLocalDate().plusDays(day);
            assertThat(due.subList(2 * day, 2 * day + 2))
                    .allSatisfy(
                            at -> assertThat(at.atZone(SEATTLE).toLocalDate()).isEqualTo(date));
        }
        List<String> alarms = new ArrayList<>();
        walk.desk("GET", "/_local/schedules", Json.object()).forEach(one -> {
            if (ids.stream().anyMatch(id -> one.path("input").asText().contains(id))) {
                alarms.add(one.path("at").asText());
                assertThat(one.path("target").asText()).contains("FollowUps");
                assertThat(one.toString()).doesNotContain(ann.email(), ann.phone());
            }
        });
        assertThat(alarms).hasSize(6);

        // 7 days later, the Food Pantry.
        reach(seven.minusHours(1));
        assertThat(questions(ann.email())).isEmpty();
        reach(seven);
        assertThat(questions(ann.email()))
                .singleElement()
                .satisfies(it -> assertThat(it).contains("Food Pantry"));
        assertThat(questions(ann.phone()))
                .singleElement()
                .satisfies(it -> assertThat(it).contains("referral A?").doesNotContain("Food Pantry"));
        assertThat(SmsLength.of(questions(ann.phone()).getFirst()).parts()).isEqualTo(1);

        // STOP on day 7, and "no longer interested" in legal aid, early.
        walk.text(ann.phone(), "Stop.");
        assertThat(walk.lastMessage(ann.phone()).path("text").asText()).contains("unsubscribed");
        walk.answer(resources + "/3", Map.of("answer", "NOT_INTERESTED"));
        assertThat(status(ids.get(2))).isEqualTo("CANCELED");
        assertThat(dana.referral(ids.get(2)).path("statusLabel").asText()).isEqualTo("Canceled");
        assertThat(dana.notes(ids.get(2))).contains(NOT_INTERESTED);
        int texts = walk.messages(ann.phone()).size();

        // The next day, the Homeless Shelter: by email alone. The day after next, nothing more.
        reach(seven.plusDays(1));
        assertThat(questions(ann.email()))
                .hasSize(2)
                .last()
                .satisfies(it -> assertThat(it).contains("Night Shelter"));
        reach(seven.plusDays(2));
        assertThat(questions(ann.email())).hasSize(2);
        assertThat(walk.messages(ann.phone())).hasSize(texts);
        assertThat(followUps(ids.get(1), "SMS", "reason")).containsExactly("OPTED_OUT");
        assertThat(dana.notes(ids.get(1))).contains("Follow-up text not sent: its recipient opted out");
        assertThat(followUps(ids.get(2), "EMAIL", "reason")).containsExactly("CANCELED");
        assertThat(followUps(ids.get(2), "SMS", "reason")).containsExactly("CANCELED");

        // Stopping stopped messages, not help.
        walk.answer(walk.link(ann.email(), QUESTION), Map.of("answer", "YES"));
        assertThat(status(ids.get(1))).isEqualTo("SERVICE_COMPLETED");
        assertThat(followUps(ids.get(0), "SMS", "state")).containsExactly("ASKED");
        walk.answer(walk.link(ann.phone(), QUESTION), Map.of("answer", "NO"));
        assertThat(followUps(ids.get(0), "EMAIL", "state")).containsExactly("ANSWERED");
    }

    @Test
    void a_link_a_text_and_the_page_answer_and_STOP_is_seen_before_the_next_share() {
        Person ann = walk.client("Isaura", "Pemberton", "en");
        List<String> ids = dana.refer(ann.id(), BASKET);
        ZonedDateTime seven = daySeven();
        shared(ids, ann.email(), ann.phone());

        reach(seven);
        String question = walk.link(ann.email(), QUESTION);
        assertThat(walk.get(question).page().select("input[checked]")).isEmpty();
        Answer thanks = walk.answer(question, Map.of("answer", "YES"));
        assertThat(thanks.page().select("h1").text()).isEqualTo("Thank you");
        assertThat(dana.row(ids.get(0)).path("statusLabel").asText()).isEqualTo("Service Completed");

        reach(seven.plusDays(1));
        walk.text(ann.phone(), " 2. ");
        assertThat(dana.row(ids.get(1)).path("status").asText()).isEqualTo("SENT");

        reach(seven.plusDays(2));
        Answer page = walk.answer(walk.link(ann.phone(), QUESTION), Map.of("answer", "NOT_INTERESTED"));
        assertThat(page.page().text()).contains("I'm no longer interested");
        assertThat(dana.row(ids.get(2)).path("statusLabel").asText()).isEqualTo("Canceled");

        assertThat(dana.notes(ids.get(0)).getFirst()).isEqualTo(YES);
        assertThat(dana.notes(ids.get(1)).getFirst()).isEqualTo(NO);
        assertThat(dana.notes(ids.get(2)).getFirst()).isEqualTo(NOT_INTERESTED);
        for (String id : ids) {
            assertThat(followUps(id, "EMAIL", "state")).containsExactly("ANSWERED");
            assertThat(followUps(id, "SMS", "state")).containsExactly("ANSWERED");
        }

        walk.text(ann.phone(), "stop texting me");
        assertThat(dana.channel("phone", ann.phone())).isEqualTo("OPTED_OUT");
        List<String> more = dana.refer(ann.id(), BASKET[0]);
        Answer refused = dana.post("/api/shares", share(more, ann.email(), ann.phone()));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("type").asText()).endsWith("/opted-out");
        assertThat(refused.json().path("channel").asText()).isEqualTo("SMS");
        assertThat(refused.json().path("tell").asText()).contains("Text START or Yes or UNSTOP to (");
        assertThat(dana.referral(more.getFirst()).path("shares"))
                .as("half of it would be told as if it were all")
                .isEmpty();

        walk.text(ann.phone(), "Start");
        shared(more, "", ann.phone());
        Answer again = dana.post("/api/shares", share(ids.subList(1, 2), "", ann.phone()));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("type").asText()).endsWith("/already-shared");
    }

    @Test
    void a_no_of_before_the_question_is_repeated_by_text_and_answers_it() {
        Person ann = walk.client("Thessaly", "Quarles", "en");
        List<String> ids = dana.refer(ann.id(), BASKET[0]);
        ZonedDateTime seven = daySeven();
        shared(ids, ann.email(), ann.phone());
        walk.answer(walk.link(ann.email(), RESOURCES) + "/1", Map.of("answer", "NO"));
        assertThat(followUps(ids.getFirst(), "SMS", "state")).containsExactly("OWED");

        reach(seven);
        walk.text(ann.phone(), "No");

        assertThat(followUps(ids.getFirst(), "SMS", "state")).containsExactly("ANSWERED");
        assertThat(followUps(ids.getFirst(), "EMAIL", "state")).containsExactly("ANSWERED");
        assertThat(dana.notes(ids.getFirst()).stream().filter(NO::equals)).hasSize(1);
        Answer done = walk.submit(
                walk.link(ann.email(), QUESTION) + "?said=NO", Map.of("barrier", "NOT_REACHED", "help", "yes"));
        assertThat(done.status()).as(done.body()).isEqualTo(303);
        assertThat(dana.notes(ids.getFirst()).getFirst())
                .isEqualTo("What got in the way: I could not reach them. Would like help with this");
    }

    @Test
    void what_two_open_questions_leave_unclear_is_asked_back_for() {
        Person ann = walk.client("Leocadia", "Underhill", "es");
        List<String> ids = dana.refer(ann.id(), BASKET);
        ZonedDateTime seven = daySeven();
        shared(ids, "", ann.phone());
        reach(seven.plusDays(1));

        walk.text(ann.phone(), "1");
        String back = walk.lastMessage(ann.phone()).path("text").asText();
        assertThat(back).contains("A, B?", "A 1");
        assertThat(SmsLength.of(back).parts()).isLessThanOrEqualTo(2);
        assertThat(status(ids.get(0))).isEqualTo("SENT");
        assertThat(walk.get(walk.link(ann.phone(), RESOURCES)).page().text())
                .contains("La letra de este lugar es A", "La letra de este lugar es B");

        walk.text(ann.phone(), "b) sí");
        assertThat(status(ids.get(1))).isEqualTo("SERVICE_COMPLETED");
        assertThat(dana.notes(ids.get(1)).getFirst())
                .as("the caseworker reads English")
                .isEqualTo(YES);
        walk.text(ann.phone(), "ya no me interesa");
        assertThat(status(ids.get(0))).isEqualTo("CANCELED");
    }

    @Test
    void an_opt_out_by_the_caseworker_and_do_not_contact_close_what_is_owed_within_a_minute() {
        Person ann = walk.client("Ursuline", "Fairbanks", "en");
        List<String> ids = dana.refer(ann.id(), BASKET[0], BASKET[1]);
        shared(ids, ann.email(), ann.phone());
        walk.messages(ann.email());

        Answer out = dana.post("/api/channels/opt-out", Json.object().put("phone", ann.phone()));
        assertThat(out.json().path("how").asText()).isEqualTo("CASEWORKER");
        walk.pass("PT1M");
        assertThat(followUps(ids.get(1), "SMS", "reason")).containsExactly("OPTED_OUT");
        assertThat(followUps(ids.get(1), "EMAIL", "state")).containsExactly("OWED");

        ObjectNode client = (ObjectNode) dana.get("/api/clients/" + ann.id()).json();
        client.remove("id");
        ((ObjectNode) client.path("safeContact")).put("doNotContact", true);
        client.path("emails").forEach(one -> ((ObjectNode) one).remove("state"));
        client.path("phones").forEach(one -> ((ObjectNode) one).remove("state"));
        Answer saved = dana.put("/api/clients/" + ann.id(), client);
        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
        walk.pass("PT1M");
        assertThat(followUps(ids.get(1), "EMAIL", "reason")).containsExactly("DO_NOT_CONTACT");
        assertThat(dana.notes(ids.get(0))).contains("Follow-up email not sent: the client is not to be contacted");
        Answer refused = dana.post("/api/shares", share(dana.refer(ann.id(), BASKET[2]), ann.email(), ""));
        assertThat(refused.json().path("type").asText()).endsWith("/do-not-contact");
    }

    @Test
    void nobody_finds_out_by_asking_who_is_somebodys_client() {
        Person ann = walk.client("Hyacinth", "Marlowe", "en");
        Member lena = walk.signIn(LENA);
        String nobody = lena.post("/api/channels/check", Json.object().put("email", "nobody@walks.example.org"))
                .body();
        assertThat(dana.channel("email", ann.email())).isEqualTo("UNKNOWN");
        shared(dana.refer(ann.id(), BASKET[0]), ann.email(), ann.phone());
        assertThat(dana.channel("email", ann.email())).isEqualTo("SUBSCRIBED");
        assertThat(lena.post("/api/channels/check", Json.object().put("email", ann.email()))
                        .body())
                .isEqualTo(nobody);

        String wayOut = walk.link(ann.email(), WAY_OUT);
        assertThat(walk.postForm(wayOut, Map.of("List-Unsubscribe", "One-Click"))
                        .status())
                .isEqualTo(200);
        JsonNode theirs = lena.post("/api/channels/check", Json.object().put("email", ann.email()))
                .json();
        assertThat(theirs.path("state").asText()).isEqualTo("OPTED_OUT");
        assertThat(theirs.path("since").isNull() && theirs.path("how").isNull()).isTrue();
        assertThat(dana.post("/api/channels/check", Json.object().put("email", ann.email()))
                        .json()
                        .path("how")
                        .asText())
                .isEqualTo("ONE_CLICK");

        walk.answer(wayOut + "?lang=es", Map.of("choice", "RESUBSCRIBE"));
        assertThat(dana.channel("email", ann.email())).isEqualTo("SUBSCRIBED");

        for (int asked = 2; asked < 60; asked++) {
            lena.post("/api/channels/check", Json.object().put("email", "nobody@walks.example.org"));
        }
        Answer enough = lena.post("/api/channels/check", Json.object().put("email", ann.email()));
        assertThat(enough.status()).isIn(200, 429);
        for (int more = 0; enough.status() == 200 && more < 3; more++) {
            enough = lena.post("/api/channels/check", Json.object().put("email", ann.email()));
        }
        assertThat(enough.status()).isEqualTo(429);
        assertThat(Integer.parseInt(enough.header("retry-after"))).isBetween(1, 3600);
    }

    @Test
    void what_comes_back_is_seen_and_ends_the_pages_of_that_address_alone() {
        Person ann = walk.client("Philippa", "Danvers", "en");
        List<String> ids = dana.refer(ann.id(), BASKET[0]);
        shared(ids, ann.email(), ann.phone());
        // At once: the desk waits for what is on its way.
        walk.bounce(ann.email());
        String byMail = walk.link(ann.email(), RESOURCES);
        String byText = walk.link(ann.phone(), RESOURCES);

        walk.pass("PT1M");
        assertThat(walk.get(byMail).status()).isEqualTo(410);
        assertThat(walk.get(byMail + "/1").status()).isEqualTo(410);
        assertThat(walk.get(byText).status()).isEqualTo(200);
        assertThat(followUps(ids.getFirst(), "EMAIL", "reason")).containsExactly("BOUNCED");
        assertThat(followUps(ids.getFirst(), "SMS", "state")).containsExactly("OWED");

        walk.desk("POST", "/_local/bounce", Json.object().put("to", ann.phone()).put("type", "SMS_FAILED"));
        walk.messages(ann.phone());
        List<String> deliveries = new ArrayList<>();
        dana.referral(ids.getFirst())
                .path("shares")
                .forEach(
                        one -> deliveries.add(one.path("delivery").path("state").asText()));
        assertThat(deliveries).containsExactlyInAnyOrder("BOUNCED", "FAILED");
    }

    @Test
    void a_place_that_must_not_be_named_is_not() {
        Person ann = walk.client("Rosamund", "Tilbury", "en");
        List<String> ids = dana.refer(ann.id(), BASKET[0], "safe-passage-shelter");
        JsonNode share = shared(ids, ann.email(), ann.phone());

        assertThat(share.path("followUps").findValuesAsText("referralId")).containsOnly(ids.getFirst());
        String mail = walk.lastMessage(ann.email()).toString();
        assertThat(mail).doesNotContain("Safe Passage", "Food Pantry", "Shelter");
        String page = walk.get(walk.link(ann.email(), RESOURCES)).body();
        assertThat(page).contains("Safe Passage").doesNotContain("Hidden Ln");
    }

    /** The clients of the SDK must not try again by themselves: nobody would count it. */
    @Test
    void a_message_whose_reply_is_lost_goes_out_twice_at_the_most() {
        Person ann = walk.client("Wilhelmina", "Strand", "en");
        List<String> ids = dana.refer(ann.id(), BASKET[0]);
        walk.system().wire().faults().next("Publish", Faults.Fault.FAIL_AFTER);
        walk.system().wire().faults().next("SendEmail", Faults.Fault.FAIL_AFTER);
        shared(ids, ann.email(), ann.phone());
        assertThat(walk.messages(ann.phone())).hasSize(1);
        assertThat(walk.messages(ann.email())).hasSize(1);

        walk.pass("PT6H");

        assertThat(walk.messages(ann.phone())).as("no event tells of a text").hasSize(2);
        assertThat(walk.messages(ann.email())).as("the event of the mail came").hasSize(1);
        List<String> deliveries = new ArrayList<>();
        dana.referral(ids.getFirst())
                .path("shares")
                .forEach(
                        one -> deliveries.add(one.path("delivery").path("state").asText()));
        assertThat(deliveries).allSatisfy(state -> assertThat(state).isIn("SENT", "DELIVERED"));
    }
}
