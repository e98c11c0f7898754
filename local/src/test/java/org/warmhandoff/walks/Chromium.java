package org.warmhandoff.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A browser for the walks: who has one open, what axe finds in a page, and the pictures that the docs show. */
final class Chromium implements AutoCloseable {

    /** The narrowest that a page must bear: 1280 pixels at a zoom of 400 %. */
    static final int NARROWEST = 320;

    /** The widths at which every page is looked at. */
    static final int PHONE = 360;

    static final int DESKTOP = 1280;

    /** Of a loaded machine nothing is asked but that it gets there. */
    private static final double PATIENCE_MS = 60_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setTimeout(180_000)
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
    }

    /** Skips the test, saying why, where there is no Chromium. */
    static Chromium open() {
        Path executable = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));
        if (!Files.isExecutable(executable)) {
            System.out.println("Skipped: a walk in the browser needs Chromium (CHROMIUM names it)");
        }
        assumeTrue(Files.isExecutable(executable), "no Chromium");
        return new Chromium(executable);
    }

    /** Skips the test, saying why, where the hosted UI is not built. */
    static void assumeHostedUi() {
        boolean built = Files.exists(Walk.root().resolve("ui/dist/index.html"));
        if (!built) {
            System.out.println("Skipped: the walk through the hosted UI needs ui/dist (npm run build)");
        }
        assumeTrue(built, "no ui/dist");
    }

    /** Somebody at their own machine: nothing is shared with the others. */
    BrowserContext somebody(int width) {
        return context(new Browser.NewContextOptions().setViewportSize(width, height(width)));
    }

    /** Somebody whose browser runs no scripts. */
    BrowserContext withoutScripts(int width) {
        return context(new Browser.NewContextOptions()
                .setViewportSize(width, height(width))
                .setJavaScriptEnabled(false));
    }

    /** Closes what everybody had open: pages that nobody looks at still ask and cost. */
    void everybodyLeaves() {
        List.copyOf(browser.contexts()).forEach(BrowserContext::close);
    }

    private BrowserContext context(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        context.setDefaultTimeout(PATIENCE_MS);
        context.setDefaultNavigationTimeout(PATIENCE_MS);
        return context;
    }

    /** WCAG 2.2 AA and axe's best practices: none is broken in the page as it stands. */
    static void accessible(Page page, String state) {
        assertThat(Axe.brokenIn(page))
                .as("%s at %d px", state, page.viewportSize().width)
                .isEmpty();
    }

    /** Nothing sticks out to the side: nobody has to scroll both ways. */
    static void reflows(Page page, String state) {
        Object over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) over).intValue())
                .as("%s sticks out at %d px", state, page.viewportSize().width)
                .isLessThanOrEqualTo(0);
    }

    /** {@code docs/img/<name>-<width>.png} at both widths, when pictures are asked for ({@code -Dscreenshots=true}). */
    static void picture(Page page, String name) {
        if (!Boolean.getBoolean("screenshots")) {
            return;
        }
        int before = page.viewportSize().width;
        page.evaluate("document.querySelectorAll('.wh-toast [aria-label=Dismiss]').forEach(button => button.click())");
        for (int width : List.of(DESKTOP, PHONE)) {
            page.setViewportSize(width, height(width));
            page.evaluate("scrollTo(0, 0)");
            // The styles of a new width, and a skeleton that gives way to what it stood for.
            page.waitForTimeout(1200);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Walk.root().resolve("docs/img").resolve(name + "-" + width + ".png")));
        }
        page.setViewportSize(before, height(before));
    }

    private static int height(int width) {
        return width < 600 ? 740 : 800;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
