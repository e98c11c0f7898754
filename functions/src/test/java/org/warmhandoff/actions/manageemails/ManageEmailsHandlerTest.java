package org.warmhandoff.actions.manageemails;

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
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.adapters.http.LinkPages;
import org.warmhandoff.link.Purpose;
import org.warmhandoff.link.Target;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.listing.MailState;
import org.warmhandoff.message.Content;
import org.warmhandoff.message.Content.AddressChange.Kind;

class ManageEmailsHandlerTest {

    private static final String ROUTE = "/m/{token}";
    private static final ListingId APPLE = new ListingId("apple");

    private final Town town = new Town();
    private final Doors doors = new Doors(town);
    private final ManageEmailsHandler handler = new ManageEmailsHandler(new ManageEmailsHandler.Wiring() {
        @Override
        public Http http() {
            return doors.http();
        }

        @Override
        public LinkPages links() {
            return doors.links();
        }

        @Override
        public ManageEmailsPage page() {
            return new ManageEmailsPage(doors.mailSettings(), doors.pages(), town.clock());
        }
    });
    private String token;

    @BeforeEach
    void a_listing_with_its_link() {
        town.save(APPLE, Town.outOfNetwork("Apple Pantry", "intake@valley.example"));
        town.save(new ListingId("pear"), Town.outOfNetwork("Pear Kitchen", "intake@valley.example"));
        token = doors.link(Purpose.MANAGE, new Target.ManagedMail(APPLE, 0), Optional.empty());
    }

    private Answer look() {
        return Events.visitor().get(ROUTE).path("token", token).to(handler);
    }

    private Events.Event post() {
        return Events.visitor().post(ROUTE).path("token", token);
    }

    private Answer choose(String... fields) {
        Answer page = look();
        town.pass(Duration.ofSeconds(3));
        return Doors.filled(post(), page, fields).to(handler);
    }

    private MailState state(String listing) {
        return town.listing(listing).mail().state();
    }

    @Nested
    class Choosing {

        @Test
        void unsubscribing_holds_for_every_listing_that_uses_the_address_and_can_be_taken_back() {
            Answer done = choose("choice", "UNSUBSCRIBE");

            assertThat(done.status()).isEqualTo(303);
            assertThat(state("apple")).isEqualTo(MailState.UNSUBSCRIBED);
            assertThat(state("pear")).isEqualTo(MailState.UNSUBSCRIBED);
            Answer shown = Doors.followed(done, ROUTE, token).to(handler);
            assertThat(shown.status()).isEqualTo(200);
            assertThat(shown.page().select("form")).isEmpty();

            assertThat(choose("choice", "KEEP").status()).isEqualTo(303);
            assertThat(state("pear")).isEqualTo(MailState.SUBSCRIBED);
        }

        @Test
        void keeping_what_is_kept_changes_nothing() {
            List<?> before = doors.whatStands();

            assertThat(choose("choice", "KEEP").header("location")).contains("/m/" + token + "?did=KEPT");
            assertThat(doors.whatStands()).isEqualTo(before);
        }

        @Test
        void another_address_is_asked_to_confirm_and_the_present_one_is_told() {
            Answer done = choose("choice", "CHANGE_ADDRESS", "address", "New@Valley.example");

            assertThat(done.status()).isEqualTo(303);
            assertThat(town.listing("apple").mail().address().orElseThrow().value())
                    .isEqualTo("intake@valley.example");
            assertThat(doors.messages())
                    .extracting(message -> ((Content.AddressChange) message.content()).kind() + " "
                            + ((Content.AddressChange) message.content()).to())
                    .containsExactlyInAnyOrder(
                            Kind.CONFIRM + " new@valley.example", Kind.NOTICE + " intake@valley.example");
        }

        @Test
        void the_same_address_asked_for_again_is_one_request() {
            choose("choice", "CHANGE_ADDRESS", "address", "new@valley.example");
            Answer again = choose("choice", "CHANGE_ADDRESS", "address", "new@valley.example");

            assertThat(again.status()).isEqualTo(303);
            assertThat(again.header("location").orElseThrow()).doesNotContain("done=");
            assertThat(doors.messages()).hasSize(2);
        }

