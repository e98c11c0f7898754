package org.warmhandoff.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.warmhandoff.local.Json;

/** The hosted UI, where it is built: a caseworker refers, and watches the answer of a receiver in another browser come in. */
class UiWalkTest {

    private static final int PHONE = 360;
    private static final int DESKTOP = 1280;

    @Test
    void the_table_follows_what_a_receiver_answers_elsewhere() throws Exception {
        Path chromium = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));
        boolean built = Files.exists(Walk.root().resolve("ui/dist/index.html"));
        if (!Files.isExecutable(chromium) || !built) {
            System.out.println("Skipped: the walk through the hosted UI needs Chromium and ui/dist (npm run build)");
        }
        assumeTrue(Files.isExecutable(chromium) && built, "no Chromium or no ui/dist");
        try (Walk walk = Walk.begin();
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium)
                                .setTimeout(180_000)
                                .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")))) {
            before(walk);
            BrowserContext caseworker = browser.newContext();
            caseworker.setDefaultTimeout(60_000);
            Page page = caseworker.newPage();
            page.setViewportSize(DESKTOP, 800);
            page.navigate(walk.address() + "/programs");
            page.locator("main.wh-door button").click();
            page.locator("button", new Page.LocatorOptions().setHasText("Dana Ortiz"))
                    .click();
            page.locator("#program-ballard-job-club").waitFor();
            picture(page, "ui-find", DESKTOP);
            picture(page, "ui-find", PHONE);

            page.navigate(walk.address() + "/refer?listing=ballard-job-club&client=harbor-0004");
            page.getByText("Keisha Williams").first().waitFor();
            page.locator("textarea").fill("Looking for work; mornings are best.");
            page.locator("label[for=consent]").click();
            page.locator("iframe").first().waitFor();
            picture(page, "ui-refer", DESKTOP);
            page.locator("button[type=submit]", new Page.LocatorOptions().setHasText("Send referral"))
                    .click();
            page.waitForURL("**/share?**");
            page.locator("#share-heading").waitFor();
            picture(page, "ui-share", DESKTOP);

            page.navigate(walk.address() + "/referrals/outbound");
            Locator row = page.locator("tr", new Page.LocatorOptions().setHasText("Job Club"));
            row.filter(new Locator.FilterOptions().setHasText("Sent")).waitFor();

            BrowserContext receiver = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
            receiver.setDefaultTimeout(60_000);
            Page mail = receiver.newPage();
            mail.navigate(walk.link("jobs@ballard-works.example.org", "/r/[^/]+/accept"));
            mail.locator("#confirm").check();
            walk.pass("PT3S");
            mail.locator("button", new Page.LocatorOptions().setHasText("Yes, Accept Client"))
                    .click();
            assertThat(mail.locator("h1").innerText()).startsWith("You accepted");
            row.filter(new Locator.FilterOptions().setHasText("Accepted")).waitFor();
            picture(page, "ui-outbound", DESKTOP);
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

    private static void picture(Page page, String name, int width) {
        if (Boolean.getBoolean("screenshots")) {
            page.setViewportSize(width, width == PHONE ? 740 : 800);
            // The styles of a new width, and a skeleton that gives way to what it stood for.
            page.waitForTimeout(1500);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Walk.root().resolve("docs/img").resolve(name + "-" + width + ".png")));
            page.setViewportSize(DESKTOP, 800);
        }
    }
}
