package org.warmhandoff.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.walks.Walk.DANA;
import static org.warmhandoff.walks.Walk.LENA;
import static org.warmhandoff.walks.Walk.MORGAN;
import static org.warmhandoff.walks.Walk.SAM;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.warmhandoff.local.Json;
import org.warmhandoff.walks.Walk.Mailbox;
import org.warmhandoff.walks.Walk.Person;

/** A caseworker refers; programs answer from their mail or signed in; the caseworker sees it at once. */
class ReceiverLoopTest {

    private static final String ACCEPT = "/r/[^/]+/accept";
    private static final String REJECT = "/r/[^/]+/reject";
    private static final String MANAGE = "/m/[^/]+";
    private static final String ADDRESS = "/a/[^/]+";
    private static final Map<String, String> YES = Map.of("confirm", "yes");

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

    private static String undo(String acceptLink) {
        return acceptLink.replaceAll("/accept$", "/undo");
    }

    @Test
    void three_referrals_are_answered_and_the_sender_sees_each_at_once() {
        Person person = walk.client("Quillon", "Wexforde", "en");
        Mailbox first = walk.program();
        Mailbox second = walk.program();
        List<String> ids = dana.refer(person.id(), first.listing(), "rainier-food-pantry", second.listing());
        assertThat(ids).hasSize(3);
        JsonNode mail = walk.lastMessage(first.email());
        assertThat(mail.path("headers").toString()).contains("List-Unsubscribe-Post");
        assertThat(mail.path("text").asText() + mail.path("html").asText())
                .contains("Dana Ortiz")
                .doesNotContain("Quillon", "Wexforde", "1988", "Quince", person.email(), person.phone());

        String accept = walk.link(first.email(), ACCEPT);
        Answer page = walk.get(accept);
        assertThat(page.page().select("input[name=confirm]").hasAttr("checked")).isFalse();
        assertThat(walk.call("HEAD", accept, "", Map.of()).status()).isEqualTo(200);
        assertThat(page.header("cache-control")).isEqualTo("no-store");
        assertThat(page.header("referrer-policy")).isEqualTo("no-referrer");
        assertThat(dana.row(ids.get(0)).path("status").asText()).isEqualTo("SENT");

        Answer accepted = walk.answer(accept, YES);
        assertThat(accepted.page().select("h1").text()).startsWith("You accepted");
        assertThat(dana.row(ids.get(0)).path("status").asText()).isEqualTo("ACCEPTED");

        walk.answer(
                walk.link(second.email(), REJECT), Map.of("reason", "OTHER", "details", "We move house this week."));
        JsonNode rejected = dana.row(ids.get(2));
        assertThat(rejected.path("status").asText()).isEqualTo("REJECTED");
        assertThat(dana.referral(ids.get(2)).path("decision").path("details").asText())
                .isEqualTo("We move house this week.");
        assertThat(rejected.path("decision").path("reason").asText()).isEqualTo("OTHER");

        Answer undone = walk.answer(undo(accept), YES);
        assertThat(undone.page().select("input[name=confirm]")).hasSize(1);
        assertThat(dana.row(ids.get(0)).path("status").asText()).isEqualTo("SENT");
        walk.answer(accept, YES);
        assertThat(dana.row(ids.get(0)).path("status").asText()).isEqualTo("ACCEPTED");
        assertThat(dana.referral(ids.get(0)).path("delivery").path("state").asText())
                .isIn("SENT", "DELIVERED");
    }

    @Test
    void undo_now_is_one_press_right_after_the_answer_and_asks_for_a_tick_later() {
        Mailbox program = walk.program();
        String id = dana.refer("harbor-0002", program.listing()).getFirst();
        String accept = walk.link(program.email(), ACCEPT);
        Answer shown = walk.answer(accept, YES);
        assertThat(shown.page().select("input[type=hidden][name=confirm]")).hasSize(1);
        Answer later = walk.get(accept);
        assertThat(later.page().select("input[type=checkbox][name=confirm]")).hasSize(1);
        String action = shown.page().select("form").attr("action");
        walk.pass("PT3S");
        Answer undone = walk.submit(shown, URI.create(accept).resolve(action).toString(), Map.of());
        assertThat(undone.status()).as(undone.body()).isEqualTo(303);
        assertThat(dana.row(id).path("status").asText()).isEqualTo("SENT");
    }

