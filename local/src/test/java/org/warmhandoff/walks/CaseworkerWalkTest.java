package org.warmhandoff.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.walks.HostedUi.button;
import static org.warmhandoff.walks.HostedUi.choice;
import static org.warmhandoff.walks.HostedUi.field;
import static org.warmhandoff.walks.HostedUi.heading;
import static org.warmhandoff.walks.HostedUi.link;
import static org.warmhandoff.walks.HostedUi.row;
import static org.warmhandoff.walks.HostedUi.sound;
import static org.warmhandoff.walks.HostedUi.tabTo;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.warmhandoff.local.Json;

/** A caseworker at work in the hosted UI, from signing in to the end of both loops; and when things go wrong meanwhile. */
@ExtendWith(Opened.class)
class CaseworkerWalkTest {

    private static final String PANTRY = "rainier-food-pantry";
    private static final Walk.Mailbox SHELTER =
            new Walk.Mailbox("st-brigid-night-shelter", "intake@st-brigid.example.org");
    private static final String SHELTER_NAME = "Night Shelter";
    private static final Walk.Mailbox JOBS = new Walk.Mailbox("ballard-job-club", "jobs@ballard-works.example.org");
    private static final String JOBS_NAME = "Job Club";

    /** Whoever works by keyboard sees where they are. Boxes and tiles show it on the label that is drawn for them. */
    private static final String FOCUS_IS_SEEN = """
            () => {
              const at = document.activeElement;
              if (!at || at === document.body) return 'the focus is nowhere';
              const label = at.matches('[type=checkbox], [type=radio]') ? at.labels[0] : null;
              const ring = label ? getComputedStyle(label, '::before') : getComputedStyle(at);
              return ring.outlineStyle !== 'none' && parseFloat(ring.outlineWidth) > 0 ? '' : at.outerHTML;
            }
            """;

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
    void refers_in_and_out_of_network_shares_and_watches_both_loops_end() {
        Walk.Person rosa = walk.client("Rosalind", "Quimby", "en");
        forThePictures();

        Page page = office.open(Walk.DANA, Chromium.DESKTOP, "/programs");
        findsPrograms(page, SHELTER_NAME);
        fillsTheBasket(page, List.of(PANTRY, SHELTER.listing(), JOBS.listing()));
        refers(page, rosa, SHELTER_NAME);
        shares(page, rosa);

        link(page, "My Network Referrals").last().click();
        Locator inside = row(page, "Quimby").filter(having("Food Pantry"));
        Locator out = row(page, "Quimby").filter(having(SHELTER_NAME));
        Locator refused = row(page, "Quimby").filter(having(JOBS_NAME));
        out.filter(having("Sent")).waitFor();
        assertThat(inside.locator(".wh-out-tag").count()).isZero();
        directlyRightOf(out.locator("time").first(), out.locator(".wh-out-tag"));
        looksRight(page, "Outbound");

        // Two receivers answer elsewhere; nobody reloads this page.
        Page sam = office.open(Walk.SAM, Chromium.DESKTOP, "/referrals/inbound");
        row(sam, "Quimby").locator("a").first().click();
        button(sam, "Accept").click();
        inside.filter(having("Accepted")).waitFor();
        sam.context().close();
        answersByEmail(SHELTER, "accept", "Yes, Accept Client", Map.of("confirm", "yes"));
        out.filter(having("Accepted")).waitFor();
        walk.submit(
                walk.link(JOBS.email(), "/r/[^/]+/reject"),
                Map.of("reason", "OTHER", "details", "Our coach is away until March."));
        refused.filter(having("Rejected")).waitFor();
        Chromium.picture(page, "ui-outbound");

        readsTheDrawer(page, refused);

        // A week later, at a time of day when texts go, the client answers; the token ended meanwhile, and nobody
        // noticed.
        walk.pass("P7DT10H");
        walk.text(rosa.phone(), "1");
        inside.filter(having("Service Completed")).waitFor();
        assertThat(inside.innerText()).contains("Yes, I've received services");
        assertThat(page.locator("dialog[open]").count()).isZero();
        Locator told = opened(page, inside);
        assertThat(told.innerText()).contains("Yes, I've received services", "Recent Activity", "Follow-ups");
        Chromium.picture(page, "ui-drawer");
        page.keyboard().press("Escape");

        files(page, rosa);
    }

