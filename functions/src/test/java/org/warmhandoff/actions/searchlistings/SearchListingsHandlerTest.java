package org.warmhandoff.actions.searchlistings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.warmhandoff.actions.Town;
import org.warmhandoff.adapters.http.Answer;
import org.warmhandoff.adapters.http.Events;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.listing.Directories;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.listing.ListingToSave;
import org.warmhandoff.listing.Network;
import org.warmhandoff.member.Members;

class SearchListingsHandlerTest {

    private final Town town = new Town();
    private final SearchListingsHandler handler = new SearchListingsHandler(new SearchListingsHandler.Wiring() {
        @Override
        public Http http() {
            return town.http();
        }

        @Override
        public Members members() {
            return town.members();
        }

        @Override
        public Directories directories() {
            return town.directories();
        }
    });

    private Answer search(String sub, String... query) {
        var event = Events.signedIn(sub).get("/api/listings");
        for (int i = 0; i < query.length; i += 2) {
            event.query(query[i], query[i + 1]);
        }
        return event.to(handler);
    }

    private static List<String> programs(Answer answer) {
        List<String> programs = new ArrayList<>();
        answer.at("/listings")
                .forEach(listing -> programs.add(listing.path("program").asText()));
        return programs;
    }

    private void save(String id, ListingToSave listing) {
        town.save(new ListingId(id), listing);
    }

    private static ListingToSave hidden(ListingToSave listing) {
        return changed(listing, Network.OUT, true);
    }

    private static ListingToSave inNetwork(ListingToSave listing) {
        return changed(listing, Network.IN, false);
    }

    private static ListingToSave changed(ListingToSave it, Network network, boolean hidden) {
        return new ListingToSave(
                it.program(),
                it.organization(),
                network,
                it.needs(),
                it.description(),
                it.address(),
                hidden,
                it.zip(),
                it.timeZone(),
                it.hours(),
                it.phones(),
                it.languages(),
                it.eligibility(),
                it.howToApply(),
                it.documents(),
                it.website(),
                it.paused(),
                it.safety(),
                it.part2(),
                it.victimServices(),
                network == Network.IN ? Optional.empty() : it.referralEmail());
    }

    @Test
    void an_empty_network_has_no_listings() {
        Answer answer = search(Town.CASEWORKER);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/listings")).isEmpty();
        assertThat(answer.at("/cursor").isNull()).isTrue();
    }

    @Test
    void in_network_comes_first_until_that_is_turned_off() {
        save("a", Town.outOfNetwork("Apple Pantry", "a@valley.example"));
        save("b", inNetwork(Town.outOfNetwork("Berry Kitchen", "b@valley.example")));

        assertThat(programs(search(Town.CASEWORKER))).containsExactly("Berry Kitchen", "Apple Pantry");
        assertThat(programs(search(Town.CASEWORKER, "inNetworkFirst", "false")))
                .containsExactly("Apple Pantry", "Berry Kitchen");
    }

    @Test
    void shows_a_listing_as_the_contract_has_it() {
        save("a", Town.outOfNetwork("Apple Pantry", "a@valley.example"));

        var listing = search(Town.CASEWORKER, "q", "apple groceries").at("/listings/0");

        assertThat(listing.path("id").asText()).isEqualTo("a");
        assertThat(listing.path("organization").toString())
                .isEqualTo("{\"id\":\"valley\",\"name\":\"Valley Food Bank\"}");
        assertThat(listing.path("network").asText()).isEqualTo("OUT");
        assertThat(listing.path("phones").toString()).isEqualTo("[\"+19375550142\"]");
        assertThat(listing.path("address").asText()).isEqualTo("12 Orchard Street, Springfield");
        assertThat(listing.path("referable").asBoolean()).isTrue();
        assertThat(listing.path("notReferableBecause").isNull()).isTrue();
        assertThat(listing.has("referralEmail")).isFalse();
    }

    @Test
    void the_referral_address_is_for_administrators() {
        save("a", Town.outOfNetwork("Apple Pantry", "a@valley.example"));

        assertThat(search(Town.ADMINISTRATOR).at("/listings/0/referralEmail").asText())
                .isEqualTo("a@valley.example");
        assertThat(search(Town.RECEIVER).body()).doesNotContain("a@valley.example");
    }

