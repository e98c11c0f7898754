package org.warmhandoff.walks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.warmhandoff.local.Json;

/** The hosted UI, where it is built: a caseworker refers, and watches the answer of a receiver in another browser come in. */
class UiWalkTest {

    @Test
    void the_table_follows_what_a_receiver_answers_elsewhere() throws Exception {
        Chromium.assumeHostedUi();
        try (Walk walk = Walk.begin();
                Chromium chromium = Chromium.open()) {
            before(walk);
            Page page = chromium.somebody(Chromium.DESKTOP).newPage();
            page.navigate(walk.address() + "/programs");
            page.locator("main.wh-door button").click();
            page.locator("button", new Page.LocatorOptions().setHasText("Dana Ortiz"))
                    .click();
            page.locator("#program-ballard-job-club").waitFor();
            Chromium.picture(page, "ui-find");

            page.navigate(walk.address() + "/refer?listing=ballard-job-club&client=harbor-0004");
            page.getByText("Keisha Williams").first().waitFor();
            page.locator("textarea").fill("Looking for work; mornings are best.");
            page.locator("label[for=consent]").click();
            page.locator("iframe").first().waitFor();
            Chromium.picture(page, "ui-refer");
            page.locator("button[type=submit]", new Page.LocatorOptions().setHasText("Send referral"))
                    .click();
            page.waitForURL("**/share?**");
            page.locator("#share-heading").waitFor();
            Chromium.picture(page, "ui-share");

            page.navigate(walk.address() + "/referrals/outbound");
            Locator row = page.locator("tr", new Page.LocatorOptions().setHasText("Job Club"));
            row.filter(new Locator.FilterOptions().setHasText("Sent")).waitFor();

            Page mail = chromium.withoutScripts(Chromium.DESKTOP).newPage();
            mail.navigate(walk.link("jobs@ballard-works.example.org", "/r/[^/]+/accept"));
            mail.locator("#confirm").check();
            walk.pass("PT3S");
            mail.locator("button", new Page.LocatorOptions().setHasText("Yes, Accept Client"))
                    .click();
            assertThat(mail.locator("h1").innerText()).startsWith("You accepted");
            row.filter(new Locator.FilterOptions().setHasText("Accepted")).waitFor();
            Chromium.picture(page, "ui-outbound");
        }
    }

    /** A table with one row tells little. */
    private static void before(Walk walk) {
        Member dana = walk.signIn(Walk.DANA);
        Member sam = walk.signIn(Walk.SAM);
        List<String> maria =
                dana.refer("harbor-0001", "rainier-food-pantry", "st-brigid-night-shelter", "cedar-eviction-defense");
        dana.refer("harbor-0002", "st-brigid-day-center", "sound-peer-circle");
        sam.post("/api/referrals/" + maria.get(0) + "/accept");
        walk.signIn(Walk.THEO).post("/api/referrals/" + maria.get(2) + "/review");
        walk.submit(
                walk.link("intake@st-brigid.example.org", "/r/[^/]+/reject"),
                Map.of("reason", "NO_CAPACITY", "details", "Full this week."));
        var share = Json.object().put("consent", true).put("email", "maria.lopez@mail.example.org");
        maria.forEach(share.putArray("referralIds")::add);
        dana.post("/api/shares", share);
    }
}
