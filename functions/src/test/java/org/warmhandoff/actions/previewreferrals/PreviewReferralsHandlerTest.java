package org.warmhandoff.actions.previewreferrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.actions.Doors;
import org.warmhandoff.actions.Town;
import org.warmhandoff.actions.Wired;
import org.warmhandoff.adapters.http.Answer;
import org.warmhandoff.adapters.http.Events;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.listing.Network;

class PreviewReferralsHandlerTest {

    private final Town town = new Town();
    private final Doors doors = new Doors(town);
    private final PreviewReferralsHandler handler =
            new PreviewReferralsHandler(Wired.with(PreviewReferralsHandler.Wiring.class, doors, town));

    @BeforeEach
    void a_client_and_two_programs() {
        town.save(Town.client("client-0001", "Maria", "Quintero"));
        town.save(new ListingId("apple"), Town.program("Apple Pantry", Network.OUT, "apple@valley.example"));
        town.save(new ListingId("pear"), Town.program("Pear Pantry", Network.IN, "pear@valley.example"));
    }

    private static Map<String, Object> basket(String notes, String... listings) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("clientId", "client-0001");
        body.put("listingIds", List.of(listings));
        body.put("consent", Map.of("given", true, "method", "VERBAL"));
        body.put("notes", notes);
        return body;
    }

    private Answer preview(String member, Object body) {
        return Events.signedIn(member).post("/api/referrals/preview").json(body).to(handler);
    }

    private Answer preview(Object body) {
        return preview(Town.CASEWORKER, body);
    }

    @Test
    void shows_what_staff_out_of_network_would_get_and_writes_nothing() {
        List<?> before = doors.whatStands();

        Answer answer = preview(basket("Mornings are best.", "pear", "apple"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/errors")).isEmpty();
        assertThat(answer.at("/previews")).hasSize(1);
        assertThat(answer.at("/previews/0/listingId").asText()).isEqualTo("apple");
        assertThat(answer.at("/previews/0/subject").asText()).doesNotContain("Maria", "Quintero");
        for (String form : List.of("text", "html")) {
            assertThat(answer.at("/previews/0/" + form).asText())
                    .contains("Mornings are best.", "Dana Ortiz", "Apple Pantry")
                    .doesNotContain("Maria", "Quintero", "Elm Street", "client.example", "45501", "/r/");
        }
        assertThat(doors.whatStands()).isEqualTo(before);
    }

    @Test
    void says_what_would_be_refused_and_where_and_shows_the_email_all_the_same() {
        String notes = "Maria likes mornings.";

        Answer answer = preview(basket(notes, "apple", "nobody"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.pointers()).containsExactlyInAnyOrder("/notes", "/listingIds/1");
        assertThat(answer.json().path("errors").findValuesAsText("kind")).containsExactly("NAME");
        int at = answer.json().path("errors").findValue("start").asInt();
        assertThat(notes.substring(
                        at, answer.json().path("errors").findValue("end").asInt()))
                .isEqualTo("Maria");
        assertThat(answer.at("/previews")).hasSize(1);
    }

    @Test
    void in_network_a_name_may_stand_in_a_note() {
        assertThat(preview(basket("Maria likes mornings.", "pear")).at("/errors"))
                .isEmpty();
    }

    @Test
    void before_consent_is_ticked_the_email_is_shown_already() {
        Map<String, Object> body = basket("", "apple");
        body.remove("consent");

        Answer answer = preview(body);

        assertThat(answer.pointers()).containsExactly("/consent");
        assertThat(answer.at("/previews")).hasSize(1);
    }

    @Test
    void of_somebody_elses_client_is_a_404() {
        Answer theirs = preview(Town.VALLEY_CASEWORKER, basket("", "apple"));

        assertThat(theirs.status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {Town.RECEIVER, Town.ADMINISTRATOR, Town.INACTIVE, Town.STRANGER})
    void is_a_caseworkers_alone(String member) {
        assertThat(preview(member, basket("", "apple")).status()).isEqualTo(403);
    }
}
