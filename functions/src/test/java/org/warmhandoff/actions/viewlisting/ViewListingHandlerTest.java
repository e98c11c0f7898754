package org.warmhandoff.actions.viewlisting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.actions.Town;
import org.warmhandoff.adapters.http.Answer;
import org.warmhandoff.adapters.http.Events;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.listing.Listings;
import org.warmhandoff.member.Members;

class ViewListingHandlerTest {

    private final Town town = new Town();
    private final ViewListingHandler handler = new ViewListingHandler(new ViewListingHandler.Wiring() {
        @Override
        public Http http() {
            return town.http();
        }

        @Override
        public Members members() {
            return town.members();
        }

        @Override
        public Listings listings() {
            return town.listings();
        }
    });

    @BeforeEach
    void one_listing() {
        town.save(new ListingId("pantry"), Town.outOfNetwork("Apple Pantry", "a@valley.example"));
        town.table().forgetCalls();
    }

    private Answer view(String sub, String id) {
        return Events.signedIn(sub).get("/api/listings/{id}").path("id", id).to(handler);
    }

    @Test
    void shows_a_listing_in_two_calls_of_the_table() {
        Answer answer = view(Town.CASEWORKER, "pantry");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/program").asText()).isEqualTo("Apple Pantry");
        assertThat(answer.json().has("referralEmail")).isFalse();
        assertThat(town.table().callCount()).isEqualTo(2);
    }

    @Test
    void shows_administrators_where_its_referrals_go() {
        assertThat(view(Town.ADMINISTRATOR, "pantry").at("/referralEmail").asText())
                .isEqualTo("a@valley.example");
    }

    @Test
    void an_unknown_one_is_not_found_and_a_stranger_does_not_learn_even_that() {
        assertThat(view(Town.CASEWORKER, "nowhere").status()).isEqualTo(404);
        assertThat(view(Town.CASEWORKER, "no such id").status()).isEqualTo(404);
        assertThat(view(Town.STRANGER, "nowhere").status()).isEqualTo(403);
        assertThat(view(Town.STRANGER, "pantry").status()).isEqualTo(403);
    }
}
