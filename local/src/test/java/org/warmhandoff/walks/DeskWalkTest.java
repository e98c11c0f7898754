package org.warmhandoff.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.walks.Walk.DANA;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.warmhandoff.local.Json;
import org.warmhandoff.walks.Walk.Mailbox;
import org.warmhandoff.walks.Walk.Person;

/** The developer's desk in a browser: what is sent appears by itself, its links work, a phone answers, and time moves. */
@ExtendWith(Opened.class)
class DeskWalkTest {

    private static Walk walk;
    private static Member dana;
    private static BrowserContext developer;
    private static Page desk;
    private static Axe axe;

    @BeforeAll
    static void begin(Walk shared, Chromium chromium) {
        walk = shared;
        dana = walk.signIn(DANA);
        developer = chromium.somebody(Chromium.DESKTOP);
        desk = developer.newPage();
        axe = new Axe(desk);
        desk.navigate(walk.address() + "/_local/");
    }

    @AfterAll
    static void end() {
        if (developer != null) {
            developer.close();
        }
    }

    private static Locator text(String within, String words) {
        return desk.locator(within, new Page.LocatorOptions().setHasText(words)).first();
    }

    @Test
    void shows_what_is_sent_answers_from_the_phone_and_moves_the_time() {
        text("#people-list .person", "Dana Ortiz").waitFor();
        Mailbox program = walk.program();
        Person person = walk.client("Quillon", "Wexforde", "en");
        List<String> ids = dana.refer(person.id(), program.listing());

        // By itself: nobody reloads.
        desk.locator("#filter").fill(program.email());
        text("#mail-list button", program.email()).click();
        Locator mail = desk.locator("#mail-view");
        text("#mail-list [aria-current=true]", program.email()).waitFor();
        assertThat(mail.locator("header h3").innerText()).contains("New referral for Walk Program");
        // Nothing can be pressed from here in a frame that runs no scripts: what it shows is known by its source.
        String shown = mail.locator("iframe").getAttribute("srcdoc");
        assertThat(shown).startsWith("<!DOCTYPE html>").contains("<head><base target=\"_blank\">");
        text("#mail-view [role=tab]", "Text").click();
        assertThat(mail.locator("pre").innerText()).contains("NEW REFERRAL FOR Walk Program", "Accept Client:");
        text("#mail-view [role=tab]", "Headers").click();
        assertThat(mail.locator("dl").innerText()).contains("List-Unsubscribe-Post");
        text("#mail-view [role=tab]", "Links").click();
        assertThat(mail.locator("dl a").count()).isGreaterThanOrEqualTo(4);
        Page accepting =
                developer.waitForPage(() -> text("#mail-view dl a", "/accept").click());
        assertThat(accepting.locator("h1").innerText()).startsWith("Can Walk Program");
        accepting.close();
        text("#mail-view [role=tab]", "Mail").click();
        axe.lightPage("desk with a mail");

        var share = Json.object().put("consent", true).put("phone", person.phone());
        ids.forEach(share.putArray("referralIds")::add);
        assertThat(dana.post("/api/shares", share).status()).isEqualTo(201);
        text("#schedules", "SendFollowUp").or(text("#schedules", "FollowUps")).waitFor();
        desk.locator("#filter").fill("");
        desk.locator("#tab-phone").click();
        text("#phone-list button", person.phone()).click();
        text(".bubble.theirs", "Info you asked for").waitFor();

        // The week passes by one button, and what happened on the way leads to its message.
        desk.locator("button[data-by=P7D]").click();
        text("#since", "passed").waitFor();
        desk.locator("button[data-by=P1D]").click();
        text("#since", "went out").waitFor();
        text("#since li", person.phone()).locator("button").click();
        text(".bubble.theirs", "Did you get help").waitFor();
        desk.locator("#reply").fill("2");
        desk.locator(".reply button").click();
        text(".bubble.theirs", "Thank you, we have your answer").waitFor();
        assertThat(text(".bubble.mine", "2").isVisible()).isTrue();
        assertThat(dana.notes(ids.getFirst())).contains("No, I did not receive services");

        Locator call = text("#call-rows tr", "InboundSms");
        call.waitFor();
        assertThat(call.locator("td").nth(3).innerText()).matches("\\d+");
        assertThat(call.locator("td").nth(4).innerText()).contains("Query");
        assertThat(call.locator("td").nth(5).innerText()).isEqualTo("done");
        axe.lightPage("desk with a phone");

        desk.setViewportSize(Chromium.PHONE, 740);
        Chromium.reflows(desk, "desk");
        axe.lightPage("desk on a phone");
        desk.setViewportSize(Chromium.DESKTOP, 800);
    }

    @Test
    void signs_in_whom_one_points_at() {
        text("#people-list .person", "Dana Ortiz").waitFor();
        String way = text("#people-list .person", "Dana Ortiz").getAttribute("href");
        assertThat(way).startsWith("/_local/sign-in?member=");
        Page choosing = developer.newPage();
        choosing.navigate(walk.address() + "/_local/oidc/authorize?"
                + String.join(
                        "&",
                        "client_id=warm-handoff-ui",
                        "redirect_uri=" + walk.address() + "/signed-in",
                        "response_type=code",
                        "scope=openid",
                        "state=s",
                        "code_challenge=" + "x".repeat(43),
                        "code_challenge_method=S256"));
        assertThat(choosing.locator("h1").count()).isEqualTo(1);
        Chromium.accessible(choosing, "sign-in: " + choosing.locator("h1").innerText());
        choosing.setViewportSize(Chromium.NARROWEST, 740);
        Chromium.reflows(choosing, "sign-in");
        choosing.close();
    }

    @Test
    void sits_for_the_pictures_of_the_docs() {
        if (!Boolean.getBoolean("screenshots")) {
            return;
        }
        var share = Json.object().put("consent", true).put("phone", "+12065550201");
        dana.refer("harbor-0001", "st-brigid-night-shelter").forEach(share.putArray("referralIds")::add);
        dana.post("/api/shares", share);
        desk.locator("#tab-mail").click();
        desk.locator("#filter").fill("");
        text("#mail-list button", "New referral for").click();
        Chromium.picture(desk, "desk");
    }
}
