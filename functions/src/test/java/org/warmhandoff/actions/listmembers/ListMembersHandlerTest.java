package org.warmhandoff.actions.listmembers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.warmhandoff.actions.Town;
import org.warmhandoff.adapters.http.Answer;
import org.warmhandoff.adapters.http.Events;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.member.Members;
import org.warmhandoff.member.Roster;

class ListMembersHandlerTest {

    private final Town town = new Town();
    private final ListMembersHandler handler = new ListMembersHandler(new ListMembersHandler.Wiring() {
        @Override
        public Http http() {
            return town.http();
        }

        @Override
        public Members members() {
            return town.members();
        }

        @Override
        public Roster roster() {
            return town.roster();
        }
    });

    private Answer list(String sub, String... query) {
        var event = Events.signedIn(sub).get("/api/members");
        for (int i = 0; i < query.length; i += 2) {
            event.query(query[i], query[i + 1]);
        }
        return event.to(handler);
    }

    @Test
    void lists_the_whole_network_by_name() {
        Answer answer = list(Town.ADMINISTRATOR);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/members").findValuesAsText("id"))
                .filteredOn(id -> id.startsWith("sub-"))
                .containsExactly(
                        Town.ADMINISTRATOR, Town.CASEWORKER, Town.INACTIVE, Town.RECEIVER, Town.VALLEY_CASEWORKER);
        assertThat(answer.at("/members/1").toString())
                .isEqualTo("{\"id\":\"sub-dana\",\"name\":\"Dana Ortiz\",\"email\":\"dana.ortiz@town.example\","
                        + "\"organization\":{\"id\":\"harbor\",\"name\":\"Harbor Family Services\"},"
                        + "\"program\":\"Family Support\",\"phone\":\"+19375550101\","
                        + "\"roles\":[\"CASEWORKER\"],\"active\":true}");
        assertThat(answer.at("/members/2/active").asBoolean()).isFalse();
        assertThat(answer.at("/cursor").isNull()).isTrue();
        assertThat(town.table().callCount()).isEqualTo(3);
    }

    @Test
    void goes_on_page_by_page() {
        Answer first = list(Town.ADMINISTRATOR, "limit", "4");
        Answer second = list(
                Town.ADMINISTRATOR, "limit", "4", "cursor", first.at("/cursor").asText());

        assertThat(first.at("/members")).hasSize(4);
        assertThat(second.at("/members")).hasSize(1);
        assertThat(second.at("/members/0/id").asText()).isEqualTo(Town.VALLEY_CASEWORKER);
    }

    @Test
    void is_for_administrators() {
        assertThat(list(Town.CASEWORKER).status()).isEqualTo(403);
        assertThat(list(Town.RECEIVER).status()).isEqualTo(403);
        assertThat(list(Town.INACTIVE).status()).isEqualTo(403);
        assertThat(list(Town.STRANGER).status()).isEqualTo(403);
    }
}
