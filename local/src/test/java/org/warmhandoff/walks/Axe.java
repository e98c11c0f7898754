package org.warmhandoff.walks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Axe in one page whose content is replaced again and again: it is loaded once and runs many times, where {@code AxeBuilder} loads it anew
 * for each state, which takes seconds, and waits for ever for a frame that runs no scripts. Frames are left out: what they show is looked
 * at as a page of its own.
 */
final class Axe {

    private static final String WCAG_2_2_AA = "'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'";

    private static final String RUN = """
            async () => (await axe.run(document, { runOnly: %s, resultTypes: ['violations'], iframes: false })).violations
              .map(rule => rule.id + ' (' + rule.help + ') at ' + rule.nodes.map(node => node.html).join(' | '))
            """;

    /** What moves on its way to what it will be has colors that nobody reads. What turns for ever is not waited for. */
    private static final String AT_REST = """
            () => Promise.all(document.getAnimations()
              .filter(moving => moving.playState === 'running' && moving.effect.getComputedTiming().endTime !== Infinity)
              .map(moving => moving.finished.catch(() => {})))
              .then(() => true)
            """;

    private static final String OF_PAGES = RUN.formatted("[" + WCAG_2_2_AA + ", 'best-practice']");
    private static final String OF_MAILS = RUN.formatted("[" + WCAG_2_2_AA + "]");
    private static final String OF_COLORS = RUN.formatted("{ type: 'rule', values: ['color-contrast'] }");

    /** What colors hang on. */
    private static final String COLORED =
            "() => [...document.body.querySelectorAll('*')].map(e => e.tagName + '.' + (e.getAttribute('class') || e.getAttribute('style')))";

    private final Page page;
    private final Set<Object> seenInTheDark = new HashSet<>();

    Axe(Page page) {
        this.page = page;
    }

    /** WCAG 2.2 AA and best practices; and that every word stands out from its ground when the device asks for dark. */
    void page(String state) {
        unbroken(OF_PAGES, state);
        inTheDark(state);
    }

    /** The same without the dark, for a page that has none. */
    void lightPage(String state) {
        unbroken(OF_PAGES, state);
    }

    /** What is broken in the page as it stands, in words: WCAG 2.2 AA and best practices. */
    static List<?> brokenIn(Page page) {
        return run(page, OF_PAGES);
    }

    /** WCAG 2.2 AA alone: a mail is no page, and has no landmarks. */
    void mail(String state) {
        unbroken(OF_MAILS, state);
        inTheDark(state);
    }

    /** Colors follow from elements and their classes: what was seen in the dark once need not be seen again. */
    private void inTheDark(String state) {
        if (!seenInTheDark.addAll((List<?>) page.evaluate(COLORED))) {
            return;
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        unbroken(OF_COLORS, state + ", in the dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private void unbroken(String run, String state) {
        assertThat(run(page, run))
                .as("%s at %d px", state, page.viewportSize().width)
                .isEmpty();
    }

    private static List<?> run(Page page, String run) {
        if (!Boolean.TRUE.equals(page.evaluate("typeof axe === 'object'"))) {
            page.evaluate(source() + "; true");
        }
        page.evaluate(AT_REST);
        return (List<?>) page.evaluate(run);
    }

    private static String source() {
        try (InputStream in = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"), "axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
