package org.warmhandoff.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.walks.Walk.DANA;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.warmhandoff.local.Json;
import org.warmhandoff.walks.Walk.Mailbox;
import org.warmhandoff.walks.Walk.Person;

/** Every page and every email that the staff of a program meets, in a browser without scripts. */
@ExtendWith(Opened.class)
class ReceiverPagesTest {

    private static final String ACCEPT = "/r/[^/]+/accept";
    private static final String REJECT = "/r/[^/]+/reject";
    private static final String MANAGE = "/m/[^/]+";
    private static final String ADDRESS = "/a/[^/]+";
    private static final String UNSUBSCRIBE = "/u/[^/]+";
    private static final String NAME_OF_NOBODY = "Quillon";

    private static Walk walk;
    private static Chromium chromium;
    private static Member dana;
    private static Visitor visitor;

    @BeforeAll
    static void begin(Walk shared, Chromium browser) {
        walk = shared;
        chromium = browser;
        dana = walk.signIn(DANA);
        visitor = new Visitor(walk, chromium);
    }

    @AfterAll
    static void end() {
        if (visitor != null) {
            visitor.close();
        }
    }

    private static String refer(Mailbox program) {
        return dana.refer("harbor-0002", program.listing()).getFirst();
    }

    private static String status(String id) {
        return dana.row(id).path("status").asText();
    }

    @Test
    void accepts_in_two_steps_and_undoes_and_is_told_at_each_step_what_stands() {
        Mailbox program = walk.program();
        String id = refer(program);
        String accept = walk.link(program.email(), ACCEPT);
        visitor.opens(accept, 200, "accept")
                .headed("Can " + name(program) + " serve this person?")
                .reads("Age", "Needs", "Mornings are best.", "Dana Ortiz", "206-555-", "Yes, Accept Client")
                .readsNothingOf("James", "1971", "harbor-0002")
                .presses("Yes, Accept Client", 422, "accept without a tick")
                .faulted("confirm", "Tick the box to say that you can serve this person");
        assertThat(status(id)).isEqualTo("SENT");

        visitor.opens(accept, 200, "accept once more").chooses("yes");
        walk.pass("PT31M");
        visitor.presses("Yes, Accept Client", 200, "accept, too late")
                .reads("Please send this once more", "what you chose is still here");
        assertThat(visitor.page().locator("#confirm").isChecked()).isTrue();
        assertThat(status(id)).isEqualTo("SENT");

        visitor.presses("Yes, Accept Client", 200, "just accepted")
                .reads("You accepted referral", "Dana Ortiz sees your answer now.", "within 2 business days")
                .readsNothingOf("Mornings are best.");
        assertThat(status(id)).isEqualTo("ACCEPTED");
        visitor.presses("Undo Now", 200, "accept, after undoing")
                .headed("Can " + name(program) + " serve this person?");
        assertThat(status(id)).isEqualTo("SENT");

        visitor.chooses("yes").presses("Yes, Accept Client", 200, "accepted again");
        visitor.opens(accept, 200, "accepted, later")
                .reads("is accepted", "It has been answered already.")
                .presses("Undo Now", 422, "undo without a tick")
                .faulted("confirm", "Tick the box to undo the answer")
                .headed("Undo the answer to referral " + reference(id) + "?");
        visitor.opens(undo(accept), 200, "undo").chooses("yes").presses("Undo Now", 200, "accept, after a late undo");
        assertThat(status(id)).isEqualTo("SENT");
    }