    @Test
    void a_hidden_address_neither_leaves_nor_is_found_by() {
        save("s", hidden(Town.outOfNetwork("Safe House", "s@valley.example")));

        assertThat(search(Town.CASEWORKER).body()).doesNotContain("Orchard").doesNotContain("45501");
        assertThat(programs(search(Town.CASEWORKER, "q", "orchard"))).isEmpty();
        assertThat(programs(search(Town.ADMINISTRATOR, "q", "orchard"))).isEmpty();
        assertThat(search(Town.ADMINISTRATOR).at("/listings/0/address").asText())
                .startsWith("12 Orchard");
    }

    @Test
    void an_organization_that_has_not_opted_in_sees_out_of_network_as_not_referable() {
        save("a", Town.outOfNetwork("Apple Pantry", "a@valley.example"));

        var listing = search(Town.VALLEY_CASEWORKER).at("/listings/0");

        assertThat(listing.path("referable").asBoolean()).isFalse();
        assertThat(listing.path("notReferableBecause").asText()).isEqualTo("OUT_OF_NETWORK_NOT_ENABLED");
    }

    @Test
    void pages_go_on_where_the_last_one_ended() {
        for (String each : List.of("c", "a", "e", "b", "d")) {
            save(each, Town.outOfNetwork("Pantry " + each, each + "@valley.example"));
        }

        Answer first = search(Town.CASEWORKER, "limit", "2");
        Answer second = search(
                Town.CASEWORKER, "limit", "2", "cursor", first.at("/cursor").asText());
        Answer third = search(
                Town.CASEWORKER, "limit", "2", "cursor", second.at("/cursor").asText());

        assertThat(programs(first)).containsExactly("Pantry a", "Pantry b");
        assertThat(programs(second)).containsExactly("Pantry c", "Pantry d");
        assertThat(programs(third)).containsExactly("Pantry e");
        assertThat(third.at("/cursor").isNull()).isTrue();
    }

    @Test
    void what_cannot_be_a_filter_is_named() {
        assertThat(search(Town.CASEWORKER, "need", "GOLD").pointers()).containsExactly("/?need");
        assertThat(search(Town.CASEWORKER, "zip", "4550").pointers()).containsExactly("/?zip");
        assertThat(search(Town.CASEWORKER, "sort", "rating").pointers()).containsExactly("/?sort");
        assertThat(search(Town.CASEWORKER, "inNetworkFirst", "maybe").pointers())
                .containsExactly("/?inNetworkFirst");
        assertThat(search(Town.CASEWORKER, "limit", "101").pointers()).containsExactly("/?limit");
        assertThat(search(Town.CASEWORKER, "cursor", "!!").pointers()).containsExactly("/?cursor");
        assertThat(search(Town.CASEWORKER, "cursor", "bm9uZQ").pointers()).containsExactly("/?cursor");
    }

    @Test
    void who_is_no_member_is_told_so_before_anything_is_looked_at() {
        assertThat(search(Town.STRANGER, "need", "GOLD").status()).isEqualTo(403);
        assertThat(search(Town.INACTIVE).status()).isEqualTo(403);
    }

    @Test
    void the_directory_is_read_again_only_after_a_change() {
        save("a", Town.outOfNetwork("Apple Pantry", "a@valley.example"));
        town.pass(Duration.ofSeconds(6));
        search(Town.CASEWORKER);
        town.table().forgetCalls();

        search(Town.CASEWORKER);
        assertThat(town.table().callCount()).isEqualTo(2);

        save("b", Town.outOfNetwork("Berry Kitchen", "b@valley.example"));
        town.table().forgetCalls();
        assertThat(programs(search(Town.CASEWORKER))).containsExactly("Apple Pantry", "Berry Kitchen");
        assertThat(town.table().callCount()).isEqualTo(3);
    }

    @Test
    void what_an_index_shows_too_late_is_not_kept() {
        save("a", Town.outOfNetwork("Apple Pantry", "a@valley.example"));
        town.table().holdIndexes();
        save("b", Town.outOfNetwork("Berry Kitchen", "b@valley.example"));

        assertThat(programs(search(Town.CASEWORKER))).containsExactly("Apple Pantry");

        town.table().releaseIndexes();
        assertThat(programs(search(Town.CASEWORKER))).containsExactly("Apple Pantry", "Berry Kitchen");
    }
}
