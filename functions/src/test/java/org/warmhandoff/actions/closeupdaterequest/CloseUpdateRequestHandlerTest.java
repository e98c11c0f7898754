package org.warmhandoff.actions.closeupdaterequest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.actions.Town;
import org.warmhandoff.adapters.http.Answer;
import org.warmhandoff.adapters.http.Events;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.listing.UpdateRequests;

class CloseUpdateRequestHandlerTest {

    private final Town town = new Town();
    private final CloseUpdateRequestHandler handler =
            new CloseUpdateRequestHandler(new CloseUpdateRequestHandler.Wiring() {
                @Override
                public Http http() {
                    return town.http();
                }

                @Override
                public InstantSource clock() {
                    return town.clock();
                }

                @Override
                public UpdateRequests updateRequests() {
                    return town.updateRequests();
                }
            });

    @BeforeEach
    void one_request() {
        town.request("one", "Our hours have changed", town.now());
    }

    private Answer close(String sub, String id) {
        return Events.signedIn(sub)
                .post("/api/update-requests/{id}/close")
                .path("id", id)
                .to(handler);
    }

    @Test
    void closes_a_request_once() {
        town.pass(Duration.ofHours(1));
        Answer first = close(Town.ADMINISTRATOR, "one");
        town.pass(Duration.ofHours(1));
        Answer second = close(Town.ADMINISTRATOR, "one");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.at("/id").asText()).isEqualTo("one");
        assertThat(first.at("/listing/program").asText()).isEqualTo("Apple Pantry");
        assertThat(first.at("/closedAt").asText()).isEqualTo("2026-11-23T16:00:00Z");
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void an_unknown_one_is_not_found() {
        assertThat(close(Town.ADMINISTRATOR, "nothing").status()).isEqualTo(404);
    }

    @Test
    void is_for_administrators() {
        assertThat(close(Town.CASEWORKER, "one").status()).isEqualTo(403);
        assertThat(close(Town.CASEWORKER, "nothing").status()).isEqualTo(403);
        assertThat(town.updateRequests()
                        .list(Optional.empty(), 10)
                        .items()
                        .getFirst()
                        .closedAt())
                .isEmpty();
    }
}
