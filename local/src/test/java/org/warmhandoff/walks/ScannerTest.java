package org.warmhandoff.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.walks.Walk.DANA;
import static org.warmhandoff.walks.Walk.MORGAN;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.warmhandoff.adapters.pages.Form;
import org.warmhandoff.local.Json;
import org.warmhandoff.walks.Walk.Mailbox;
import org.warmhandoff.walks.Walk.Person;

/** Mail scanners open every link, follow what they find and press every button. Nothing may change by it, and the person who comes after them succeeds. */
@ExtendWith(Opened.class)
class ScannerTest {

    private static final Map<String, String> ONE_CLICK = Map.of("List-Unsubscribe", "One-Click");

    private static Walk walk;
    private static Member dana;
    private static Member morgan;

    @BeforeAll
    static void begin(Walk shared) {
        walk = shared;
        dana = walk.signIn(DANA);
        morgan = walk.signIn(MORGAN);
    }

    @Test
    void every_kind_of_link_bears_every_scanner() {
        Mailbox program = walk.program();
        Person person = walk.client("Quillon", "Wexforde", "en");
        List<String> ids = dana.refer(person.id(), program.listing());
        ids.addAll(dana.refer(person.id(), program.listing()));
        List<String> accepts = walk.links(program.email(), "/r/[^/]+/accept");
        String manage = walk.link(program.email(), "/m/[^/]+");
        var share = Json.object().put("consent", true).put("email", person.email());
        ids.forEach(share.putArray("referralIds")::add);
        assertThat(dana.post("/api/shares", share).status()).isEqualTo(201);
        walk.pass("P8D");
        String wanted = "scanned-" + program.email();
        walk.answer(manage, Map.of("choice", "CHANGE_ADDRESS", "address", wanted));

        // What each link is for, and what its person chooses in the end; the address last: it ends the program's other
        // links.
        Map<String, Map<String, String>> people = new LinkedHashMap<>();
        people.put(accepts.get(0), Map.of("confirm", "yes"));
        people.put(accepts.get(1).replaceAll("accept$", "reject"), Map.of("reason", "NO_CAPACITY"));
        people.put(manage, Map.of("choice", "CONTACT", "message", "Open till 6 PM."));
        people.put(walk.link(program.email(), "/u/[^/]+"), Map.of("choice", "STOP"));
        people.put(walk.link(person.email(), "/f/[^/]+"), Map.of("answer", "YES"));
        people.put(walk.link(person.email(), "/c/[^/]+") + "/2", Map.of("answer", "NOT_INTERESTED"));
        people.put(walk.link(person.email(), "/u/[^/]+"), Map.of("choice", "STOP"));
        people.put(walk.link(wanted, "/a/[^/]+"), Map.of("confirm", "yes"));

        String before = everything(program, person, wanted, ids);
        for (String link : people.keySet()) {
            scanned(link);
        }
        scanned(walk.link(person.email(), "/c/[^/]+"));
        assertThat(everything(program, person, wanted, ids)).isEqualTo(before);

        people.forEach((link, choice) -> assertThat(walk.submit(link, choice).status())
                .as("the person at " + link.replaceAll("[^/]{20,}", "..."))
                .isEqualTo(303));
        assertThat(everything(program, person, wanted, ids)).isNotEqualTo(before);
        assertThat(dana.row(ids.get(0)).path("status").asText()).isEqualTo("SERVICE_COMPLETED");
        assertThat(dana.row(ids.get(1)).path("status").asText()).isEqualTo("CANCELED");
        assertThat(dana.referral(ids.get(0)).path("response").asText()).isEqualTo("ACCEPTED");
        assertThat(dana.referral(ids.get(1)).path("response").asText()).isEqualTo("REJECTED");
        assertThat(dana.channel("email", person.email())).isEqualTo("OPTED_OUT");
    }