    @Test
    void goes_over_from_accept_to_reject_and_says_why() {
        Mailbox program = walk.program();
        String id = refer(program);
        visitor.opens(walk.link(program.email(), ACCEPT), 200, "accept")
                .follows("No, Reject Referral", "reject")
                .headed("Why can " + name(program) + " not serve this person?")
                .reads("Accept this client instead", "Age", "Mornings are best.", "Dana Ortiz")
                .presses("Reject Referral", 422, "reject without a reason")
                .faulted("reason", "Choose the reason that fits best")
                .chooses("OTHER")
                .presses("Reject Referral", 422, "reject as Other without details")
                .faulted("details", "Write a few words about the reason")
                .types("details", "Call her at 206-555-0202.")
                .presses("Reject Referral", 422, "reject with a telephone number")
                .faulted(
                        "details",
                        "Take out anything that could tell who the person is, such as a name, phone number or date of birth");
        assertThat(visitor.page().locator("#details").inputValue()).isEqualTo("Call her at 206-555-0202.");
        assertThat(visitor.page().locator("input[value=OTHER]").isChecked()).isTrue();
        assertThat(status(id)).isEqualTo("SENT");
        visitor.types("details", "We close for repairs.")
                .presses("Reject Referral", 200, "just rejected")
                .reads("You rejected referral", "Other", "We close for repairs.", "looks for another place");
        assertThat(status(id)).isEqualTo("REJECTED");
    }

    @Test
    void is_told_who_was_faster_what_is_closed_and_whom_to_call() {
        Mailbox program = walk.program();
        Person person = walk.client(NAME_OF_NOBODY, "Wexforde", "en");
        List<String> ids = new java.util.ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.addAll(dana.refer(person.id(), program.listing()));
        }
        List<String> links = walk.links(program.email(), ACCEPT);

        visitor.opens(links.get(0), 200, "accept").chooses("yes");
        walk.answer(
                walk.links(program.email(), REJECT).get(0),
                Map.of("reason", "NO_CAPACITY", "details", "Full till May."));
        visitor.presses("Yes, Accept Client", 200, "overtaken")
                .reads("is rejected", "yours changed nothing", "Full till May.", "206-555-");

        var share = Json.object().put("consent", true).put("email", person.email());
        ids.subList(1, 3).forEach(share.putArray("referralIds")::add);
        assertThat(dana.post("/api/shares", share).status()).isEqualTo(201);
        String resources = walk.link(person.email(), "/c/[^/]+");
        walk.answer(resources + "/1", Map.of("answer", "YES"));
        walk.answer(resources + "/2", Map.of("answer", "NOT_INTERESTED"));
        for (Map.Entry<String, String> closed : Map.of(
                        links.get(1), "This referral is complete",
                        links.get(2), "This referral was canceled")
                .entrySet()) {
            visitor.opens(closed.getKey(), 200, closed.getValue())
                    .headed(closed.getValue())
                    .reads("nothing left to answer", "Dana Ortiz", "206-555-")
                    .readsNothingOf("Age", "Mornings", "<form");
        }

