package org.warmhandoff.walks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Somebody who follows the links of a message on an old phone: no scripts, 320 pixels. Each page that they meet is held to what all pages
 * behind links promise: its headers, its size, its width, its targets, its words for those who do not see it.
 */
final class Visitor implements AutoCloseable {

    private static final int LARGEST_PAGE = 15 * 1024;

    /** WCAG 2.2 asks for 24; fingers on an old phone ask for this. A link within a sentence is as high as its line. */
    private static final String SMALL_TARGETS = """
            () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), textarea')]
              .filter(target => !target.closest('.vh, .skip'))
              .map(target => target.matches('[type=radio], [type=checkbox]') ? target.closest('label') : target)
              .filter(target => getComputedStyle(target).display !== 'inline'
                || target.parentElement.textContent.trim() === target.textContent.trim())
              .filter(target => target.getBoundingClientRect().height < 44)
              .map(target => target.outerHTML)
            """;

    private static final Map<String, String> HEADERS = Map.of(
            "cache-control", "no-store",
            "referrer-policy", "no-referrer",
            "x-robots-tag", "noindex, nofollow, noarchive",
            "x-content-type-options", "nosniff",
            "strict-transport-security", "max-age=31536000",
            "cross-origin-opener-policy", "same-origin");

    private final Walk walk;
    private final BrowserContext narrow;
    private final Page page;
    private final BrowserContext scripted;
    private final Page copy;
    private final Axe axe;
    private final Collection<String> asked = new ArrayList<>();

    Visitor(Walk walk, Chromium chromium) {
        this.walk = walk;
        this.narrow = chromium.withoutScripts(Chromium.NARROWEST);
        this.page = narrow.newPage();
        this.page.onRequest(this::noticed);
        // What axe and measuring need: the same page once more, where scripts run.
        this.scripted = chromium.somebody(Chromium.NARROWEST);
        this.copy = scripted.newPage();
        this.axe = new Axe(copy);
    }

    private void noticed(Request request) {
        asked.add(request.resourceType() + " " + request.url());
    }

    /** Opens a link. */
    Visitor opens(String link, int status, String state) {
        String address = link.startsWith("/") ? walk.address() + link : link;
        held(page.navigate(address), status, state);
        return this;
    }

    /** Presses a button, after the moment that a person needs. */
    Visitor presses(String button, int status, String state) {
        walk.pass("PT3S");
        Locator wanted = page.locator("button", new Page.LocatorOptions().setHasText(button));
        held(page.waitForNavigation(wanted::click), status, state);
        return this;
    }

    /** Follows a link of the page. */
    Visitor follows(String text, String state) {
        Locator wanted =
                page.locator("a", new Page.LocatorOptions().setHasText(text)).first();
        held(page.waitForNavigation(wanted::click), 200, state);
        return this;
    }

    /** Chooses a radio or ticks a box, by its value. */
    Visitor chooses(String value) {
        page.locator("input[value=" + value + "]").check();
        return this;
    }

    /** Nothing is chosen for the visitor, and nothing tells whoever holds the phone what was chosen before. */
    Visitor findsNothingChosen() {
        assertThat(page.locator("input:checked").count()).isZero();
        return this;
    }

    Visitor types(String field, String words) {
        page.locator("#" + field).fill(words);
        return this;
    }

    Visitor reads(String... words) {
        assertThat(page.locator("body").innerText()).contains(words);
        return this;
    }

    Visitor readsNothingOf(String... words) {
        assertThat(page.content()).doesNotContain(words);
        return this;
    }

    Visitor headed(String heading) {
        assertThat(page.locator("h1").innerText()).isEqualTo(heading);
        return this;
    }

    /** The error stands on top, leads to its field, and stands beside the field too. */
    Visitor faulted(String field, String words) {
        assertThat(page.title()).matches("Error: .*");
        assertThat(page.locator(".problems a[href='#" + field + "']").innerText())
                .isEqualTo(words);
        assertThat(page.locator("#" + field + "-wrong").innerText()).endsWith(words);
        return this;
    }

    Page page() {
        return page;
    }

    /** For {@code docs/img}. */
    Visitor pictured(String name) {
        Chromium.picture(page, name);
        return this;
    }

    private void held(Response response, int status, String state) {
        assertThat(response.status()).as(state).isEqualTo(status);
        guarded(response.allHeaders(), state);
        Request from = response.request().redirectedFrom();
        if (from != null) {
            assertThat(from.response().status()).as(state).isEqualTo(303);
            assertThat(from.response().allHeaders()).containsEntry("cache-control", "no-store");
        }
        assertThat(asked)
                .as("%s loads nothing but itself", state)
                .allMatch(one -> one.startsWith("document " + walk.address()));
        asked.clear();
        assertThat(narrow.cookies()).as(state).isEmpty();
        for (int width : List.of(Chromium.DESKTOP, Chromium.NARROWEST)) {
            page.setViewportSize(width, 740);
            Chromium.reflows(page, state);
        }
        held(page.content(), state);
    }

    /** The headers of every answer that shows a page. */
    static void guarded(Map<String, String> headers, String state) {
        assertThat(headers).as(state).containsAllEntriesOf(HEADERS).doesNotContainKey("set-cookie");
        assertThat(headers.get("content-security-policy"))
                .as(state)
                .matches("default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}'; form-action 'self'; "
                        + "frame-ancestors 'none'; base-uri 'none'");
    }

    /** A page that was answered to no browser. */
    void holds(Answer answer, int status, String state) {
        assertThat(answer.status()).as(state).isEqualTo(status);
        Map<String, String> headers = new java.util.HashMap<>();
        answer.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
        guarded(headers, state);
        held(answer.body(), state);
    }

    private void held(String html, String state) {
        assertThat(html.getBytes(StandardCharsets.UTF_8)).as(state).hasSizeLessThan(LARGEST_PAGE);
        copy.setContent(html);
        assertThat(copy.title()).as(state).doesNotContain("Walk", "Rainier", "Harbor", "Ortiz", "Quillon");
        assertThat((List<?>) copy.evaluate(SMALL_TARGETS))
                .as("small targets: " + state)
                .isEmpty();
        axe.page(state);
    }

    /** A mail as its reader sees it: narrow and wide, in light and dark; then it stays open, wide. */
    Page readsMail(JsonNode mail, String state) {
        copy.setContent(mail.path("html").asText());
        axe.mail(state);
        for (int width : List.of(Chromium.NARROWEST, Chromium.DESKTOP)) {
            copy.setViewportSize(width, 740);
            Chromium.reflows(copy, state);
        }
        return copy;
    }

    /** Done with mails. */
    void backToPages() {
        copy.setViewportSize(Chromium.NARROWEST, 740);
    }

    @Override
    public void close() {
        narrow.close();
        scripted.close();
    }
}
