package org.warmhandoff.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.walks.HostedUi.button;
import static org.warmhandoff.walks.HostedUi.choice;
import static org.warmhandoff.walks.HostedUi.field;
import static org.warmhandoff.walks.HostedUi.gone;
import static org.warmhandoff.walks.HostedUi.heading;
import static org.warmhandoff.walks.HostedUi.link;
import static org.warmhandoff.walks.HostedUi.row;
import static org.warmhandoff.walks.HostedUi.sound;
import static org.warmhandoff.walks.HostedUi.tabTo;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Receiving staff in network at work in the hosted UI, and the caseworker whose table follows them in another browser. */
@ExtendWith(Opened.class)
class InboundWalkTest {

    private static final String PRIYA = "priya.natarajan@harbor-family.example.org";

    private static Office office;
    private static Walk walk;

    @BeforeAll
    static void begin(Office opened) {
        office = opened;
        walk = opened.walk();
    }

    @AfterEach
    void leave() {
        office.everybodyLeaves();
    }

    @Test
    void what_arrives_is_reviewed_accepted_and_taken_back_while_the_senders_table_follows() {
        Walk.Receiver receiver = walk.receiver();
        Page robin = office.open(receiver.email(), Chromium.DESKTOP, "/referrals/inbound");
        heading(robin, "No referrals have come in").waitFor();
        sound(robin, "an empty inbound");
        Page dana = office.open(Walk.DANA, Chromium.DESKTOP, "/referrals/outbound");

        String id =
                walk.signIn(Walk.DANA).refer("harbor-0001", receiver.listing()).getFirst();
        Locator arrived = row(robin, "Maria Lopez");
        arrived.filter(new Locator.FilterOptions().setHasText("New")).waitFor();
        robin.locator(".wh-tabs").getByTitle("1 waiting for an answer").waitFor();
        robin.locator("#wh-nav").getByTitle("1 waiting for an answer").waitFor();
        Locator sent = row(dana, receiver.program());
        status(sent, "Sent");
        sound(robin, "a new referral in inbound");
        Chromium.picture(robin, "ui-inbound");

        link(robin, "Answer the referral of Maria Lopez").click();
        Locator drawer = robin.locator("dialog .wh-drawer");
        button(robin, "Accept").waitFor();
        assertThat(drawer.innerText())
                .contains("Maria waits for your answer")
                .contains("12 Apr 1988")
                .contains("(206) 555-0201")
                .contains("maria.lopez@mail.example.org")
                .contains("Spanish")
                .contains("Mornings are best.")
                .contains("Dana Ortiz")
                .doesNotContainIgnoringCase("safe-contact")
                .doesNotContain("Follow-ups");
        sound(robin, "the drawer of a referral that waits");
        Chromium.picture(robin, "ui-inbound-drawer");

        button(robin, "Mark In Review").click();
        status(sent, "In Review");
        button(robin, "Accept").click();
        robin.locator(".wh-next__done")
                .getByText("Accepted. The sender sees it now.")
                .waitFor();
        status(sent, "Accepted");
        sound(robin, "the drawer of an accepted referral");
        button(robin, "Undo the answer").click();
        button(robin, "Accept").waitFor();
        status(sent, "In Review");
        assertThat(walk.signIn(Walk.DANA).referral(id).path("response").asText())
                .isEqualTo("IN_REVIEW");
    }

    @Test
    void rejecting_asks_for_a_reason_and_for_details_of_other_and_shows_nothing_of_the_client_afterwards() {
        walk.signIn(Walk.DANA).refer("harbor-0004", "cedar-immigration-clinic");
        Page theo = office.open(Walk.THEO, Chromium.PHONE, "/referrals/inbound");
        link(theo, "Answer the referral of Keisha Williams").click();
        button(theo, "Reject").click();
        button(theo, "Reject referral").click();
        theo.locator("fieldset .usa-error-message")
                .getByText("Choose a reason.")
                .waitFor();
        sound(theo, "rejecting without a reason");

        choice(theo, "Other").click();
        button(theo, "Reject referral").click();
        Locator details = theo.locator("dialog textarea");
        theo.locator("dialog textarea[aria-invalid=true]").waitFor();
        assertThat(theo.locator(".wh-summary").last().isVisible()).isTrue();
        sound(theo, "rejecting as other without details");
        details.fill("We serve King County only; ask the Pierce office.");
        theo.keyboard().press("Escape");
        button(theo, "Reject").click();
        assertThat(details.inputValue()).as("what was typed before the slip").startsWith("We serve King County");
        button(theo, "Reject referral").click();

        theo.getByText("Nothing of the client is shown any more").waitFor();
        Locator drawer = theo.locator("dialog .wh-drawer");
        assertThat(drawer.innerText())
                .contains("We serve King County only")
                .doesNotContain("Keisha")
                .doesNotContain("Williams")
                .doesNotContain("555-0204");
        sound(theo, "the drawer of a rejected referral");

        Page dana = office.open(Walk.DANA, Chromium.DESKTOP, "/referrals/outbound");
        row(dana, "Immigration Clinic").locator(".wh-table__title").click();
        dana.locator(".wh-quote").getByText("We serve King County only").waitFor();

        button(theo, "Undo the answer").click();
        theo.locator("dialog dd").getByText("Keisha Williams").waitFor();
    }

