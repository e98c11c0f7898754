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
import static org.warmhandoff.walks.HostedUi.toast;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A caseworker keeps the clients of the organization in the hosted UI. */
@ExtendWith(Opened.class)
class ClientsWalkTest {

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
    void a_client_is_found_by_name_number_and_address() {
        Page dana = open(Chromium.DESKTOP, "/clients");
        row(dana, "Maria Lopez").waitFor();
        sound(dana, "the clients");
        Chromium.picture(dana, "ui-clients");
        for (String words : new String[] {"jiménez", "(206) 555-0205", "rosa.jimenez@mail.example.org"}) {
            field(dana, "Search").fill(words);
            gone(row(dana, "Maria Lopez"));
            assertThat(row(dana, "Rosa Jiménez").count()).as(words).isOne();
            field(dana, "Search").fill("");
            row(dana, "Maria Lopez").waitFor();
        }
        field(dana, "Search").fill("nobody of this name");
        heading(dana, "No client found").waitFor();
        sound(dana, "no client found");
    }

    @Test
    void a_client_is_added_with_everything_and_what_is_wrong_is_said_beside_its_field() {
        Page dana = open(Chromium.PHONE, "/clients");
        button(dana, "Add a client").click();
        field(dana, "Family name").fill("Okafor");
        field(dana, "Birth date").fill("1979-02-28");
        field(dana, "Gender").selectOption("WOMAN");
        field(dana, "Adults in the household").fill("2");
        field(dana, "Ages of the children").fill("4, eleven");
        field(dana, "Address").fill("31 Alder Street, Seattle");
        field(dana, "ZIP").fill("9810");
        field(dana, "Preferred language").selectOption("so");
        choice(dana, "Legal").click();
        field(dana, "Email address").fill("not an address");
        field(dana, "Phone number").fill("206-555-0177");
        button(dana, "Add a phone number").click();
        dana.getByLabel("Phone number 2", new Page.GetByLabelOptions().setExact(true))
                .fill("123");
        field(dana, "Safe-contact notes").fill("Call after 5 PM only.");
        button(dana, "Add client").click();

        Locator summary = dana.locator(".wh-summary");
        summary.getByText("Phone number 2: A telephone number with its area code.")
                .waitFor();
        assertThat(summary.innerText())
                .contains("Ages of the children: A whole number from 0 to 17.")
                .contains("ZIP: A ZIP code of five digits.")
                .contains("Email address: One email address.");
        assertThat(field(dana, "Family name").inputValue()).isEqualTo("Okafor");
        sound(dana, "a client with errors");
        summary.getByText("ZIP: ").click();
        dana.keyboard().type("8");
        assertThat(field(dana, "ZIP").inputValue())
                .as("the field that the summary leads to")
                .hasSize(5);
        field(dana, "ZIP").fill("98118");
        field(dana, "Ages of the children").fill("4, 11");
        field(dana, "Email address").fill("a.okafor@walks.example.org");
        dana.getByLabel("Phone number 2", new Page.GetByLabelOptions().setExact(true))
                .fill("(206) 555-0178");
        field(dana, "Given name").fill("Adaeze");
        button(dana, "Add client").click();
        toast(dana, "Adaeze Okafor is added.");
        heading(dana, "Adaeze Okafor").waitFor();
        dana.getByText("Not referred yet.").waitFor();
        assertThat(dana.title()).as("what stays in the browser's history").doesNotContain("Okafor");
        assertThat(dana.locator("main").innerText())
                .contains("28 Feb 1979")
                .contains("2 adults, 2 children (4, 11)")
                .contains("Somali")
                .contains("(206) 555-0178")
                .contains("Call after 5 PM only.")
                .contains("Never written to");
        sound(dana, "a new client");

        button(dana, "Edit profile").click();
        field(dana, "Given name").fill("Ada");
        dana.keyboard().press("Escape");
        heading(dana, "Leave without saving?").waitFor();
        dana.keyboard().press("Escape");
        assertThat(field(dana, "Given name").inputValue()).isEqualTo("Ada");
        button(dana, "Save changes").click();
        toast(dana, "The profile is saved.");
        heading(dana, "Ada Okafor").waitFor();
    }

    @Test
    void an_opt_out_that_the_client_asks_for_is_recorded_and_explained() {
        Page dana = open(Chromium.DESKTOP, "/clients/harbor-0004");
        button(dana, "Record the opt-out of (206) 555-0204").click();
        heading(dana, "Stop messages to (206) 555-0204?").waitFor();
        sound(dana, "the question before an opt-out");
        button(dana, "Stop messages").click();
        toast(dana, "No more messages go to (206) 555-0204.");
        Locator channels = dana.locator(".wh-channel-list");
        channels.getByText("by asking a caseworker").waitFor();
        assertThat(channels.innerText()).contains("Opted out").contains("START");
        assertThat(walk.signIn(Walk.DANA).channel("phone", "+12065550204")).isEqualTo("OPTED_OUT");
        sound(dana, "a client who opted out");
    }

    @Test
    void do_not_contact_and_the_referrals_of_a_client_are_seen_on_the_profile() {
        Member member = walk.signIn(Walk.DANA);
        member.refer("harbor-0001", "rainier-food-pantry", "eastside-rides");
        Page dana = open(Chromium.DESKTOP, "/clients/harbor-0001");
        link(dana, "Rides to Appointments").waitFor();
        assertThat(dana.locator(".wh-sent").innerText()).contains("Food Pantry").contains("out of network");
        Chromium.picture(dana, "ui-client");

        button(dana, "Edit profile").click();
        choice(dana, "Do not contact this client").click();
        button(dana, "Save changes").click();
        dana.getByText("Do not contact this client.").waitFor();
        sound(dana, "a client who is not to be contacted");
        JsonNode kept = member.get("/api/clients/harbor-0001").json();
        assertThat(kept.at("/safeContact/doNotContact").asBoolean()).isTrue();
        assertThat(kept.at("/name/family").asText()).isEqualTo("Lopez");

        link(dana, "Rides to Appointments").click();
        dana.locator("dialog .wh-drawer").waitFor();
        assertThat(dana.url()).contains("/referrals/outbound/");
    }

    @Test
    void a_profile_is_opened_and_changed_with_the_keyboard_alone_and_a_failed_list_is_tried_again() {
        Page dana = open(Chromium.DESKTOP, "/programs");
        dana.route("**/api/clients**", Route::abort);
        link(dana, "Clients").click();
        button(dana, "Try again").waitFor();
        sound(dana, "clients that cannot be read");
        dana.unroute("**/api/clients**");
        button(dana, "Try again").click();

        Locator thanh = link(dana, "Thanh Nguyen");
        thanh.waitFor();
        tabTo(dana, thanh);
        dana.keyboard().press("Enter");
        heading(dana, "Thanh Nguyen").waitFor();
        tabTo(dana, button(dana, "Edit profile"));
        dana.keyboard().press("Enter");
        tabTo(dana, field(dana, "Safe-contact notes"));
        dana.keyboard().press("ControlOrMeta+a");
        dana.keyboard().type("Ask for the daughter.");
        tabTo(dana, button(dana, "Save changes"));
        dana.keyboard().press("Enter");
        toast(dana, "The profile is saved.");
        dana.locator(".wh-safe").getByText("Ask for the daughter.").waitFor();
        assertThat(dana.evaluate("document.activeElement.innerText").toString())
                .as("where the focus returns to")
                .isEqualTo("Edit profile");
    }

    private static Page open(int width, String path) {
        return office.open(Walk.DANA, width, path);
    }
}
