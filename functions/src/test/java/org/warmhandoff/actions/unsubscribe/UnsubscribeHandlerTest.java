package org.warmhandoff.actions.unsubscribe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.warmhandoff.actions.Doors;
import org.warmhandoff.actions.Town;
import org.warmhandoff.adapters.http.Answer;
import org.warmhandoff.adapters.http.Events;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.link.Purpose;
import org.warmhandoff.link.Target;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.listing.MailState;

class UnsubscribeHandlerTest {

    private static final String ROUTE = "/u/{token}";
    private static final String ADDRESS = "intake@valley.example";

    private final Town town = new Town();
    private final Doors doors = new Doors(town);
    private final UnsubscribeHandler handler = Unsubscribing.handler(town, doors);
    private String token;

    @BeforeEach
    void a_listing_with_its_link() {
        town.save(new ListingId("apple"), Town.outOfNetwork("Apple Pantry", ADDRESS));
        token = doors.link(Purpose.UNSUBSCRIBE, new Target.Mailbox(new EmailAddress(ADDRESS)), Optional.empty());
    }

    private Events.Event post() {
        return Events.visitor().post(ROUTE).path("token", token);
    }

    private Answer look() {
        return Events.visitor().get(ROUTE).path("token", token).to(handler);
    }

    private MailState state() {
        return town.listing("apple").mail().state();
    }

    @Nested
    class One_click {

        @Test
        void acts_at_once_in_either_encoding_without_a_redirect() {
            Answer clicked = post().form("List-Unsubscribe", "One-Click").to(handler);

            assertThat(clicked.status()).isEqualTo(200);
            assertThat(state()).isEqualTo(MailState.UNSUBSCRIBED);
            assertThat(post().multipart("List-Unsubscribe", "One-Click")
                            .to(handler)
                            .status())
                    .isEqualTo(200);
            assertThat(state()).isEqualTo(MailState.UNSUBSCRIBED);
        }

        @Test
        void is_that_exact_body_and_no_other() {
            for (List<String> body : List.of(
                    List.of("List-Unsubscribe", "one-click"),
                    List.of("List-Unsubscribe", "One-Click", "x", "y"),
                    List.of("choice", "STOP"))) {
                post().form(body.toArray(String[]::new)).to(handler);
            }
            assertThat(state()).isEqualTo(MailState.SUBSCRIBED);
        }

        @Test
        void on_an_unknown_link_is_a_404() {
            token = "k" + "9".repeat(42);

            assertThat(post().form("List-Unsubscribe", "One-Click").to(handler).status())
                    .isEqualTo(404);
        }
    }

    @Nested
    class The_page {

        @Test
        void stops_and_brings_back() {
            Answer page = look();
            town.pass(Duration.ofSeconds(3));
            Answer stopped = Doors.filled(post(), page, "choice", "STOP").to(handler);
            assertThat(stopped.status()).isEqualTo(303);
            assertThat(state()).isEqualTo(MailState.UNSUBSCRIBED);
            assertThat(Doors.followed(stopped, ROUTE, token).to(handler).body()).contains("i•••@valley.example");

            Answer back = look();
            town.pass(Duration.ofSeconds(3));
            assertThat(Doors.filled(post(), back, "choice", "RESUBSCRIBE")
                            .to(handler)
                            .status())
                    .isEqualTo(303);
            assertThat(state()).isEqualTo(MailState.SUBSCRIBED);
        }

        @Test
        void needs_a_choice_and_makes_none() {
            Answer page = look();
            town.pass(Duration.ofSeconds(3));

            assertThat(page.page().select("input[checked]")).isEmpty();
            assertThat(Doors.filled(post(), page).to(handler).status()).isEqualTo(422);
        }

        @Test
        void is_only_looked_at_by_scanners() {
            List<?> before = doors.whatStands();
            look();

            assertThat(doors.whatStands()).isEqualTo(before);
        }
    }
}
