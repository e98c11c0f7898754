package org.warmhandoff.actions.sharewithclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.warmhandoff.actions.Town;
import org.warmhandoff.adapters.http.Answer;
import org.warmhandoff.adapters.http.Events;
import org.warmhandoff.channel.ChannelState;
import org.warmhandoff.channel.How;
import org.warmhandoff.contact.PhoneNumber;
import org.warmhandoff.listing.Listing;
import org.warmhandoff.referral.Actor;
import org.warmhandoff.referral.Move;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.share.Shares;

class ShareWithClientHandlerTest {

    private final Series series = new Series();
    private final List<Referral> basket = series.threeResources();
    private final Map<String, Object> body = Series.body(basket);

    @Test
    void a_share_answers_its_follow_ups_in_basket_order_each_by_both_channels() {
        Answer answer = series.share(body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.at("/followUps").findValuesAsText("channel"))
                .containsExactly("EMAIL", "SMS", "EMAIL", "SMS", "EMAIL", "SMS");
        assertThat(answer.at("/followUps").findValuesAsText("dueAt"))
                .containsExactly(
                        "2026-11-30T15:00:00Z",
                        "2026-11-30T15:00:00Z",
                        "2026-12-01T15:00:00Z",
                        "2026-12-01T15:00:00Z",
                        "2026-12-02T15:00:00Z",
                        "2026-12-02T15:00:00Z");
    }

    @Test
    void the_consent_is_kept_with_who_when_and_the_wording() {
        series.share(body);

        assertThat(series.channel(Series.TEXT).state()).isEqualTo(ChannelState.SUBSCRIBED);
        assertThat(series.channel(Series.TEXT).consent()).hasValueSatisfying(consent -> {
            assertThat(consent.by().value()).isEqualTo(Town.CASEWORKER);
            assertThat(consent.at()).isEqualTo(series.town.now());
            assertThat(consent.wording()).contains("one immediate message with resource information");
        });
    }

