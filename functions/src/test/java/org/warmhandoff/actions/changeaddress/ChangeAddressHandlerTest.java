package org.warmhandoff.actions.changeaddress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.actions.Doors;
import org.warmhandoff.actions.Town;
import org.warmhandoff.adapters.http.Answer;
import org.warmhandoff.adapters.http.Events;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.adapters.http.LinkPages;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.link.Purpose;
import org.warmhandoff.link.Target;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.listing.MailState;
import org.warmhandoff.message.Content;
import org.warmhandoff.message.Content.AddressChange.Kind;

class ChangeAddressHandlerTest {

    private static final String ROUTE = "/a/{token}";
    private static final ListingId APPLE = new ListingId("apple");
    private static final EmailAddress OLD = new EmailAddress("intake@valley.example");
    private static final EmailAddress NEW = new EmailAddress("new@valley.example");

    private final Town town = new Town();
    private final Doors doors = new Doors(town);
    private final ChangeAddressHandler handler = new ChangeAddressHandler(new ChangeAddressHandler.Wiring() {
        @Override
        public Http http() {
            return doors.http();
        }

        @Override
        public LinkPages links() {
            return doors.links();
        }

        @Override
        public ChangeAddressPage page() {
            return new ChangeAddressPage(doors.mailSettings(), doors.pages(), town.clock());
        }
    });
    private String atNew;
    private String atOld;

    @BeforeEach
    void a_change_that_was_asked_for() {
        town.save(APPLE, Town.outOfNetwork("Apple Pantry", OLD.value()));
        assertThat(doors.mailSettings().ask(town.listing("apple"), NEW, town.now()))
                .isTrue();
        atNew = link(Target.Side.NEW);
        atOld = link(Target.Side.OLD);
    }

    private String link(Target.Side side) {
        return doors.link(
                Purpose.ADDRESS,
                new Target.AddressChange(APPLE, side, NEW),
                Optional.of(town.now().plus(Duration.ofHours(72))));
    }

    private Answer look(String token) {
        return Events.visitor().get(ROUTE).path("token", token).to(handler);
    }

    private Answer press(String token) {
        Answer page = look(token);
        town.pass(Duration.ofSeconds(3));
        return Doors.filled(Events.visitor().post(ROUTE).path("token", token), page, "confirm", "yes")
                .to(handler);
    }

    private EmailAddress address() {
        return town.listing("apple").mail().address().orElseThrow();
    }

    private List<String> owed() {
        return doors.messages().stream()
                .map(message -> switch (message.content()) {
                    case Content.AddressChange mail -> mail.kind() + " " + mail.to();
                    case Content.SendOpenAgain work -> "AGAIN " + work.epoch();
                    default -> "?";
                })
                .toList();
    }

    @Test
    void the_new_address_confirms_and_the_old_one_is_told_and_open_referrals_are_sent_again() {
        Answer done = press(atNew);

        assertThat(done.status()).isEqualTo(303);
        assertThat(address()).isEqualTo(NEW);
        assertThat(town.listing("apple").mail().epoch()).isEqualTo(1);
        assertThat(owed()).contains(Kind.CHANGED + " " + OLD, "AGAIN 1");
        assertThat(Doors.followed(done, ROUTE, atNew).to(handler).page().select("form"))
                .isEmpty();
        assertThat(doors.mailSettings().mailbox(OLD).listings()).isEmpty();
        assertThat(doors.mailSettings().mailbox(NEW).listings()).containsExactly(APPLE);
    }

    @Test
    void an_address_whose_people_unsubscribed_before_stays_unsubscribed() {
        town.save(new ListingId("pear"), Town.outOfNetwork("Pear Kitchen", NEW.value()));
        doors.mailSettings().choose(doors.mailSettings().mailbox(NEW), MailState.UNSUBSCRIBED, town.now());
        press(atNew);

        assertThat(town.listing("apple").mail().state()).isEqualTo(MailState.UNSUBSCRIBED);
    }

    @Test
    void the_old_address_cancels_before_that_and_then_nobody_can_confirm() {
        Answer done = press(atOld);

        assertThat(done.header("location").orElseThrow()).contains("did=CANCELED");
        assertThat(address()).isEqualTo(OLD);
        assertThat(look(atNew).status()).isEqualTo(410);
    }

    @Test
    void the_old_address_undoes_afterwards_and_everything_goes_the_other_way_round() {
        press(atNew);
        Answer done = press(atOld);

        assertThat(done.header("location").orElseThrow()).contains("did=UNDONE");
        assertThat(address()).isEqualTo(OLD);
        assertThat(town.listing("apple").mail().epoch()).isEqualTo(2);
        assertThat(owed()).contains("AGAIN 2", Kind.UNDONE + " " + OLD, Kind.UNDONE + " " + NEW);
        assertThat(look(atNew).status()).isEqualTo(410);
    }

    @Test
    void confirming_twice_is_confirming_once() {
        Answer page = look(atNew);
        town.pass(Duration.ofSeconds(3));
        for (int i = 0; i < 2; i++) {
            Answer done = Doors.filled(Events.visitor().post(ROUTE).path("token", atNew), page, "confirm", "yes")
                    .to(handler);
            assertThat(done.status()).isEqualTo(303);
        }
        assertThat(town.listing("apple").mail().epoch()).isEqualTo(1);
    }

    @Test
    void without_its_tick_nothing_happens() {
        Answer page = look(atNew);
        town.pass(Duration.ofSeconds(3));
        Answer unticked = Doors.filled(Events.visitor().post(ROUTE).path("token", atNew), page)
                .to(handler);

        assertThat(unticked.status()).isEqualTo(422);
        assertThat(page.page().select("input[checked]")).isEmpty();
        assertThat(address()).isEqualTo(OLD);
    }

    @Test
    void after_three_days_no_end_of_it_works() {
        town.pass(Duration.ofHours(73));

        assertThat(look(atNew).status()).isEqualTo(410);
        assertThat(look(atOld).status()).isEqualTo(410);
    }

    @Test
    void addresses_are_masked_on_the_page() {
        assertThat(look(atNew).body()).doesNotContain(OLD.value()).doesNotContain(NEW.value());
    }
}
