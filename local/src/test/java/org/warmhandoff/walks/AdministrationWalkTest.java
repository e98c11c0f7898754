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
import static org.warmhandoff.walks.HostedUi.toast;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The network administrator at work in the hosted UI, and what follows for everybody else. */
@ExtendWith(Opened.class)
class AdministrationWalkTest {

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
    void a_listing_that_is_added_is_found_and_referred_to_until_it_is_paused() {
        Page morgan = office.open(Walk.MORGAN, Chromium.DESKTOP, "/admin/listings");
        link(morgan, "Add a listing").click();
        button(morgan, "Add listing").click();
        morgan.locator(".wh-summary").getByText("Program: This is needed.").waitFor();
        assertThat(field(morgan, "Program").getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(field(morgan, "Referral email").getAttribute("aria-invalid")).isEqualTo("true");
        sound(morgan, "a listing with errors");

        field(morgan, "Program").fill("Harborview Safe House");
        field(morgan, "Organization").selectOption("st-brigid");
        field(morgan, "Description").fill("Rooms for families.");
        choice(morgan, "Housing & shelter").click();
        field(morgan, "Referral email").fill("safe.house@walks.example.org");
        field(morgan, "Address").fill("9 Hidden Way, Seattle, WA 98104");
        choice(morgan, "Hide the address").click();
        field(morgan, "ZIP").fill("98104");
        field(morgan, "Hours").fill("All day");
        field(morgan, "Website").fill("https://walks.example.org/");
        field(morgan, "Phone number").fill("206-555-0168");
        field(morgan, "Who can come").fill("Families.");
        field(morgan, "How to apply").fill("Call.");
        field(morgan, "What to bring").fill("Nothing.");
        choice(morgan, "Somali").click();
        choice(morgan, "For safety from violence").click();
        choice(morgan, "42 CFR Part 2").click();
        choice(morgan, "Victim services").click();

        link(morgan, "Members").click();
        heading(morgan, "Leave without saving?").waitFor();
        sound(morgan, "the question before leaving");
        button(morgan, "Keep editing").click();
        assertThat(field(morgan, "Address").inputValue()).startsWith("9 Hidden Way");
        button(morgan, "Add listing").click();
        toast(morgan, "Harborview Safe House is added.");
        Locator listed = row(morgan, "Harborview Safe House");
        listed.waitFor();
        sound(morgan, "the listings");

        JsonNode kept = listing("Harborview Safe House");
        assertThat(kept.path("addressHidden").asBoolean()).isTrue();
        assertThat(kept.path("safety").asBoolean()).isTrue();
        assertThat(kept.path("part2").asBoolean()).isTrue();
        assertThat(kept.path("victimServices").asBoolean()).isTrue();
        assertThat(kept.path("emailState").asText()).isEqualTo("SUBSCRIBED");
        assertThat(kept.path("phones").path(0).asText()).isEqualTo("+12065550168");
        assertThat(kept.path("languages").toString()).contains("so");

        Page dana = office.open(Walk.DANA, Chromium.DESKTOP, "/programs?q=Harborview");
        heading(dana, "Harborview Safe House").first().waitFor();
        assertThat(dana.locator("main").innerText())
                .doesNotContain("9 Hidden Way")
                .doesNotContain("98104");
        String id = kept.path("id").asText();
        walk.signIn(Walk.DANA).refer("harbor-0004", id);
        assertThat(walk.lastMessage("safe.house@walks.example.org").path("text").asText())
                .contains("Harborview Safe House");

        button(morgan, "Pause Harborview Safe House").click();
        toast(morgan, "Harborview Safe House is paused.");
        listed.getByText("Paused", new Locator.GetByTextOptions().setExact(true))
                .waitFor();
        dana.reload();
        dana.getByText("This program takes no referrals at the moment.").first().waitFor();
        button(morgan, "Undo").click();
        toast(morgan, "Harborview Safe House takes referrals again.");
        assertThat(listing("Harborview Safe House").path("paused").asBoolean()).isFalse();
    }

    @Test
    void a_program_that_no_mail_reaches_stands_out_until_its_address_is_corrected() {
        String name = "Harvest Table";
        Walk.Mailbox program = walk.program(name);
        walk.signIn(Walk.DANA).refer("harbor-0002", program.listing());
        assertThat(walk.messages(program.email())).isNotEmpty();
        walk.bounce(program.email());

        Page morgan = office.open(Walk.MORGAN, Chromium.DESKTOP, "/admin/listings");
        morgan.locator(".wh-attention").getByText(name).waitFor();
        row(morgan, name).getByText("Emails come back").waitFor();
        sound(morgan, "listings that no mail reaches");
        Chromium.picture(morgan, "ui-admin-listings");
        button(morgan, "Show it").click();
        gone(row(morgan, "Food Pantry"));
        assertThat(button(morgan, "Pause " + name).count())
                .as("pausing saves the address, which would end the warning unseen")
                .isZero();
        link(morgan, "Correct " + name).click();
        morgan.locator(".wh-attention").getByText("Call the program").waitFor();
        sound(morgan, "a listing that no mail reaches");
        Chromium.picture(morgan, "ui-admin-listing");
        field(morgan, "Referral email").fill("corrected-" + program.email());
        button(morgan, "Save listing").click();
        toast(morgan, name + " is saved.");
        gone(morgan.locator(".wh-attention"));
        assertThat(listing(name).path("referable").asBoolean()).isTrue();
    }

    @Test
    void what_a_receiver_asks_for_is_read_done_and_closed() {
        Walk.Mailbox program = walk.program();
        walk.signIn(Walk.DANA).refer("harbor-0003", program.listing());
        walk.submit(
                walk.link(program.email(), "/m/[^/]+"),
                Map.of("choice", "CONTACT", "message", "Our hours are now Mon-Sat 8 AM-6 PM."));

        Page morgan = office.open(Walk.MORGAN, Chromium.PHONE, "/admin/listings");
        morgan.locator(".wh-tabs a", new Page.LocatorOptions().setHasText("Requests for updates"))
                .filter(new Locator.FilterOptions().setHasText("1 open"))
                .click();
        Locator asked = row(morgan, "Our hours are now Mon-Sat 8 AM-6 PM.");
        asked.waitFor();
        sound(morgan, "a request for an update");
        Chromium.picture(morgan, "ui-admin-requests");
        asked.getByText("Edit listing").click();
        morgan.locator(".wh-asked").getByText("Our hours are now").waitFor();
        field(morgan, "Hours").fill("Mon-Sat 8 AM-6 PM");
        sound(morgan, "a listing beside what its people ask");
        button(morgan, "Save and close the request").click();
        toast(morgan, "is closed.");
        heading(morgan, "No requests are waiting").waitFor();
        field(morgan, "Requests").selectOption("closed");
        asked.waitFor();
        assertThat(walk.signIn(Walk.MORGAN)
                        .get("/api/listings/" + program.listing())
                        .json()
                        .path("hours")
                        .asText())
                .isEqualTo("Mon-Sat 8 AM-6 PM");
    }

    @Test
    void a_member_who_is_added_signs_in_and_one_who_is_deactivated_is_told() {
        Page morgan = office.open(Walk.MORGAN, Chromium.DESKTOP, "/admin/members");
        button(morgan, "Add a member").click();
        button(morgan, "Add member").click();
        morgan.locator(".wh-summary").getByText("Name: This is needed.").waitFor();
        sound(morgan, "a member with errors");
        field(morgan, "Name").fill("Noa Reyes");
        field(morgan, "Email").fill("noa.reyes@walks.example.org");
        field(morgan, "Organization").selectOption("cedar-legal-aid");
        field(morgan, "Program").fill("Intake");
        field(morgan, "Phone").fill("206-555-0169");
        choice(morgan, "Caseworker").click();
        choice(morgan, "Receiving staff").click();
        button(morgan, "Add member").click();
        toast(morgan, "Noa Reyes is added.");
        row(morgan, "Noa Reyes").getByText("May sign in").waitFor();
        sound(morgan, "the members");
        Chromium.picture(morgan, "ui-admin-members");

        Page noa = office.open("noa.reyes@walks.example.org", Chromium.DESKTOP, "/");
        heading(noa, "My Network Referrals").waitFor();
        assertThat(noa.locator(".wh-tabs").innerText()).contains("Inbound").doesNotContain("Outbound");

        button(morgan, "Edit Noa Reyes").click();
        choice(morgan, "May sign in").click();
        button(morgan, "Save changes").click();
        toast(morgan, "Noa Reyes is saved.");
        row(morgan, "Noa Reyes").getByText("Deactivated").waitFor();
        // Noa's table asks again by itself, and is answered differently.
        heading(noa, "You are signed in, but not a member").waitFor();
        assertThat(noa.locator("body").innerText()).doesNotContain("My Network Referrals");
        sound(noa, "who is no member any more");

        button(morgan, "Edit Morgan Avery").click();
        choice(morgan, "May sign in").click();
        button(morgan, "Save changes").click();
        morgan.locator(".wh-summary")
                .getByText("Nobody would be left to administer the network")
                .waitFor();
        morgan.keyboard().press("Escape");
        button(morgan, "Discard changes").click();
    }

    @Test
    void an_organization_is_added_and_may_refer_out_of_network_once_it_is_opted_in() {
        Page morgan = office.open(Walk.MORGAN, Chromium.DESKTOP, "/admin/organizations");
        button(morgan, "Add an organization").click();
        field(morgan, "Name").fill("Tidewater Alliance");
        field(morgan, "Time zone").selectOption("America/Denver");
        field(morgan, "Phone").fill("123");
        button(morgan, "Add organization").click();
        morgan.locator(".wh-summary").getByText("Phone: ").waitFor();
        assertThat(field(morgan, "Name").inputValue()).isEqualTo("Tidewater Alliance");
        field(morgan, "Phone").fill("206-555-0170");
        button(morgan, "Add organization").click();
        toast(morgan, "Tidewater Alliance is added.");
        Locator added = row(morgan, "Tidewater Alliance");
        added.getByText("Not opted in").waitFor();
        assertThat(added.innerText()).contains("Mountain").contains("(206) 555-0170");

        button(morgan, "Edit Tidewater Alliance").click();
        choice(morgan, "Opted in to out of network referring").click();
        button(morgan, "Save changes").click();
        added.getByText("Opted in", new Locator.GetByTextOptions().setExact(true))
                .waitFor();
        sound(morgan, "the organizations");
        field(morgan, "Search").fill("nobody of this name");
        heading(morgan, "No organization fits").waitFor();
        sound(morgan, "a search without a result");
    }

    private static JsonNode listing(String program) {
        for (JsonNode listing : walk.signIn(Walk.MORGAN)
                .get("/api/listings?limit=100&q=" + program.replace(" ", "%20"))
                .json()
                .path("listings")) {
            if (listing.path("program").asText().equals(program)) {
                return listing;
            }
        }
        throw new AssertionError("there is no listing " + program);
    }
}