    @Test
    void twenty_referrals_by_two_channels_are_one_transaction() {
        Listing[] listings = IntStream.range(0, 20)
                .mapToObj(i -> series.listing("listing" + i, "Program " + i, false))
                .toArray(Listing[]::new);
        List<Referral> twenty = series.refer(Series.ANN, listings);
        series.table().forgetCalls();

        Answer answer = series.share(Series.body(twenty));

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.at("/followUps")).hasSize(40);
        assertThat(series.table().calls().stream().filter(call -> !call.writes().isEmpty()))
                .singleElement()
                .satisfies(call -> assertThat(call.writes()).hasSizeLessThanOrEqualTo(100));
        assertThat(series.table().callCount()).isLessThanOrEqualTo(4);
    }

    @Test
    void nothing_is_shared_without_consent() {
        body.put("consent", false);
        assertThat(series.share(body).pointers()).containsExactly("/consent");
        body.remove("consent");
        Answer answer = series.share(body);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.pointers()).containsExactly("/consent");
    }

    @Test
    void it_takes_an_address_or_a_number_that_is_one() {
        body.remove("email");
        body.remove("phone");
        assertThat(series.share(body).pointers()).containsExactly("/email", "/phone");
        body.put("email", "ann at home");
        body.put("phone", "12");
        assertThat(series.share(body).pointers()).containsExactly("/email", "/phone");
    }

    @Test
    void a_referral_that_is_unknown_or_another_organizations_is_a_404_and_both_look_alike() {
        body.put("referralIds", List.of("01KAMQUNKNOWN"));
        Answer unknown = series.share(body);
        Answer foreign = Events.signedIn(Town.VALLEY_CASEWORKER)
                .post("/api/shares")
                .json(Series.body(basket))
                .to(series.handler());
        body.put("referralIds", List.of("no such thing!"));
        Answer mangled = series.share(body);

        assertThat(List.of(unknown.status(), foreign.status(), mangled.status()))
                .containsOnly(404);
        assertThat(foreign.body()).isEqualTo(unknown.body()).isEqualTo(mangled.body());
    }

    @Test
    void only_a_caseworker_shares() {
        assertThat(Events.signedIn(Town.RECEIVER)
                        .post("/api/shares")
                        .json(body)
                        .to(series.handler())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_basket_is_of_one_client_distinct_and_open() {
        series.town.save(Town.client("client-bea", "Bea", "Barnes"));
        Referral others =
                series.refer("client-bea", series.town.listing("pantry")).getFirst();
        Referral closed = series.referral(basket.get(1));
        series.referrals().save(closed, (Move.Moved) closed.withdraw(Actor.member("Dana Ortiz"), series.town.now()));

        body.put(
                "referralIds",
                List.of(
                        basket.getFirst().id().value(),
                        closed.id().value(),
                        others.id().value()));
        assertThat(series.share(body).pointers()).containsExactly("/referralIds/1", "/referralIds/2");

        String one = basket.getFirst().id().value();
        body.put("referralIds", List.of(one, one));
        assertThat(series.share(body).pointers()).containsExactly("/referralIds/1");
    }

    @Test
    void a_client_who_is_not_to_be_contacted_gets_nothing() {
        series.doNotContact();

        Answer answer = series.share(body);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.at("/type").asText()).endsWith("/do-not-contact");
    }

    @Test
    void an_opted_out_number_refuses_the_whole_share_with_what_to_tell_the_client() {
        series.optOut(Series.TEXT, How.STOP);

        Answer answer = series.share(body);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.at("/type").asText()).endsWith("/opted-out");
        assertThat(answer.at("/channel").asText()).isEqualTo("SMS");
        assertThat(answer.at("/tell").asText()).contains("Text START or Yes or UNSTOP to (937) 401-0653");
        series.run();
        assertThat(series.sent).isEmpty();
    }

    /** Somebody does this when everything is read and nothing is written. */
    private void justBeforeItIsWritten(Runnable what) {
        boolean[] done = {false};
        series.table().script(call -> {
            if (!done[0] && call.operation().equals("write")) {
                done[0] = true;
                what.run();
            }
            return Optional.empty();
        });
    }

    @Test
    void stop_while_it_is_being_shared_stands_and_refuses_the_share() {
        justBeforeItIsWritten(() -> series.optOut(Series.TEXT, How.STOP));

        Answer answer = series.share(body);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.at("/type").asText()).endsWith("/opted-out");
        assertThat(series.channel(Series.TEXT).state()).isEqualTo(ChannelState.OPTED_OUT);
        series.run();
        assertThat(series.sent).isEmpty();
    }

    @Test
    void another_share_to_the_number_at_the_same_moment_is_lost_to_neither() {
        justBeforeItIsWritten(() -> series.table().write(series.touch(Series.TEXT)));

        Answer answer = series.share(body);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(series.channel(Series.TEXT).organizations()).contains(Town.HARBOR, Town.VALLEY);
    }

    @Test
    void do_not_contact_while_it_is_being_shared_refuses_the_share() {
        justBeforeItIsWritten(series::doNotContact);

        Answer answer = series.share(body);

        assertThat(answer.at("/type").asText()).endsWith("/do-not-contact");
        series.run();
        assertThat(series.sent).isEmpty();
    }

    @Test
    void what_is_withdrawn_while_it_is_being_shared_is_not_shared() {
        justBeforeItIsWritten(() -> series.withdraw(basket.get(1)));

        Answer answer = series.share(body);

        assertThat(answer.pointers()).containsExactly("/referralIds/1");
    }

    @Test
    void an_opted_out_address_offers_texts() {
        series.optOut(Series.MAIL, How.UNSUBSCRIBE);

        Answer answer = series.share(body);

        assertThat(answer.at("/channel").asText()).isEqualTo("EMAIL");
        assertThat(answer.at("/tell").asText())
                .contains("if they would like to receive information on their referrals by text message");
    }

    @Test
    void each_referral_is_shared_by_a_channel_once_ever() {
        body.remove("email");
        series.share(body);

        Answer again = series.share(body);
        body.remove("phone");
        body.put("email", "ann@client.example");
        Answer other = series.share(body);

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.at("/type").asText()).endsWith("/already-shared");
        assertThat(other.status()).isEqualTo(201);
    }

    @Test
    void the_same_request_again_is_the_same_share() {
        Answer first = series.event(body).header("idempotency-key", "k-1").to(series.handler());
        Answer again = series.event(body).header("idempotency-key", "k-1").to(series.handler());
        body.remove("email");
        Answer other = series.event(body).header("idempotency-key", "k-1").to(series.handler());

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("idempotency-replayed")).contains("true");
        assertThat(other.status()).isEqualTo(422);
        series.run();
        assertThat(series.sent).hasSize(2);
    }

    @Test
    void a_client_is_shared_with_so_often_a_week_and_says_when_to_come_back() {
        series.limits = new Shares.Limits(1, 60);
        body.remove("email");
        series.share(body);
        body.remove("phone");
        body.put("email", "ann@client.example");

        Answer answer = series.share(body);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(Long.parseLong(answer.header("retry-after").orElseThrow()))
                .isBetween(1L, Duration.ofDays(7).toSeconds());
        assertThat(series.mails()).isEmpty();
    }

    @Test
    void a_typed_number_is_kept_on_the_profile_where_the_caseworker_says_so() {
        body.put("phone", "937 555 0199");
        body.put("saveToProfile", true);

        series.share(body);

        assertThat(series.ann().phones())
                .containsExactly(new PhoneNumber("+19375550155"), new PhoneNumber("+19375550199"));
        assertThat(series.ann().emails()).hasSize(1);
    }

    @Test
    void a_follow_up_can_be_asked_for_only_of_the_basket() {
        body.put("followUp", List.of(basket.getFirst().id().value(), "01KAMQOTHER"));
        assertThat(series.share(body).pointers()).containsExactly("/followUp/1");
    }
}