    /** A table with three rows tells little. */
    private static void forThePictures() {
        if (!Boolean.getBoolean("screenshots")) {
            return;
        }
        Member dana = walk.signIn(Walk.DANA);
        List<String> maria = dana.refer("harbor-0001", PANTRY, SHELTER.listing(), "cedar-eviction-defense");
        dana.refer("harbor-0002", "st-brigid-day-center", "sound-peer-circle");
        walk.signIn(Walk.SAM).post("/api/referrals/" + maria.getFirst() + "/accept");
        walk.signIn(Walk.THEO).post("/api/referrals/" + maria.getLast() + "/review");
        walk.submit(
                walk.link(SHELTER.email(), "/r/[^/]+/reject"),
                Map.of("reason", "NO_CAPACITY", "details", "Full this week."));
        var share = Json.object().put("consent", true).put("email", "maria.lopez@mail.example.org");
        maria.forEach(share.putArray("referralIds")::add);
        dana.post("/api/shares", share);
    }

    private static void findsPrograms(Page page, String outside) {
        page.locator("#program-" + PANTRY).waitFor();
        Chromium.picture(page, "ui-find");
        looksRight(page, "Find programs");
        directlyRightOf(page.locator("#sort"), page.locator(".wh-bar__sort .wh-toggle"));
        List<String> names = page.locator(".wh-program .wh-network").allInnerTexts();
        assertThat(names.indexOf("out of network")).isGreaterThan(names.lastIndexOf("in network"));
        button(page, "In network first: on").click();
        button(page, "In network first: off").waitFor();
        page.waitForCondition(() -> {
            List<String> mixed = page.locator(".wh-program .wh-network").allInnerTexts();
            return mixed.indexOf("out of network") < mixed.lastIndexOf("in network");
        });
        button(page, "In network first: off").click();
        link(page, "in network: refer to Food Pantry").waitFor();
        link(page, "out of network: refer to " + outside + " by email").waitFor();

        page.locator("select[name=need]").selectOption("FOOD");
        field(page, "ZIP").fill("98118");
        field(page, "Search words").fill("violin");
        button(page, "Search").click();
        heading(page, "No program fits all of this").waitFor();
        sound(page, "nothing found");
        button(page, "Leave out “violin”").click();
        page.locator("#program-" + PANTRY).waitFor();
        page.navigate(walk.address() + "/programs");
    }

    private static void fillsTheBasket(Page page, List<String> listings) {
        for (String listing : listings) {
            page.locator("article[aria-labelledby='program-" + listing + "'] .wh-basket-button")
                    .click();
        }
        page.reload();
        page.locator(".wh-header__basket").click();
        Locator items = page.locator(".wh-basket__item");
        items.nth(2).waitFor();
        Chromium.picture(page, "ui-basket");
        looksRight(page, "the basket");

        // Away and back, the button that was pressed keeps the focus.
        Locator up = items.nth(2).locator("[data-by='-1']");
        up.focus();
        page.keyboard().press("Enter");
        page.waitForCondition(() -> items.nth(1).getAttribute("data-item").equals(listings.get(2)));
        seen(page);
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.waitForCondition(() -> items.nth(2).getAttribute("data-item").equals(listings.get(2)));
        seen(page);
        link(page, "Refer a client to 3 programs").click();
    }