        @Test
        void a_question_reaches_the_administrators_once_however_often_the_button_is_pressed() {
            Answer page = look();
            town.pass(Duration.ofSeconds(3));
            for (int i = 0; i < 2; i++) {
                Answer done = Doors.filled(post(), page, "choice", "CONTACT", "message", "We open at 8 now.")
                        .to(handler);
                assertThat(done.status()).isEqualTo(303);
            }
            assertThat(town.updateRequests().list(Optional.empty(), 10).items())
                    .singleElement()
                    .satisfies(request -> assertThat(request.text()).isEqualTo("We open at 8 now."));
        }
    }

    @Nested
    class A_form_that_is_not_in_order {

        @Test
        void says_so_beside_the_field_and_loses_nothing_typed() {
            Answer wrong = choose("choice", "CHANGE_ADDRESS", "address", "not an address", "message", "Hello");

            assertThat(wrong.status()).isEqualTo(422);
            assertThat(wrong.page().select("input[name=address]").val()).isEqualTo("not an address");
            assertThat(wrong.page().select("textarea[name=message]").text()).isEqualTo("Hello");
            assertThat(wrong.page().select("input[value=CHANGE_ADDRESS]").hasAttr("checked"))
                    .isTrue();
        }

        @Test
        void needs_a_choice_that_no_page_makes_beforehand() {
            assertThat(look().page().select("input[checked]")).isEmpty();
            assertThat(choose().status()).isEqualTo(422);
            assertThat(choose("choice", "EVERYTHING").status()).isEqualTo(422);
        }

        @Test
        void sent_faster_than_people_are_it_is_shown_again() {
            Answer fast = Doors.filled(post(), look(), "choice", "UNSUBSCRIBE").to(handler);

            assertThat(fast.status()).isEqualTo(200);
            assertThat(fast.header("x-form")).contains("again");
            assertThat(state("apple")).isEqualTo(MailState.SUBSCRIBED);
            town.pass(Duration.ofSeconds(3));
            assertThat(Doors.filled(post(), fast, "choice", "UNSUBSCRIBE")
                            .to(handler)
                            .status())
                    .isEqualTo(303);
        }

        @Test
        void without_the_pages_nonce_or_with_the_field_that_people_do_not_see_it_is_shown_again() {
            assertThat(post().form("choice", "UNSUBSCRIBE").to(handler).header("x-form"))
                    .contains("again");
            assertThat(choose("choice", "UNSUBSCRIBE", "leave-empty", "x").header("x-form"))
                    .contains("again");
            assertThat(state("apple")).isEqualTo(MailState.SUBSCRIBED);
        }

        @Test
        void made_for_settings_that_changed_meanwhile_it_is_shown_what_stands() {
            Answer old = look();
            choose("choice", "UNSUBSCRIBE");
            Answer late = Doors.filled(post(), old, "choice", "CHANGE_ADDRESS", "address", "new@valley.example")
                    .to(handler);

            assertThat(late.status()).isEqualTo(200);
            assertThat(doors.messages()).isEmpty();
        }
    }

    @Nested
    class A_link {

        @Test
        void that_is_looked_at_by_scanners_changes_nothing() {
            List<?> before = doors.whatStands();
            look();
            Events.visitor().head(ROUTE).path("token", token).to(handler);

            assertThat(doors.whatStands()).isEqualTo(before);
        }

        @Test
        void sent_to_an_address_that_the_listing_has_left_opens_nothing_any_more() {
            String old = doors.link(Purpose.MANAGE, new Target.ManagedMail(APPLE, 7), Optional.empty());

            assertThat(Events.visitor()
                            .get(ROUTE)
                            .path("token", old)
                            .to(handler)
                            .status())
                    .isEqualTo(410);
        }

        @Test
        void of_another_purpose_is_as_unknown_as_any_other() {
            String other = doors.link(Purpose.ANSWER, new Target.ManagedMail(APPLE, 0), Optional.empty());

            assertThat(Events.visitor()
                            .get(ROUTE)
                            .path("token", other)
                            .to(handler)
                            .status())
                    .isEqualTo(404);
            assertThat(Events.visitor()
                            .get(ROUTE)
                            .path("token", "mangled")
                            .to(handler)
                            .status())
                    .isEqualTo(404);
        }

        @Test
        void takes_no_form_from_another_site() {
            Answer page = look();
            town.pass(Duration.ofSeconds(3));
            Answer foreign = Doors.filled(post(), page, "choice", "UNSUBSCRIBE")
                    .header("origin", "https://elsewhere.example")
                    .to(handler);

            assertThat(foreign.status()).isEqualTo(403);
            assertThat(state("apple")).isEqualTo(MailState.SUBSCRIBED);
        }
    }
}
