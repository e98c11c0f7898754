package org.warmhandoff.actions.saveorganization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.warmhandoff.actions.Town;
import org.warmhandoff.adapters.http.Answer;
import org.warmhandoff.adapters.http.Events;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.contact.PhoneNumbers;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.listing.Search;
import org.warmhandoff.member.MemberId;
import org.warmhandoff.organization.OrganizationBook;

class SaveOrganizationHandlerTest {

    private final Town town = new Town();
    private final SaveOrganizationHandler handler = new SaveOrganizationHandler(new SaveOrganizationHandler.Wiring() {
        @Override
        public Http http() {
            return town.http();
        }

        @Override
        public OrganizationBook organizationBook() {
            return town.organizationBook();
        }

        @Override
        public PhoneNumbers phoneNumbers() {
            return town.phoneNumbers();
        }
    });

    private static Map<String, Object> body(String field, Object value) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", "Hill Clinic");
        body.put("displayName", "The Hill");
        body.put("timeZone", "America/Chicago");
        body.put("phone", "312-555-0100");
        body.put("outOfNetworkReferring", true);
        body.put("victimServices", false);
        body.put("part2", true);
        body.put(field, value);
        return body;
    }

    private Answer save(String sub, String id, Object body) {
        return Events.signedIn(sub)
                .put("/api/organizations/{id}")
                .path("id", id)
                .json(body)
                .to(handler);
    }

    @Test
    void adds_and_replaces() {
        Answer added = save(Town.ADMINISTRATOR, "hill", body("part2", true));
        Answer replaced = save(Town.ADMINISTRATOR, "hill", body("displayName", null));

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.body())
                .isEqualTo("{\"id\":\"hill\",\"name\":\"Hill Clinic\",\"displayName\":\"The Hill\","
                        + "\"timeZone\":\"America/Chicago\",\"phone\":\"+13125550100\",\"outOfNetworkReferring\":true,"
                        + "\"victimServices\":false,\"part2\":true}");
        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.at("/displayName").asText()).isEqualTo("Hill Clinic");
    }

    @Test
    void a_new_name_is_read_wherever_the_old_one_was() {
        for (int i = 0; i < 30; i++) {
            town.save(new ListingId("pantry-" + i), Town.outOfNetwork("Pantry " + i, "p" + i + "@valley.example"));
        }
        search("valley");
        town.pass(Duration.ofMinutes(1));

        save(Town.ADMINISTRATOR, "valley", body("name", "River Food Bank"));

        assertThat(town.listing("pantry-29").organizationName()).isEqualTo("River Food Bank");
        assertThat(search("valley")).isEmpty();
        assertThat(search("river")).hasSize(30);
    }

    private List<?> search(String words) {
        var version = town.directories().version(new MemberId(Town.CASEWORKER)).found();
        return town.directories()
                .at(version)
                .search(new Search(words, Optional.empty(), Optional.empty(), true), Optional.empty(), 100)
                .items();
    }

    @Test
    void what_is_wrong_is_named() {
        assertThat(save(Town.ADMINISTRATOR, "hill", Map.of()).pointers())
                .containsExactlyInAnyOrder("/name", "/timeZone");
        assertThat(save(Town.ADMINISTRATOR, "hill", body("timeZone", "EST5")).pointers())
                .containsExactly("/timeZone");
        assertThat(save(Town.ADMINISTRATOR, "hill", body("phone", "5")).pointers())
                .containsExactly("/phone");
        assertThat(save(Town.ADMINISTRATOR, "no id", body("part2", true)).pointers())
                .containsExactly("/id");
    }

    @Test
    void is_for_administrators() {
        assertThat(save(Town.CASEWORKER, "hill", Map.of()).status()).isEqualTo(403);
        assertThat(save(Town.CASEWORKER, "no id", Map.of()).status()).isEqualTo(403);
        assertThat(town.organizationBook().list(Optional.empty(), 10).items()).hasSize(2);
    }
}
