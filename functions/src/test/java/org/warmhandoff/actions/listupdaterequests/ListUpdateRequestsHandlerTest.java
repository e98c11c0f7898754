package org.warmhandoff.actions.listupdaterequests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.warmhandoff.actions.Town;
import org.warmhandoff.adapters.http.Answer;
import org.warmhandoff.adapters.http.Events;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.listing.UpdateRequests;
import org.warmhandoff.member.Members;

class ListUpdateRequestsHandlerTest {

    private final Town town = new Town();
    private final ListUpdateRequestsHandler handler =
            new ListUpdateRequestsHandler(new ListUpdateRequestsHandler.Wiring() {
                @Override
                public Http http() {
                    return town.http();
                }

                @Override
                public Members members() {
                    return town.members();
                }

                @Override
                public UpdateRequests updateRequests() {
                    return town.updateRequests();
                }
            });

    private Answer list(String sub, String... query) {
        var event = Events.signedIn(sub).get("/api/update-requests");
        for (int i = 0; i < query.length; i += 2) {
            event.query(query[i], query[i + 1]);
        }
        return event.to(handler);
    }

    @Test
    void shows_administrators_what_was_asked_for_newest_first() {
        town.request("one", "Our hours have changed", town.now().minusSeconds(60));
        town.request("two", "We moved", town.now());

        Answer answer = list(Town.ADMINISTRATOR);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/updateRequests/0").toString())
                .isEqualTo(
                        "{\"id\":\"two\",\"listing\":{\"id\":\"apple\",\"program\":\"Apple Pantry\"},\"text\":\"We moved\","
                                + "\"at\":\"2026-11-23T15:00:00Z\",\"closedAt\":null}");
        assertThat(answer.at("/updateRequests/1/id").asText()).isEqualTo("one");
        assertThat(answer.at("/cursor").isNull()).isTrue();
    }

    @Test
    void goes_on_page_by_page() {
        town.request("one", "Our hours have changed", town.now().minusSeconds(60));
        town.request("two", "We moved", town.now());

        Answer first = list(Town.ADMINISTRATOR, "limit", "1");
        Answer second = list(
                Town.ADMINISTRATOR, "limit", "1", "cursor", first.at("/cursor").asText());

        assertThat(first.at("/updateRequests/0/id").asText()).isEqualTo("two");
        assertThat(second.at("/updateRequests/0/id").asText()).isEqualTo("one");
        assertThat(list(Town.ADMINISTRATOR, "cursor", "broken").pointers()).containsExactly("/?cursor");
    }

    @Test
    void is_for_administrators() {
        assertThat(list(Town.CASEWORKER, "cursor", "broken").status()).isEqualTo(403);
        assertThat(list(Town.RECEIVER).status()).isEqualTo(403);
        assertThat(list(Town.INACTIVE).status()).isEqualTo(403);
    }
}
