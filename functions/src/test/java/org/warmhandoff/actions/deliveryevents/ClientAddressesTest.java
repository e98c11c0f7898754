package org.warmhandoff.actions.deliveryevents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.warmhandoff.actions.sharewithclient.Series;
import org.warmhandoff.adapters.dynamo.ProviderIdItem;
import org.warmhandoff.adapters.mail.SesEvent;
import org.warmhandoff.adapters.sms.TextFailure;
import org.warmhandoff.channel.ChannelKind;
import org.warmhandoff.channel.ChannelState;
import org.warmhandoff.channel.How;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.link.Link;
import org.warmhandoff.link.Purpose;
import org.warmhandoff.link.Target;
import org.warmhandoff.link.TokenHash;
import org.warmhandoff.message.CloseReason;
import org.warmhandoff.message.FollowUpState;
import org.warmhandoff.message.MessageKey;
import org.warmhandoff.message.Report;
import org.warmhandoff.referral.Delivery;
import org.warmhandoff.referral.FollowUp;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.share.ShareId;

/** What comes back of messages to clients. */
class ClientAddressesTest {

    private final Series series = new Series();
    private final Hear hear = new Hear(
            series.town.table(),
            series.town.clock(),
            series.ids,
            new ClientAddresses(series.town.table(), series.town.addressKey()));
    private final List<Referral> basket = series.threeResources();
    private final ShareId share = series.shared(basket);

    ClientAddressesTest() {
        series.run();
    }

    private void mailEvent(String id, Report report) {
        hear.mail(
                id,
                new SesEvent(
                        MessageKey.first(share, ChannelKind.EMAIL),
                        Optional.of(new EmailAddress(Series.MAIL.value())),
                        report));
    }

    private void bounces() {
        mailEvent("event-1", Report.dead(Delivery.State.BOUNCED, "There is no such mailbox."));
        series.run();
    }

    private List<FollowUp> followUps(ChannelKind channel) {
        return series.history(basket.getFirst()).followUps().stream()
                .filter(followUp -> followUp.channel() == channel)
                .toList();
    }

    private Link sentAt(Instant time) {
        return new Link(
                TokenHash.of("token"),
                Purpose.RESOURCES,
                new Target.Basket(share, Series.MAIL),
                time,
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void a_hard_bounce_shows_in_every_referral_of_the_basket() {
        bounces();

        for (Referral referral : basket) {
            assertThat(series.referral(referral).shares())
                    .filteredOn(shared -> shared.channel() == ChannelKind.EMAIL)
                    .singleElement()
                    .satisfies(shared -> assertThat(shared.delivery())
                            .isEqualTo(new Delivery(Delivery.State.BOUNCED, "There is no such mailbox.")));
            assertThat(series.activity(referral)).contains("Information email came back: There is no such mailbox.");
        }
    }

    @Test
    void a_hard_bounce_closes_what_is_owed_to_that_address_and_leaves_the_texts() {
        bounces();

        assertThat(followUps(ChannelKind.EMAIL)).singleElement().satisfies(followUp -> {
            assertThat(followUp.state()).isEqualTo(FollowUpState.CLOSED);
            assertThat(followUp.closedBecause()).contains(CloseReason.BOUNCED);
        });
        assertThat(followUps(ChannelKind.SMS))
                .singleElement()
                .satisfies(followUp -> assertThat(followUp.state()).isEqualTo(FollowUpState.OWED));
    }

    @Test
    void a_hard_bounce_ends_the_links_that_were_sent_there_and_not_those_sent_later() {
        Instant sent = series.town.now();
        series.pass(Duration.ofMinutes(1));
        bounces();

        assertThat(series.channel(Series.MAIL).opens(sentAt(sent))).isFalse();
        assertThat(series.channel(Series.MAIL).opens(sentAt(sent.plusSeconds(3_600))))
                .isTrue();
        assertThat(series.channel(Series.TEXT).opens(sentAt(sent))).isTrue();
        assertThat(series.channel(Series.MAIL).state()).isEqualTo(ChannelState.SUBSCRIBED);
    }

    @Test
    void a_complaint_opts_the_address_out() {
        mailEvent("event-2", Report.unwanted());

        assertThat(series.channel(Series.MAIL).state()).isEqualTo(ChannelState.OPTED_OUT);
        assertThat(series.channel(Series.MAIL).how()).contains(How.COMPLAINT);
        assertThat(series.channel(Series.TEXT).state()).isEqualTo(ChannelState.SUBSCRIBED);
    }

    @Test
    void a_complaint_after_an_unsubscription_leaves_that_as_it_was_and_is_heard_twice_without_harm() {
        series.optOut(Series.MAIL, How.UNSUBSCRIBE);

        mailEvent("event-3", Report.unwanted());
        mailEvent("event-3", Report.unwanted());

        assertThat(series.channel(Series.MAIL).how()).contains(How.UNSUBSCRIBE);
    }

    @Test
    void a_text_that_failed_says_so_to_the_sender() {
        assertThat(series.town.table().get(ProviderIdItem.key("text-1"))).isPresent();

        hear.text(
                "log-1",
                new TextFailure("text-1", Report.of(Delivery.State.FAILED, "The phone could not be reached.")));

        assertThat(series.referral(basket.getFirst()).shares())
                .filteredOn(shared -> shared.channel() == ChannelKind.SMS)
                .singleElement()
                .satisfies(
                        shared -> assertThat(shared.delivery().detail()).isEqualTo("The phone could not be reached."));
    }

    @Test
    void a_number_that_takes_no_texts_is_not_asked_later() {
        hear.text(
                "log-2",
                new TextFailure("text-1", Report.dead(Delivery.State.FAILED, "The number cannot receive texts.")));
        series.run();

        assertThat(followUps(ChannelKind.SMS))
                .singleElement()
                .satisfies(followUp -> assertThat(followUp.closedBecause()).contains(CloseReason.FAILED));
    }
}
