package org.warmhandoff.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.contact.Zip;
import org.warmhandoff.need.Need;
import org.warmhandoff.organization.OrganizationId;
import org.warmhandoff.paging.Page;

class DirectoryTest {

    private static final Listing PANTRY =
            listing("pantry", "Food Pantry", Network.OUT, Set.of(Need.FOOD), "45501", false, List.of("es"));
    private static final Listing LEGAL =
            listing("legal", "Legal Aid", Network.IN, Set.of(Need.LEGAL), "45503", false, List.of("en"));
    private static final Listing SHELTER =
            listing("shelter", "Safe Nights", Network.OUT, Set.of(Need.HOUSING), "45501", true, List.of("en"));
    private static final Listing HOTLINE =
            listing("hotline", "Advice Hotline", Network.OUT, Set.of(Need.LEGAL), "", false, List.of("so"));
    private static final Listing FAR =
            listing("far", "Far Pantry", Network.OUT, Set.of(Need.FOOD), "90001", false, List.of("en"));

    private static final Directory DIRECTORY = Directory.of(List.of(PANTRY, LEGAL, SHELTER, HOTLINE, FAR));

    private static Listing listing(
            String id,
            String program,
            Network network,
            Set<Need> needs,
            String zip,
            boolean hidden,
            List<String> languages) {
        return new Listing(
                new ListingId(id),
                program,
                new OrganizationId("valley"),
                "Señora Valley",
                network,
                needs,
                "Help for " + id,
                "7 Elm Street, Springfield",
                hidden,
                zip,
                ZoneId.of("America/New_York"),
                "",
                List.of(),
                languages,
                "Adults of any age",
                "",
                "",
                "",
                false,
                false,
                false,
                false,
                ReferralMail.to(new EmailAddress(id + "@valley.example"), MailState.SUBSCRIBED),
                1);
    }

    private static List<String> found(Search search) {
        return ids(DIRECTORY.search(search, Optional.empty(), 100));
    }

    private static List<String> ids(Page<Listing> page) {
        return page.items().stream().map(Listing::id).map(ListingId::value).toList();
    }

    private static Search words(String words) {
        return new Search(words, Optional.empty(), Optional.empty(), true);
    }

    private static Search near(String zip) {
        return new Search("", Optional.empty(), Optional.of(new Zip(zip)), true);
    }

    @Nested
    class Words_looked_for {

        @Test
        void are_found_wherever_a_listing_speaks() {
            assertThat(found(words("food"))).containsExactly("far", "pantry");
            assertThat(found(words("senora valley pantry"))).containsExactly("far", "pantry");
            assertThat(found(words("hotline"))).containsExactly("hotline");
            assertThat(found(words("shelter"))).as("a need's label").containsExactly("shelter");
            assertThat(found(words("spanish"))).containsExactly("pantry");
            assertThat(found(words("so"))).contains("hotline");
            assertThat(found(words("adults"))).hasSize(5);
        }

        @Test
        void must_all_match_and_may_be_cut_short() {
            assertThat(found(words("LEG aid"))).containsExactly("legal");
            assertThat(found(words("legal pantry"))).isEmpty();
            assertThat(found(words("egal"))).isEmpty();
        }

        @Test
        void find_no_address_that_is_hidden() {
            assertThat(found(words("elm"))).containsExactlyInAnyOrder("pantry", "legal", "hotline", "far");
        }

        @Test
        void may_be_none() {
            assertThat(found(words("  --  "))).hasSize(5);
        }
    }

    @Test
    void a_need_keeps_what_serves_it() {
        assertThat(found(new Search("", Optional.of(Need.LEGAL), Optional.empty(), true)))
                .containsExactly("legal", "hotline");
    }

    @Nested
    class A_zip {

        @Test
        void keeps_its_area_and_what_is_nowhere_and_puts_the_very_zip_first() {
            assertThat(found(new Search("", Optional.empty(), Optional.of(new Zip("45501")), false)))
                    .containsExactly("pantry", "hotline", "legal", "shelter");
        }

        @Test
        void does_not_tell_where_a_hidden_address_is() {
            assertThat(found(near("45501")).indexOf("shelter"))
                    .isEqualTo(found(near("45599")).indexOf("shelter"));
        }
    }

    @Test
    void in_network_is_first_and_then_by_program() {
        assertThat(found(Search.EVERYTHING)).containsExactly("legal", "hotline", "far", "pantry", "shelter");
        assertThat(found(new Search("", Optional.empty(), Optional.empty(), false)))
                .containsExactly("hotline", "far", "pantry", "legal", "shelter");
    }

    @Test
    void a_program_is_before_those_whose_names_begin_with_its_own() {
        Directory directory = Directory.of(List.of(
                listing("b", "Food Pantry North", Network.OUT, Set.of(), "", false, List.of()),
                listing("c", "Food Pantry 2", Network.OUT, Set.of(), "", false, List.of()),
                listing("z", "Food Pantry", Network.OUT, Set.of(), "", false, List.of())));

        assertThat(ids(directory.search(Search.EVERYTHING, Optional.empty(), 100)))
                .containsExactly("z", "c", "b");
    }

    @Test
    void pages_put_together_are_the_whole_whatever_their_size() {
        for (int limit = 1; limit <= 6; limit++) {
            List<String> all = new ArrayList<>();
            Optional<String> from = Optional.empty();
            do {
                Page<Listing> page = DIRECTORY.search(Search.EVERYTHING, from, limit);
                all.addAll(ids(page));
                from = page.next();
            } while (from.isPresent());
            assertThat(all).isEqualTo(found(Search.EVERYTHING));
        }
    }

    @Test
    void the_order_does_not_depend_on_how_it_was_read() {
        List<Listing> shuffled = new ArrayList<>(List.of(PANTRY, LEGAL, SHELTER, HOTLINE, FAR));
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(ids(Directory.of(shuffled).search(Search.EVERYTHING, Optional.empty(), 100)))
                    .isEqualTo(found(Search.EVERYTHING));
        }
    }
}