    @Test
    void a_referral_is_answered_with_the_keyboard_alone() {
        walk.signIn(Walk.DANA).refer("harbor-0005", "cedar-eviction-defense");
        Page theo = office.open(Walk.THEO, Chromium.PHONE, "/referrals/inbound");
        Locator answer = link(theo, "Answer the referral of Rosa Jiménez");
        answer.waitFor();
        tabTo(theo, answer);
        theo.keyboard().press("Enter");
        button(theo, "Reject").waitFor();
        tabTo(theo, button(theo, "Reject"));
        theo.keyboard().press("Enter");
        Locator first = theo.locator("input[name=reason]").first();
        first.waitFor();
        tabTo(theo, first);
        theo.keyboard().press("Space");
        tabTo(theo, theo.locator("dialog textarea"));
        theo.keyboard().type("By keyboard.");
        tabTo(theo, button(theo, "Reject referral"));
        theo.keyboard().press("Enter");
        theo.locator("dialog .wh-quote").getByText("By keyboard.").waitFor();
        tabTo(theo, button(theo, "Undo the answer"));
        theo.keyboard().press("Enter");
        button(theo, "Accept").waitFor();
        theo.keyboard().press("Escape");
        gone(theo.locator("dialog"));
        assertThat(theo.evaluate("document.activeElement.closest('tr')?.innerText ?? ''")
                        .toString())
                .as("where the focus returns to")
                .contains("Rosa Jiménez");
    }

    @Test
    void who_answers_too_late_is_told_what_stands_and_a_lost_connection_is_said_and_mended() {
        Member dana = walk.signIn(Walk.DANA);
        String id = dana.refer("harbor-0003", "cedar-eviction-defense").getFirst();
        Page theo = office.open(Walk.THEO, Chromium.DESKTOP, "/referrals/inbound/" + id);
        button(theo, "Accept").waitFor();

        // The page hears nothing any more, and dana withdraws.
        theo.route("**/api/referrals**", InboundWalkTest::withoutReading);
        assertThat(dana.post("/api/referrals/" + id + "/withdraw").status()).isEqualTo(200);
        button(theo, "Accept").click();
        theo.getByText("This changed in the meantime").first().waitFor();
        theo.getByText("Nothing of the client is shown any more").waitFor();
        sound(theo, "a lost race");
        button(theo, "Close").click();
        theo.getByText("You see what was last read.").waitFor();
        sound(theo, "a table that is out of date");

        theo.navigate(walk.address() + "/referrals/inbound?status=WITHDRAWN");
        button(theo, "Try again").waitFor();
        sound(theo, "a table that cannot be read");
        theo.unroute("**/api/referrals**");
        // It may have mended itself in the meantime: then there is nothing to press.
        theo.evaluate("[...document.querySelectorAll('button')].find(it => it.innerText === 'Try again')?.click()");
        row(theo, "Withdrawn").waitFor();
        assertThat(theo.locator("main").innerText()).doesNotContain("Nguyen");

        theo.context().setOffline(true);
        theo.getByText("You are offline.").waitFor();
        sound(theo, "offline");
        theo.context().setOffline(false);
    }

    @Test
    void each_role_finds_its_own_pages_and_is_told_whose_the_others_are() {
        Page priya = office.open(PRIYA, Chromium.DESKTOP, "/referrals/outbound");
        for (String tab : new String[] {"Outbound", "Inbound", "History"}) {
            priya.locator(".wh-tabs a", new Page.LocatorOptions().setHasText(tab))
                    .waitFor();
        }
        assertThat(priya.locator("#wh-nav").innerText()).contains("Clients").doesNotContain("Administration");

        Page theo = office.open(Walk.THEO, Chromium.DESKTOP, "/referrals");
        theo.waitForURL("**/referrals/inbound");
        assertThat(theo.locator("#wh-nav").innerText())
                .doesNotContain("Clients")
                .doesNotContain("Administration");
        for (String page :
                new String[] {"/referrals/outbound", "/clients", "/clients/harbor-0001", "/refer", "/share?referrals=x"
                }) {
            theo.navigate(walk.address() + page);
            heading(theo, "This page is for caseworkers").waitFor();
        }
        theo.navigate(walk.address() + "/admin/members");
        heading(theo, "This page is for network administrators").waitFor();
        sound(theo, "a page of another role");
        link(theo, "Go to your start page").click();
        theo.waitForURL("**/referrals/inbound");

        Page morgan = office.open(Walk.MORGAN, Chromium.DESKTOP, "/referrals/inbound");
        heading(morgan, "This page is for receiving staff").waitFor();
        assertThat(field(morgan, "Search").count()).isZero();
    }

    private static void withoutReading(Route route) {
        if (route.request().method().equals("GET")) {
            route.abort();
        } else {
            route.resume();
        }
    }

    private static void status(Locator row, String label) {
        row.locator(".wh-status", new Locator.LocatorOptions().setHasText(label))
                .waitFor();
    }
}