        String withdrawn = dana.refer(person.id(), program.listing()).getFirst();
        String link = walk.link(program.email(), ACCEPT);
        assertThat(dana.post("/api/referrals/" + withdrawn + "/withdraw").status())
                .isEqualTo(200);
        visitor.opens(link, 200, "withdrawn")
                .headed("This referral was withdrawn")
                .reads("Dana Ortiz", "206-555-")
                .readsNothingOf("Age", "Mornings", "<form");
    }

    @Test
    void meets_no_dead_end_without_somebody_to_call() {
        Mailbox program = walk.program();
        String id = refer(program);
        String accept = walk.link(program.email(), ACCEPT);
        for (String path : List.of("/r/%s/accept", "/m/%s", "/a/%s", "/u/%s", "/c/%s", "/f/%s")) {
            Answer unknown = walk.get(path.formatted("A".repeat(43)));
            assertThat(unknown.status()).isEqualTo(404);
            Visitor.guarded(headers(unknown), path);
        }
        visitor.opens("/r/" + "A".repeat(43) + "/accept", 404, "unknown")
                .headed("We cannot find this page")
                .reads("206-555-0100", "help@warm-handoff.example.org", "211", "No encontramos esta página");

        Map<String, String> form = walk.get(accept).hidden();
        form.put("confirm", "yes");
        walk.pass("PT3S");
        Answer foreign = walk.postForm(accept, form, Map.of("Sec-Fetch-Site", "cross-site"));
        visitor.holds(foreign, 403, "foreign");
        assertThat(foreign.page().select("main a[href^=tel]")).isNotEmpty();
        assertThat(status(id)).isEqualTo("SENT");

        walk.pass("P31D");
        visitor.opens(accept, 410, "expired").headed("This link has ended").reads("206-555-0100", "Este enlace");

        Answer refused = walk.get("/r/" + "B".repeat(43) + "/accept");
        for (int i = 0; i < 70 && refused.status() == 404; i++) {
            refused = walk.get("/r/" + "B".repeat(43) + "/accept");
        }
        visitor.holds(refused, 429, "too many misses");
        assertThat(Integer.parseInt(refused.header("retry-after"))).isBetween(1, 600);
        // Whoever has a real link comes in all the same.
        refer(program);
        visitor.opens(walk.link(program.email(), ACCEPT), 200, "a real link among misses");
        walk.pass("PT11M");
    }

    @Test
    void manages_emails_and_every_error_stands_beside_its_field() {
        Mailbox program = walk.program();
        refer(program);
        String manage = walk.link(program.email(), MANAGE);
        visitor.opens(manage, 200, "manage")
                .headed("Manage these emails")
                .reads(
                        "Continue receiving emails",
                        "Unsubscribe from emails",
                        "Change the email address",
                        "About the referral network")
                .presses("Save", 422, "manage without a choice")
                .faulted("choice", "Choose what you would like to do")
                .chooses("CHANGE_ADDRESS")
                .types("address", "office at rainier")
                .presses("Save", 422, "manage with no address")
                .faulted("address", "Enter an email address like name@example.org")
                .chooses("CONTACT")
                .presses("Save", 422, "manage without a message")
                .faulted("message", "Write your question or what should be updated");
        assertThat(visitor.page().locator("#address").inputValue()).isEqualTo("office at rainier");
        visitor.types("message", "Open till 6 PM from May on.")
                .presses("Save", 200, "message sent")
                .headed("We have your message")
                .follows("Back to Manage these emails", "manage again")
                .chooses("UNSUBSCRIBE")
                .presses("Save", 200, "unsubscribed")
                .headed("You are unsubscribed")
                .follows("Start receiving emails again", "manage, unsubscribed")
                .reads("gets no referral emails")
                .chooses("KEEP")
                .presses("Save", 200, "subscribed again")
                .headed("You receive referral emails");

        walk.bounce(program.email());
        visitor.opens(manage, 200, "manage, bouncing")
                .reads("came back", "Please give us an address that works.")
                .readsNothingOf("Start receiving emails again");
    }

    @Test
    void changes_the_address_with_a_page_and_a_mail_for_each_end() {
        Mailbox program = walk.program();
        refer(program);
        String wanted = "new-" + program.email();
        visitor.opens(walk.link(program.email(), MANAGE), 200, "manage")
                .chooses("CHANGE_ADDRESS")
                .types("address", wanted)
                .presses("Save", 200, "a change was asked for")
                .headed("Check the new mailbox");
        visitor.readsMail(walk.lastMessage(program.email()), "mail: notice of a change");
        visitor.readsMail(walk.lastMessage(wanted), "mail: confirm the address");
        visitor.backToPages();
        visitor.opens(walk.link(program.email(), ADDRESS), 200, "cancel the change")
                .headed("Cancel the change of address?")
                .presses("Cancel Change", 422, "cancel without a tick")
                .faulted("confirm", "Tick the box to go on");
        visitor.opens(walk.link(wanted, ADDRESS), 200, "confirm the address")
                .headed("Receive referrals at this address?")
                .chooses("yes")
                .presses("Confirm Address", 200, "address confirmed")
                .headed("The address is changed");
        walk.pass("PT1M");
        visitor.readsMail(walk.lastMessage(program.email()), "mail: the address was changed");
        visitor.backToPages();
        String confirmed = walk.link(wanted, ADDRESS);
        visitor.opens(walk.link(program.email(), ADDRESS), 200, "undo the change")
                .headed("Undo the change of address?")
                .chooses("yes")
                .presses("Undo Change", 200, "change undone")
                .headed("The change is undone");
        walk.pass("PT1M");
        JsonNode undone = walk.messages(wanted).stream()
                .filter(mail -> mail.path("subject").asText().contains("undone"))
                .findFirst()
                .orElseThrow();
        visitor.readsMail(undone, "mail: the change was undone");
        visitor.backToPages();
        visitor.opens(confirmed, 410, "the new address's link, after the undoing");

        visitor.opens(walk.link(program.email(), MANAGE), 200, "manage")
                .chooses("CHANGE_ADDRESS")
                .types("address", "third-" + program.email())
                .presses("Save", 200, "another change was asked for");
        visitor.opens(walk.link(program.email(), ADDRESS), 200, "cancel")
                .chooses("yes")
                .presses("Cancel Change", 200, "change canceled")
                .headed("The change is canceled");
    }

    @Test
    void unsubscribes_by_the_link_of_the_mail_and_comes_back() {
        Mailbox program = walk.program();
        refer(program);
        visitor.opens(walk.link(program.email(), UNSUBSCRIBE), 200, "unsubscribe")
                .presses("Save my choice", 422, "unsubscribe without a choice")
                .faulted("choice", "Choose whether to stop these emails")
                .chooses("STOP")
                .presses("Save my choice", 200, "stopped")
                .reads("You will get no more emails at p•••@walks.example.org")
                .follows("Get these emails again", "stopped already")
                .chooses("RESUBSCRIBE")
                .presses("Save my choice", 200, "subscribed again")
                .reads("You will get our emails at p•••@walks.example.org again");
    }

    @Test
    void reads_the_referral_in_any_mail_program_and_finds_the_same_on_its_page() {
        Mailbox program = walk.program();
        refer(program);
        JsonNode mail = walk.lastMessage(program.email());
        Page read = visitor.readsMail(mail, "mail: referral");
        BoundingBox accept = box(read, "Accept Client");
        BoundingBox reject = box(read, "Reject Referral");
        assertThat(accept.y).as("side by side on wide").isEqualTo(reject.y);
        assertThat(read.locator("table[width='600']").boundingBox().width).isEqualTo(600);
        read.setViewportSize(Chromium.PHONE, 740);
        assertThat(box(read, "Reject Referral").y)
                .as("stacked on narrow")
                .isGreaterThanOrEqualTo(box(read, "Accept Client").y + box(read, "Accept Client").height);
        assertThat(box(read, "Accept Client").height).isGreaterThanOrEqualTo(44);
        String said = read.locator("body").innerText();
        for (String words : List.of(said, mail.path("text").asText())) {
            assertThat(words)
                    .containsSubsequence(
                            "Dana Ortiz",
                            "asks whether you can serve this person",
                            "Needs",
                            "Age",
                            "Household",
                            "Language",
                            "Area",
                            "Mornings are best.",
                            "Accept Client",
                            "Reject Referral",
                            "206-555-",
                            "Update your information",
                            "Manage these emails",
                            "Unsubscribe",
                            "You get this email because",
                            "100 Main Street")
                    .doesNotContain("James", "1971");
        }
        visitor.backToPages();
    }

    private static BoundingBox box(Page mail, String button) {
        return mail.locator("a", new Page.LocatorOptions().setHasText(button))
                .first()
                .boundingBox();
    }

    @Test
    void sits_for_the_pictures_of_the_docs() {
        if (!Boolean.getBoolean("screenshots")) {
            return;
        }
        dana.refer("harbor-0001", "st-brigid-night-shelter");
        String mailbox = "intake@st-brigid.example.org";
        visitor.opens(walk.link(mailbox, ACCEPT), 200, "accept").pictured("receiver-accept");
        visitor.opens(walk.link(mailbox, REJECT), 200, "reject").pictured("receiver-reject");
        visitor.opens(walk.link(mailbox, MANAGE), 200, "manage").pictured("receiver-manage");
        Page mail = visitor.readsMail(walk.lastMessage(mailbox), "mail: referral");
        Chromium.picture(mail, "mail-referral");
        visitor.backToPages();
    }

    private static String name(Mailbox program) {
        return "Walk Program " + program.listing().substring("walk-program-".length());
    }

    private static String reference(String id) {
        return dana.referral(id).path("reference").asText();
    }

    private static String undo(String acceptLink) {
        return acceptLink.replaceAll("/accept$", "/undo");
    }

    private static Map<String, String> headers(Answer answer) {
        Map<String, String> headers = new java.util.HashMap<>();
        answer.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
        return headers;
    }
}