    @Test
    void a_second_click_changes_nothing_and_the_other_answer_shows_what_stands() {
        Mailbox program = walk.program();
        String id = dana.refer("harbor-0002", program.listing()).getFirst();
        String accept = walk.link(program.email(), ACCEPT);
        String reject = walk.link(program.email(), REJECT);
        Answer acceptPage = walk.get(accept);
        Answer rejectPage = walk.get(reject);
        walk.pass("PT3S");
        assertThat(walk.submit(acceptPage, accept, YES).status()).isEqualTo(303);
        int version = dana.referral(id).path("version").asInt();
        assertThat(walk.submit(acceptPage, accept, YES).status()).isEqualTo(303);
        Answer overtaken = walk.submit(rejectPage, reject, Map.of("reason", "NO_CAPACITY"));
        assertThat(overtaken.status()).isEqualTo(200);
        assertThat(overtaken.body()).contains("changed nothing").doesNotContain("Age");
        assertThat(dana.referral(id).path("version").asInt()).isEqualTo(version);
        assertThat(dana.row(id).path("status").asText()).isEqualTo("ACCEPTED");
    }

    @Test
    void a_withdrawn_referral_says_so_and_shows_neither_participant_nor_form() {
        Mailbox program = walk.program();
        String id = dana.refer("harbor-0002", program.listing()).getFirst();
        String accept = walk.link(program.email(), ACCEPT);
        assertThat(dana.post("/api/referrals/" + id + "/withdraw").status()).isEqualTo(200);
        Answer page = walk.get(accept);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("was withdrawn");
        assertThat(page.page().select("form")).isEmpty();
    }