    private static void refers(Page page, Walk.Person client, String outside) {
        heading(page, "Create referral").waitFor();
        assertThat(page.locator(".wh-box-yellow").count()).isEqualTo(2);
        assertThat(page.locator(".wh-box-yellow").last().innerText())
                .contains("Avoid including any sensitive information in the notes section");
        sound(page, "Create referral, empty");
        button(page, "Send 3 referrals").click();
        assertThat(page.locator(".wh-summary").innerText()).contains("Choose the client.");

        // A form in a form: adding a client in place sends nothing else, and loses nothing of the page.
        button(page, "Add a client").click();
        field(page, "Given name").fill("Perpetua");
        field(page, "Family name").fill("Stray");
        button(page, "Add client").click();
        page.locator(".wh-chosen", new Page.LocatorOptions().setHasText("Perpetua Stray"))
                .waitFor();
        page.waitForCondition(() -> "Choose another".equals(page.evaluate("document.activeElement.innerText")));
        button(page, "Choose another").click();

        field(page, "Client").fill("quimby");
        page.getByRole(AriaRole.OPTION, containing("Rosalind Quimby")).click();
        page.locator(".wh-chosen", new Page.LocatorOptions().setHasText("Rosalind Quimby"))
                .waitFor();
        page.locator("textarea").fill("Ask for Rosalind at " + client.phone() + "; mornings are best.");
        page.locator("mark").nth(1).waitFor();
        assertThat(page.locator("#notes-leaks").innerText()).contains("phone number", "name");
        button(page, "Send 3 referrals").click();
        page.locator(".wh-summary", new Page.LocatorOptions().setHasText("The client must have consented"))
                .waitFor();
        looksRight(page, "Create referral, refused");

        String notes = "Mornings are best; walks with a cane.";
        page.locator("textarea").fill(notes);
        page.locator("mark").first().waitFor(gone());
        choice(page, "consents to this referral").click();
        page.locator("#preview-of").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(outside));
        Locator mail = page.frameLocator(".wh-preview__mail").locator("body");
        mail.filter(having(notes)).waitFor();
        assertThat(mail.innerText())
                .contains("Accept Client", "Reject Referral")
                .doesNotContain("Quimby");
        assertThat(mail.locator("a[href]").count()).isZero();
        Page alone = page.context().newPage();
        alone.setContent(page.locator(".wh-preview__mail").getAttribute("srcdoc"));
        new Axe(alone).mail("the preview of the receiver's email");
        alone.close();
        Chromium.picture(page, "ui-refer");
        looksRight(page, "Create referral, filled in");
        button(page, "Send 3 referrals").click();
        heading(page, "3 referrals sent").waitFor();
    }

    private static void shares(Page page, Walk.Person client) {
        page.locator("#share-heading").waitFor();
        assertThat(page.locator(".wh-step h3").allInnerTexts()).hasSize(5);
        assertThat(page.locator(".wh-scripts").innerText())
                .contains(
                        "Have you ever received an email from us in the past?",
                        "Have you ever received a text from us in the past?",
                        "If so, have you ever opted out?",
                        "Text START or Yes or UNSTOP to");
        assertThat(page.locator("#message-consent").isChecked()).isFalse();
        choice(page, "Send Email to Client").click();
        choice(page, "Send Text to Client").click();
        assertThat(field(page, "Email Address").inputValue()).isEqualTo(client.email());
        page.locator(".wh-standing").nth(1).waitFor();
        assertThat(page.locator("#message-consent-note").innerText())
                .isEqualTo("Clients will receive one immediate message with resource information,"
                        + " and one follow up message a week later to capture feedback");
        assertThat(page.locator(".wh-bubble figcaption").innerText()).contains("characters, one text");
        Chromium.picture(page, "ui-share");
        looksRight(page, "Share with Client");
        button(page, "Share with Client").click();
        page.locator(".wh-summary").waitFor();
        assertThat(page.locator(".wh-step .usa-error-message").innerText()).contains("consent");

        List<String> expected = page.locator(".wh-follow-ups li > :last-child").allInnerTexts();
        choice(page, "My Client Consents to Receiving Texts and / or emails from Warm Handoff")
                .click();
        button(page, "Share with Client").click();
        heading(page, "Shared with Rosalind Quimby").waitFor();
        List<String> planned = page.locator(".wh-follow-ups time").allInnerTexts();
        assertThat(planned).hasSize(3);
        for (int i = 0; i < planned.size(); i++) {
            assertThat(planned.get(i)).as("the day that was shown before").startsWith(expected.get(i));
        }
        sound(page, "shared");
    }

    private static void answersByEmail(Walk.Mailbox program, String page, String button, Map<String, String> fields) {
        Page mail = office.chromium().withoutScripts(Chromium.PHONE).newPage();
        mail.navigate(walk.link(program.email(), "/r/[^/]+/" + page));
        fields.forEach((name, value) ->
                mail.locator("[name=" + name + "][value=" + value + "]").check());
        walk.pass("PT3S");
        button(mail, button).click();
        mail.locator("h1").waitFor();
        mail.context().close();
    }

    private static void readsTheDrawer(Page page, Locator row) {
        Locator title = row.locator("a").first();
        String address = title.getAttribute("href");
        Locator drawer = opened(page, row);
        assertThat(page.url()).endsWith(address);
        assertThat(drawer.innerText())
                .contains("Rejected", "Other", "Our coach is away until March.", "Recent Activity", "Delivery");
        looksRight(page, "the drawer");
        // The focus goes round inside, and Escape gives it back to the row.
        for (int i = 0; i < 30; i++) {
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement === document.body"
                            + " || Boolean(document.activeElement.closest('dialog'))"))
                    .isEqualTo(true);
        }
        page.keyboard().press("Escape");
        drawer.waitFor(gone());
        page.waitForCondition(
                () -> Boolean.TRUE.equals(title.evaluate("element => element === document.activeElement")));
        // Its address opens it by itself.
        page.navigate(walk.address() + address);
        page.locator(".wh-drawer").waitFor();
        page.keyboard().press("Escape");
        page.locator(".wh-drawer").waitFor(gone());
    }

    private static void files(Page page, Walk.Person client) {
        Locator mine = row(page, "Quimby");
        mine.nth(2).waitFor();
        Locator drawer = opened(page, mine.first());
        drawer.getByRole(AriaRole.BUTTON, exactly("Archive")).click();
        Locator undo = page.locator(".wh-toast__action");
        undo.waitFor();
        sound(page, "a toast");
        page.waitForCondition(() -> mine.count() == 2);
        page.waitForCondition(() -> !"BODY".equals(page.evaluate("document.activeElement.tagName")));
        undo.click();
        page.waitForCondition(() -> mine.count() == 3);

        for (int i = 0; i < 3; i++) {
            mine.nth(i).locator("input[type=checkbox]").check();
        }
        button(page, "Archive 3").click();
        page.waitForCondition(() -> mine.count() == 0);
        link(page, "History").click();
        mine.nth(2).waitFor();
        Chromium.picture(page, "ui-history");
        looksRight(page, "History");
        field(page, "Search").fill("completed quimby");
        page.waitForCondition(() -> mine.count() == 1);

        Locator completed = opened(page, mine.first());
        completed.getByRole(AriaRole.LINK, within("Print a sheet")).click();
        page.locator(".wh-sheet").waitFor();
        assertThat(page.locator(".wh-sheet").innerText())
                .contains("Food Pantry", "4205 Rainier Ave S")
                .doesNotContain("Quimby");
        Chromium.picture(page, "ui-sheet");
        looksRight(page, "the sheet");
        page.context().close();
    }

    @Test
    void the_keyboard_alone_refers_and_shares() {
        Walk.Mailbox program = walk.program();
        walk.client("Ottoline", "Vance", "en");
        Page page = office.open(Walk.DANA, Chromium.DESKTOP, "/programs");
        Locator refer = page.locator("article[aria-labelledby='program-" + program.listing() + "'] .wh-buttons a");
        refer.waitFor();
        refer.evaluate("element => element.closest('article').querySelector('h2 a').focus()");
        presses(page, refer, "Enter");

        heading(page, "Create referral").waitFor();
        tabTo(page, field(page, "Client"));
        page.keyboard().type("vance");
        page.getByRole(AriaRole.OPTION, containing("Ottoline Vance")).waitFor();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.locator(".wh-chosen", new Page.LocatorOptions().setHasText("Ottoline Vance"))
                .waitFor();
        page.waitForCondition(() -> page.evaluate(FOCUS_IS_SEEN).equals(""));
        tabTo(page, page.locator("textarea"));
        page.keyboard().type("Evenings are best.");
        presses(page, page.locator("#consent"), "Space");
        presses(page, button(page, "Send referral"), "Enter");

        heading(page, "Referral sent").waitFor();
        presses(page, page.locator("#send-SMS"), "Space");
        tabTo(page, field(page, "Phone Number"));
        presses(page, page.locator("#message-consent"), "Space");
        presses(page, button(page, "Share with Client"), "Enter");
        heading(page, "Shared with Ottoline Vance").waitFor();
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("shared-heading");

        presses(page, page.locator(".wh-done a").first(), "Enter");
        Locator title = row(page, "Vance").locator("a").first();
        title.waitFor();
        presses(page, title, "Enter");
        Locator drawer = page.locator(".wh-drawer");
        drawer.waitFor();
        presses(page, button(page, "Withdraw"), "Enter");
        heading(page, "Withdraw this referral?").waitFor();
        presses(page, page.locator("dialog[open] .usa-button--secondary"), "Enter");
        drawer.filter(having("Nothing of the client is shown to the program any more"))
                .waitFor();
        presses(page, drawer.getByRole(AriaRole.BUTTON, exactly("Archive")), "Enter");
        drawer.waitFor(gone());
        page.waitForCondition(() -> !"BODY".equals(page.evaluate("document.activeElement.tagName")));
        tabTo(page, page.locator(".wh-toast__action"));
        seen(page);
        page.keyboard().press("Enter");
        title.waitFor();
        page.waitForCondition(() -> !"BODY".equals(page.evaluate("document.activeElement.tagName")));
        page.context().close();
    }

    @Test
    void a_sign_in_is_renewed_shared_by_tabs_and_ended_in_all_of_them() {
        Page page = HostedUi.signIn(office.chromium(), walk, Walk.DANA, Chromium.DESKTOP, "/referrals/outbound");
        BrowserContext browser = page.context();
        field(page, "Search").fill("somebody");

        Page second = browser.newPage();
        second.navigate(walk.address() + "/referrals/history");
        heading(second, "My Network Referrals").waitFor();
        Page front = browser.newPage();
        front.navigate(walk.address() + "/");
        button(front, "Continue as Dana Ortiz").waitFor();
        sound(front, "the front door in a second tab");
        button(front, "Continue as Dana Ortiz").click();
        heading(front, "Find programs").waitFor();

        page.bringToFront();
        Response renewed = page.waitForResponse(
                (Response answer) -> answer.url().endsWith("/oidc/token"), () -> walk.pass("PT13H"));
        assertThat(renewed.status()).isEqualTo(200);
        page.waitForResponse(
                (Response answer) -> answer.url().contains("/api/referrals") && answer.status() < 400, () -> {});
        assertThat(page.locator("dialog[open]").count()).isZero();

        // Where it cannot be renewed, it is said; and nothing that was typed is lost.
        browser.route(
                "**/oidc/token",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(400)
                        .setContentType("application/json")
                        .setBody("{\"error\":\"invalid_grant\"}")));
        walk.pass("PT13H");
        heading(page, "Your sign-in has ended").waitFor();
        sound(page, "the sign-in has ended");
        browser.unroute("**/oidc/token");
        Page again = page.waitForPopup(() -> button(page, "Sign in again").click());
        again.locator("button", new Page.LocatorOptions().setHasText("Dana Ortiz"))
                .click();
        heading(page, "Your sign-in has ended").waitFor(gone());
        assertThat(field(page, "Search").inputValue()).isEqualTo("somebody");

        page.locator(".wh-member__button").click();
        sound(page, "the member's menu");
        button(page, "Sign out").click();
        button(page, "Sign in").waitFor();
        second.getByText("You signed out in another tab.").waitFor();
        front.getByText("You signed out in another tab.").waitFor();
        browser.close();
    }

    @Test
    void a_broken_connection_and_a_lost_race_are_told_in_words() {
        Walk.Mailbox program = walk.program();
        Walk.Person client = walk.client("Ignatia", "Moss", "en");
        Member dana = walk.signIn(Walk.DANA);
        String id = dana.refer(client.id(), program.listing()).getFirst();
        Page page = office.open(Walk.DANA, Chromium.DESKTOP, "/referrals/outbound");
        BrowserContext browser = page.context();
        Locator row = row(page, "Moss");
        row.waitFor();

        browser.setOffline(true);
        page.getByText("You are offline. What you see was last read").waitFor();
        row.waitFor();
        page.locator(".wh-stale").waitFor();
        sound(page, "offline");
        browser.setOffline(false);
        page.locator(".wh-stale").waitFor(gone());

        // What the receiver answers does not come through, so this page offers a move that is closed.
        Locator drawer = opened(page, row);
        Pattern reading = Pattern.compile("/api/referrals(/" + id + ")?(\\?.*)?$");
        page.route(reading, Route::abort);
        answersByEmail(program, "accept", "Yes, Accept Client", Map.of("confirm", "yes"));
        drawer.getByRole(AriaRole.BUTTON, exactly("Withdraw")).click();
        page.locator("dialog[open] .usa-button--secondary").click();
        page.locator("dialog[open]", new Page.LocatorOptions().setHasText("The referral is now “Accepted”"))
                .last()
                .waitFor();
        sound(page, "a lost race");
        browser.close();
    }

    @Test
    void a_slow_list_is_a_skeleton_and_a_broken_one_can_be_tried_again() {
        Page page = office.open(Walk.DANA, Chromium.DESKTOP, "/referrals/outbound");
        Pattern listings = Pattern.compile("/api/listings\\?");
        List<Route> held = new ArrayList<>();
        AtomicBoolean broken = new AtomicBoolean();
        page.route(listings, route -> {
            if (broken.get()) {
                route.abort();
            } else {
                held.add(route);
            }
        });
        page.navigate(walk.address() + "/programs");
        page.locator(".wh-skeleton[data-visible=true]").waitFor();
        sound(page, "loading");
        broken.set(true);
        held.forEach(Route::abort);
        button(page, "Try again").waitFor();
        sound(page, "failed");
        page.unroute(listings);
        button(page, "Try again").click();
        page.locator("#program-" + PANTRY).waitFor();
        page.context().close();
    }

    // How a page is looked at

    /** No violation on a desktop or a phone, and nothing sticks out down to 320 pixels. */
    private static void looksRight(Page page, String state) {
        sound(page, state);
        page.setViewportSize(Chromium.PHONE, 740);
        sound(page, state);
        page.setViewportSize(Chromium.NARROWEST, 740);
        Chromium.reflows(page, state);
        page.setViewportSize(Chromium.DESKTOP, 800);
    }

    private static void directlyRightOf(Locator left, Locator right) {
        BoundingBox one = left.boundingBox();
        BoundingBox other = right.boundingBox();
        assertThat(other.x - (one.x + one.width)).isBetween(0.0, 16.0);
        assertThat(other.y).isLessThan(one.y + one.height);
        assertThat(other.y + other.height).isGreaterThan(one.y);
    }

    private static Locator opened(Page page, Locator row) {
        row.locator("a").first().click();
        Locator drawer = page.locator("dialog[open].wh-dialog--drawer");
        drawer.locator(".wh-activity").waitFor();
        return drawer;
    }

    private static void presses(Page page, Locator wanted, String key) {
        tabTo(page, wanted);
        seen(page);
        page.keyboard().press(key);
    }

    private static void seen(Page page) {
        assertThat(page.evaluate(FOCUS_IS_SEEN)).isEqualTo("");
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static Locator.WaitForOptions gone() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
    }

    private static Locator.GetByRoleOptions exactly(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.GetByRoleOptions within(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions containing(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
