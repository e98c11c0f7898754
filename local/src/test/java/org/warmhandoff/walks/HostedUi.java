package org.warmhandoff.walks;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.warmhandoff.local.Json;

/** Members at work in the hosted UI, each in a browser of their own. */
final class HostedUi {

    /** What the tab of a member keeps, by system and address: to come in by the door each time takes three pages. */
    private static final Map<String, String> KEPT = new ConcurrentHashMap<>();

    private HostedUi() {}

    /** Somebody at this page, in a browser of their own. Whoever signed in before is still: as after a reload. */
    static Page open(Chromium chromium, Walk walk, String email, int width, String path) {
        String kept = KEPT.get(walk.address() + email);
        if (kept == null) {
            return signIn(chromium, walk, email, width, path);
        }
        Page page = chromium.somebody(width).newPage();
        page.navigate(walk.address() + "/robots.txt");
        page.evaluate(
                "kept => Object.entries(JSON.parse(kept)).forEach(([name, value]) => sessionStorage.setItem(name, value))",
                kept);
        page.navigate(walk.address() + path);
        page.locator(".wh-header").waitFor();
        return page;
    }

    /** Signs in through the page that was asked for, and comes back to it. */
    static Page signIn(Chromium chromium, Walk walk, String email, int width, String path) {
        Page page = chromium.somebody(width).newPage();
        page.navigate(walk.address() + path);
        button(page, "Sign in").click();
        page.locator("button", new Page.LocatorOptions().setHasText(name(walk, email)))
                .click();
        page.locator(".wh-header").waitFor();
        KEPT.put(walk.address() + email, (String) page.evaluate("JSON.stringify(sessionStorage)"));
        return page;
    }

    private static String name(Walk walk, String email) {
        for (JsonNode member : walk.desk("GET", "/_local/members", Json.object())) {
            if (member.path("email").asText().equals(email)) {
                return member.path("name").asText();
            }
        }
        throw new AssertionError("nobody has the address " + email);
    }

    /** As it stands, axe finds nothing and nothing sticks out to the side. */
    static void sound(Page page, String state) {
        Chromium.accessible(page, state);
        Chromium.reflows(page, state);
    }

    static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    /** The field whose label begins like this: a required one has a mark behind it. */
    static Locator field(Page page, String label) {
        return page.getByLabel(Pattern.compile("^" + label + "( \\d)?\\s*\\*?$"));
    }

    /** A box or tile: pressed at its label, as the input itself is drawn by it. */
    static Locator choice(Page page, String label) {
        return page.locator("label", new Page.LocatorOptions().setHasText(label));
    }

    static Locator row(Page page, String text) {
        return page.locator("tbody tr", new Page.LocatorOptions().setHasText(text));
    }

    /** Waits until it is not there any more. */
    static void gone(Locator it) {
        it.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    static void toast(Page page, String text) {
        page.locator(".wh-toast", new Page.LocatorOptions().setHasText(text)).waitFor();
    }

    /** Moves with the Tab key until this has the focus. */
    static void tabTo(Page page, Locator wanted) {
        for (int i = 0; i < 80; i++) {
            if (wanted.count() > 0
                    && Boolean.TRUE.equals(wanted.evaluate("element => element === document.activeElement"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the Tab key does not reach " + wanted);
    }
}