    @Test
    void unknown_and_mangled_links_are_one_404() {
        Mailbox program = walk.program();
        dana.refer("harbor-0002", program.listing());
        String accept = walk.link(program.email(), ACCEPT);
        Answer unknown = walk.get("/r/" + "A".repeat(43) + "/accept");
        Answer mangled = walk.get(accept.replaceAll("./accept$", "/accept"));
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(mangled.status()).isEqualTo(404);
        assertThat(mangled.body()).isEqualTo(unknown.body());
        for (String path : List.of("/m/", "/a/", "/u/", "/c/", "/f/")) {
            assertThat(walk.get(path + "A".repeat(22)).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void an_old_link_is_gone() {
        Mailbox program = walk.program();
        String id = dana.refer("harbor-0002", program.listing()).getFirst();
        String accept = walk.link(program.email(), ACCEPT);
        walk.answer(accept, YES);
        walk.pass("PT71H");
        assertThat(walk.get(accept).status()).isEqualTo(200);
        walk.pass("PT2H");
        assertThat(walk.get(accept).status()).isEqualTo(410);
        assertThat(dana.row(id).path("status").asText()).isEqualTo("ACCEPTED");
    }

    @Test
    void a_post_is_checked_in_its_order() {
        Mailbox program = walk.program();
        String id = dana.refer("harbor-0002", program.listing()).getFirst();
        String reject = walk.link(program.email(), REJECT);
        Answer page = walk.get(reject);
        Map<String, String> typed = page.hidden();
        typed.putAll(Map.of("reason", "NO_CAPACITY", "details", "Ask again in March."));

        assertThat(walk.postForm(reject, typed, Map.of("Sec-Fetch-Site", "cross-site"))
                        .status())
                .isEqualTo(403);
        assertThat(walk.postForm(reject, typed, Map.of("Origin", "https://elsewhere.example.org"))
                        .status())
                .isEqualTo(403);

        Answer young = walk.postForm(reject, typed, Map.of("Origin", "null"));
        assertThat(young.status()).isEqualTo(200);
        assertThat(young.header("x-form")).isEqualTo("again");
        assertThat(young.body()).contains("Ask again in March.");
        assertThat(young.page().select("input[value=NO_CAPACITY]").hasAttr("checked"))
                .isTrue();

        Answer without = walk.postForm(reject, Map.of("reason", "NO_CAPACITY"));
        assertThat(without.header("x-form")).isEqualTo("again");

        walk.pass("PT31M");
        assertThat(walk.postForm(reject, typed).header("x-form")).isEqualTo("again");

        Answer fresh = walk.get(reject);
        walk.pass("PT3S");
        Answer noReason = walk.submit(fresh, reject, Map.of("details", "Only details."));
        assertThat(noReason.status()).isEqualTo(422);
        assertThat(noReason.page().select("textarea").text()).isEqualTo("Only details.");
        Answer other = walk.submit(fresh, reject, Map.of("reason", "OTHER", "details", " "));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.page().select("input[value=OTHER]").hasAttr("checked")).isTrue();
        assertThat(walk.submit(fresh, reject, Map.of("reason", "NO_SUCH_REASON"))
                        .status())
                .isEqualTo(422);
        String accept = walk.link(program.email(), ACCEPT);
        assertThat(walk.submit(accept, Map.of()).status()).isEqualTo(422);
        assertThat(dana.row(id).path("status").asText()).isEqualTo("SENT");
        assertThat(walk.submit(fresh, reject, Map.of("reason", "OTHER", "details", "Full."))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void an_unsubscribed_program_is_refused_until_it_comes_back() {
        Mailbox program = walk.program();
        String id = dana.refer("harbor-0002", program.listing()).getFirst();
        String manage = walk.link(program.email(), MANAGE);
        assertThat(walk.get(manage).page().select("input[checked]")).isEmpty();
        walk.answer(manage, Map.of("choice", "UNSUBSCRIBE"));
        JsonNode listing = dana.get("/api/listings/" + program.listing()).json();
        assertThat(listing.path("referable").asBoolean()).isFalse();
        assertThat(listing.path("notReferableBecause").asText()).isEqualTo("UNSUBSCRIBED");
        int before = walk.messages(program.email()).size();
        Answer refused = dana.post(
                "/api/referrals", Member.basket("harbor-0002", "", List.of("rainier-food-pantry", program.listing())));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").path(0).path("pointer").asText())
                .isEqualTo("/listingIds/1");
        assertThat(walk.messages(program.email())).hasSize(before);
        assertThat(walk.get(walk.link(program.email(), ACCEPT)).status()).isEqualTo(200);

        walk.answer(manage, Map.of("choice", "KEEP"));
        assertThat(dana.get("/api/listings/" + program.listing())
                        .json()
                        .path("referable")
                        .asBoolean())
                .isTrue();
        assertThat(dana.row(id).path("status").asText()).isEqualTo("SENT");
    }

    @Test
    void one_click_unsubscribes_as_rfc_8058_has_it() {
        Mailbox program = walk.program();
        dana.refer("harbor-0002", program.listing());
        JsonNode headers = walk.lastMessage(program.email()).path("headers");
        String header = headers.path("List-Unsubscribe").asText();
        String link = header.substring(header.indexOf('<') + 1, header.indexOf('>'));
        assertThat(link).contains("/u/");
        assertThat(walk.get(link).status()).isEqualTo(200);
        assertThat(dana.get("/api/listings/" + program.listing())
                        .json()
                        .path("referable")
                        .asBoolean())
                .isTrue();
        Answer done = walk.postForm(link, Map.of("List-Unsubscribe", "One-Click"));
        assertThat(done.status()).isEqualTo(200);
        assertThat(dana.get("/api/listings/" + program.listing())
                        .json()
                        .path("notReferableBecause")
                        .asText())
                .isEqualTo("UNSUBSCRIBED");
        Answer multipart = walk.call(
                "POST",
                link,
                "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n",
                Map.of("Content-Type", "multipart/form-data; boundary=x"));
        assertThat(multipart.status()).isEqualTo(200);
    }

    @Test
    void an_address_is_changed_with_both_mailboxes_in_the_know_and_undone_again() {
        Mailbox program = walk.program();
        String id = dana.refer("harbor-0002", program.listing()).getFirst();
        String oldAccept = walk.link(program.email(), ACCEPT);
        String oldManage = walk.link(program.email(), MANAGE);
        String newEmail = "new-" + program.email();
        Answer noAddress = walk.submit(oldManage, Map.of("choice", "CHANGE_ADDRESS", "address", "not an address"));
        assertThat(noAddress.status()).isEqualTo(422);
        assertThat(noAddress.page().select("input[name=address]").val()).isEqualTo("not an address");
        walk.answer(oldManage, Map.of("choice", "CHANGE_ADDRESS", "address", newEmail));
        String cancel = walk.link(program.email(), ADDRESS);
        String confirm = walk.link(newEmail, ADDRESS);
        assertThat(walk.get(cancel).page().select("h1").text()).startsWith("Cancel");

        walk.answer(confirm, YES);
        walk.pass("PT1M");
        assertThat(walk.get(oldAccept).status()).isEqualTo(410);
        assertThat(walk.get(oldManage).status()).isEqualTo(410);
        String newAccept = walk.link(newEmail, ACCEPT);
        assertThat(walk.get(newAccept).status()).isEqualTo(200);
        String undo = walk.link(program.email(), ADDRESS);
        assertThat(undo).isNotEqualTo(cancel);

        walk.answer(undo, YES);
        walk.pass("PT1M");
        assertThat(walk.get(newAccept).status()).isEqualTo(410);
        String again = walk.link(program.email(), ACCEPT);
        assertThat(again).isNotEqualTo(oldAccept);
        walk.answer(again, YES);
        assertThat(dana.row(id).path("status").asText()).isEqualTo("ACCEPTED");
    }

    @Test
    void the_notice_at_the_old_address_cancels_the_change() {
        Mailbox program = walk.program();
        dana.refer("harbor-0002", program.listing());
        String newEmail = "other-" + program.email();
        walk.answer(walk.link(program.email(), MANAGE), Map.of("choice", "CHANGE_ADDRESS", "address", newEmail));
        walk.answer(walk.link(program.email(), ADDRESS), YES);
        Answer late = walk.get(walk.link(newEmail, ADDRESS));
        assertThat(late.page().select("form")).isEmpty();
        assertThat(walk.get(walk.link(program.email(), ACCEPT)).status()).isEqualTo(200);
    }

    @Test
    void what_a_program_writes_becomes_a_request_that_an_administrator_closes() {
        Mailbox program = walk.program();
        dana.refer("harbor-0002", program.listing());
        String manage = walk.link(program.email(), MANAGE);
        assertThat(walk.submit(manage, Map.of("choice", "CONTACT", "message", " "))
                        .status())
                .isEqualTo(422);
        walk.answer(manage, Map.of("choice", "CONTACT", "message", "Open till 6 PM from May on."));
        Member morgan = walk.signIn(MORGAN);
        JsonNode request =
                find(morgan.get("/api/update-requests").json().path("updateRequests"), "listing", program.listing());
        assertThat(request.path("text").asText()).isEqualTo("Open till 6 PM from May on.");
        Answer closed = morgan.post("/api/update-requests/" + request.path("id").asText() + "/close");
        assertThat(closed.status()).isEqualTo(200);
        assertThat(closed.json().path("closedAt").asText()).endsWith("Z");
        assertThat(dana.get("/api/update-requests").status()).isEqualTo(403);
    }

    private static JsonNode find(JsonNode list, String object, String id) {
        for (JsonNode entry : list) {
            if (entry.path(object).path("id").asText().equals(id)) {
                return entry;
            }
        }
        throw new AssertionError("nothing for " + id + " in " + list);
    }

    @Test
    void a_bounce_is_seen_on_the_referral_and_bars_the_listing_until_an_address_is_saved() {
        Mailbox program = walk.program();
        String id = dana.refer("harbor-0002", program.listing()).getFirst();
        walk.messages(program.email());
        walk.bounce(program.email());
        assertThat(dana.row(id).path("delivery").path("state").asText()).isEqualTo("BOUNCED");
        assertThat(dana.get("/api/listings/" + program.listing())
                        .json()
                        .path("notReferableBecause")
                        .asText())
                .isEqualTo("BOUNCING");
        Member morgan = walk.signIn(MORGAN);
        ObjectNode listing =
                (ObjectNode) morgan.get("/api/listings/" + program.listing()).json();
        listing.put("organizationId", listing.path("organization").path("id").asText());
        listing.put("referralEmail", "mended-" + program.email());
        listing.remove(List.of("organization", "referable", "notReferableBecause"));
        Answer saved = morgan.put("/api/listings/" + program.listing(), listing);
        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
        assertThat(dana.get("/api/listings/" + program.listing())
                        .json()
                        .path("referable")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void another_organizations_referral_is_byte_for_byte_an_unknown_one() {
        String id = dana.refer("harbor-0002", walk.program().listing()).getFirst();
        Member lena = walk.signIn(LENA);
        for (String path : List.of("", "/withdraw", "/archive", "/restore")) {
            Answer theirs =
                    path.isEmpty() ? lena.get("/api/referrals/" + id) : lena.post("/api/referrals/" + id + path);
            String unknownId = id.substring(0, id.length() - 2) + (id.endsWith("00") ? "11" : "00");
            Answer unknown = path.isEmpty()
                    ? lena.get("/api/referrals/" + unknownId)
                    : lena.post("/api/referrals/" + unknownId + path);
            assertThat(theirs.status()).as(path).isEqualTo(404);
            assertThat(theirs.body()).isEqualTo(unknown.body()).doesNotContain(id);
            assertThat(theirs.header("content-type")).startsWith("application/problem+json");
        }
        assertThat(lena.get("/api/clients/harbor-0001").status()).isEqualTo(404);
    }

    @Test
    void in_network_the_receiver_reviews_answers_and_undoes_signed_in() {
        String id = dana.refer("harbor-0002", "rainier-food-pantry").getFirst();
        Member sam = walk.signIn(SAM);
        JsonNode inbound = sam.referral(id);
        assertThat(inbound.path("client").path("name").path("given").asText()).isEqualTo("James");
        assertThat(codes(inbound.path("allowedActions"))).containsExactlyInAnyOrder("REVIEW", "ACCEPT", "REJECT");
        assertThat(inbound.path("shares").isEmpty()).isTrue();
        assertThat(sam.post("/api/referrals/" + id + "/review")
                        .json()
                        .path("statusLabel")
                        .asText())
                .isEqualTo("In Review");
        assertThat(dana.row(id).path("status").asText()).isEqualTo("IN_REVIEW");
        assertThat(sam.post("/api/referrals/" + id + "/reject", Json.object().put("reason", "OTHER"))
                        .status())
                .isEqualTo(422);
        assertThat(sam.post("/api/referrals/" + id + "/accept")
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("ACCEPTED");
        Answer late = sam.post("/api/referrals/" + id + "/reject", Json.object().put("reason", "NO_CAPACITY"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().path("referral").path("status").asText()).isEqualTo("ACCEPTED");
        assertThat(sam.post("/api/referrals/" + id + "/undo").status()).isEqualTo(200);
        assertThat(sam.post("/api/referrals/" + id + "/reject", Json.object().put("reason", "NO_CAPACITY"))
                        .json()
                        .path("decision")
                        .path("reason")
                        .asText())
                .isEqualTo("NO_CAPACITY");
        assertThat(dana.row(id).path("status").asText()).isEqualTo("REJECTED");
        assertThat(dana.post("/api/referrals/" + id + "/accept").status()).isEqualTo(403);
    }

    private static Set<String> codes(JsonNode array) {
        Set<String> codes = new HashSet<>();
        array.forEach(code -> codes.add(code.asText()));
        return codes;
    }

    @Test
    void an_idempotency_key_makes_a_retry_the_same_answer() {
        Mailbox program = walk.program();
        ObjectNode body = Member.basket("harbor-0002", "", List.of(program.listing()));
        Map<String, String> key = Map.of("Idempotency-Key", "walk-" + walk.number());
        Answer first = dana.call("POST", "/api/referrals", body, key);
        Answer second = dana.call("POST", "/api/referrals", body, key);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("idempotency-replayed")).isEmpty();
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.header("idempotency-replayed")).isEqualTo("true");
        assertThat(second.json().at("/referrals/0/id")).isEqualTo(first.json().at("/referrals/0/id"));
        assertThat(walk.messages(program.email())).hasSize(1);
        assertThat(dana.call("POST", "/api/referrals", body.put("notes", "Otherwise."), key)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void notes_that_name_the_client_are_refused_with_what_and_where() {
        Mailbox program = walk.program();
        String notes = "Please call James at once.";
        Answer refused = dana.post("/api/referrals", Member.basket("harbor-0002", notes, List.of(program.listing())));
        assertThat(refused.status()).isEqualTo(422);
        JsonNode error = refused.json().path("errors").path(0);
        assertThat(error.path("pointer").asText()).isEqualTo("/notes");
        assertThat(error.path("kind").asText()).isEqualTo("NAME");
        assertThat(notes.substring(
                        error.path("start").asInt(), error.path("end").asInt()))
                .isEqualTo("James");
        for (Map.Entry<String, String> planted : Map.of(
                        "Born 11/02/1971.", "BIRTH_DATE",
                        "Call 206-555-0202.", "PHONE",
                        "Write to james@mail.example.org.", "EMAIL",
                        "SSN 219-09-9999.", "SSN")
                .entrySet()) {
            JsonNode errors = dana.post(
                            "/api/referrals/preview",
                            Member.basket("harbor-0002", planted.getKey(), List.of(program.listing())))
                    .json()
                    .path("errors");
            assertThat(errors.findValuesAsText("kind")).as(planted.getKey()).contains(planted.getValue());
        }
        Answer ordinary = dana.post(
                "/api/referrals/preview",
                Member.basket(
                        "harbor-0002", "Age 53, owes $1,240.50, free at 10:30 on May 3.", List.of(program.listing())));
        assertThat(ordinary.json().path("errors")).isEmpty();
        assertThat(ordinary.json().at("/previews/0/text").asText()).isNotEmpty();
        assertThat(walk.messages(program.email())).isEmpty();
    }

    @Test
    void lists_are_paged_by_cursor_and_know_what_the_caller_has() {
        Mailbox program = walk.program();
        Person person = walk.client("Ottoline", "Vandermeer", "en");
        for (int i = 0; i < 3; i++) {
            dana.refer(person.id(), program.listing());
        }
        String query = "/api/referrals?box=outbound&clientId=" + person.id();
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = dana.get(query + "&limit=2" + cursor).json();
            page.path("referrals").forEach(row -> seen.add(row.path("id").asText()));
            cursor = page.path("cursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("cursor").asText();
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize(3).doesNotHaveDuplicates();

        // A mail that is recorded as sent is news of its referral, too.
        walk.messages(program.email());
        Answer all = dana.get(query);
        Answer unchanged = dana.call("GET", query, null, Map.of("If-None-Match", all.header("etag")));
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.body()).isEmpty();
        dana.post("/api/referrals/" + seen.getFirst() + "/withdraw");
        assertThat(dana.call("GET", query, null, Map.of("If-None-Match", all.header("etag")))
                        .status())
                .isEqualTo(200);
        Answer bad = dana.get(query + "&cursor=nonsense");
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.json().path("errors").path(0).path("pointer").asText()).isEqualTo("/?cursor");
        assertThat(dana.get(query + "&status=NO_SUCH").status()).isEqualTo(422);
        assertThat(dana.get(query + "&status=WITHDRAWN").json().path("referrals"))
                .hasSize(1);
        dana.post("/api/referrals/" + seen.getFirst() + "/archive");
        assertThat(dana.get(query).json().path("referrals")).hasSize(2);
        assertThat(dana.get("/api/referrals?box=history&clientId=" + person.id())
                        .json()
                        .path("referrals"))
                .hasSize(1);
    }
}