    /** All that a scanner does with one link. */
    private static void scanned(String link) {
        Answer page = walk.get(link);
        assertThat(page.status()).isEqualTo(200);
        Answer head = walk.call("HEAD", link, "", Map.of());
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        IntStream.range(0, 5).parallel().forEach(_ -> walk.get(link));
        for (Element anchor : page.page().select("a[href^=/]")) {
            Answer followed =
                    walk.get(URI.create(link).resolve(anchor.attr("href")).toString());
            pressed(followed, link);
        }
        // A script that sends the form as soon as it is there.
        pressed(page, link);
        walk.pass("PT3S");
        pressed(page, link);
        // Rewritten on the way.
        String path = URI.create(link).getPath();
        String token = path.split("/")[2];
        for (String other : List.of(token.toLowerCase(Locale.ROOT), token.substring(0, token.length() - 1))) {
            Answer lost = walk.get(path.replace(token, other));
            assertThat(lost.status()).isIn(404, 429);
        }
        // RFC 8058 is for unsubscribing alone, and to the letter.
        if (!path.startsWith("/u/") && !path.matches("/c/[^/]+")) {
            walk.postForm(link, ONE_CLICK);
        }
        if (path.startsWith("/u/")) {
            walk.get(link + "?List-Unsubscribe=One-Click");
            for (Map<String, String> near : List.of(
                    Map.of("List-Unsubscribe", "one-click"),
                    Map.of("list-unsubscribe", "One-Click"),
                    Map.of("List-Unsubscribe", "One-Click", "more", "x"))) {
                walk.postForm(link, near);
            }
        }
    }

    /** Every form of the page: as it came; with every field filled and nothing chosen; with everything ticked and filled, as no person can. */
    private static void pressed(Answer page, String link) {
        for (Element form : page.page().select("form")) {
            String action = URI.create(link).resolve(form.attr("action")).toString();
            Map<String, String> fields = page.hidden();
            walk.postForm(action, fields);
            form.select("input[type=text], input[type=email], textarea")
                    .forEach(field -> fields.put(field.attr("name"), "http://scanner.example.org/"));
            walk.postForm(action, fields);
            assertThat(fields).containsKey(Form.DECOY);
            form.select("input[type=checkbox], input[type=radio]")
                    .forEach(field -> fields.put(field.attr("name"), field.attr("value")));
            walk.postForm(action, fields);
        }
    }

    /** Whatever a link could change, as those see it whom it concerns. */
    private static String everything(Mailbox program, Person person, String wanted, List<String> ids) {
        StringBuilder all = new StringBuilder();
        ids.forEach(id -> all.append(dana.referral(id)).append('\n'));
        all.append(morgan.get("/api/listings/" + program.listing()).body()).append('\n');
        all.append(morgan.get("/api/update-requests").body()).append('\n');
        all.append(dana.channel("email", person.email())).append('\n');
        for (String to : List.of(program.email(), person.email(), wanted)) {
            all.append(walk.messages(to).size()).append('\n');
        }
        return all.toString();
    }

    @Test
    void the_exact_body_of_one_click_acts_in_both_encodings_and_by_itself_stops_one_address() {
        for (boolean multipart : new boolean[] {false, true}) {
            Person person = walk.client("Quillon", "Wexforde", "en");
            var share = Json.object()
                    .put("consent", true)
                    .put("email", person.email())
                    .put("phone", person.phone());
            dana.refer(person.id(), "rainier-food-pantry").forEach(share.putArray("referralIds")::add);
            assertThat(dana.post("/api/shares", share).status()).isEqualTo(201);
            String header = walk.lastMessage(person.email())
                    .path("headers")
                    .path("List-Unsubscribe")
                    .asText();
            String link = header.substring(header.indexOf('<') + 1, header.indexOf('>'));
            for (int i = 0; i < 2; i++) {
                Answer done = multipart
                        ? walk.call(
                                "POST",
                                link,
                                "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n",
                                Map.of("Content-Type", "multipart/form-data; boundary=x"))
                        : walk.postForm(link, ONE_CLICK);
                assertThat(done.status()).isEqualTo(200);
            }
            assertThat(dana.channel("email", person.email())).isEqualTo("OPTED_OUT");
            assertThat(dana.channel("phone", person.phone())).isEqualTo("SUBSCRIBED");
            walk.answer(link, Map.of("choice", "RESUBSCRIBE"));
            assertThat(dana.channel("email", person.email())).isEqualTo("SUBSCRIBED");
        }
    }
}
