package org.warmhandoff.actions.sharewithclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.warmhandoff.channel.ChannelAddress;
import org.warmhandoff.channel.ChannelKind;
import org.warmhandoff.channel.ChannelState;
import org.warmhandoff.channel.How;
import org.warmhandoff.message.CloseReason;
import org.warmhandoff.message.FollowUpState;
import org.warmhandoff.message.MessageKey;
import org.warmhandoff.message.OutgoingMail;
import org.warmhandoff.message.Submission;
import org.warmhandoff.referral.Actor;
import org.warmhandoff.referral.Answer;
import org.warmhandoff.referral.Delivery;
import org.warmhandoff.referral.Move;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.share.ShareId;
import org.warmhandoff.text.SmsLength;

/** The whole series of a share, from the first message to the last question, over a table in memory. */
class MessagesToClientsTest {

    private final Series series = new Series();

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }

    private ShareId share(List<Referral> basket) {
        var answer = series.share(Series.body(basket));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return new ShareId(answer.at("/shareId").asText());
    }

    @Nested
    class The_seeds_example {

        private final List<Referral> basket = series.threeResources();

        @Test
        void one_first_message_per_channel_with_all_three_sites_then_a_question_each_on_days_7_8_and_9() {
            share(basket);
            series.run();

            assertThat(series.sent).hasSize(2);
            assertThat(series.mails()).singleElement().satisfies(mail -> {
                assertThat(mail.to()).isEqualTo("ann@client.example");
                assertThat(mail.words())
                        .contains("Food Pantry", "Homeless Shelter", "Legal Aid", "https://w.example/c/");
            });
            assertThat(series.texts()).singleElement().satisfies(text -> {
                assertThat(text.to()).isEqualTo("+19375550155");
                assertThat(text.words()).startsWith("Warm Handoff").contains("https://w.example/c/");
            });

            series.sent.clear();
            series.pass(days(6).plusHours(23));
            assertThat(series.sent).as("nothing before day 7").isEmpty();

            series.pass(Duration.ofHours(2));
            assertThat(series.sent)
                    .extracting(Series.Taken::at)
                    .containsOnly(Instant.parse("2026-11-30T15:00:00Z"))
                    .hasSize(2);
            assertThat(series.mails().getFirst().words())
                    .contains("Food Pantry")
                    .doesNotContain("Legal Aid");

            series.sent.clear();
            series.pass(days(1));
            assertThat(series.sent).extracting(Series.Taken::at).containsOnly(Instant.parse("2026-12-01T15:00:00Z"));
            assertThat(series.mails().getFirst().words()).contains("Homeless Shelter");

            series.sent.clear();
            series.pass(days(1));
            assertThat(series.sent).extracting(Series.Taken::at).containsOnly(Instant.parse("2026-12-02T15:00:00Z"));
            assertThat(series.mails().getFirst().words()).contains("Legal Aid");

            series.sent.clear();
            series.pass(days(60));
            assertThat(series.sent).as("asked once").isEmpty();
            assertThat(series.owed()).isEmpty();
        }

        @Test
        void every_follow_up_has_its_alarm_clock_at_the_planned_time() {
            ShareId share = share(basket);
            basket.forEach(referral -> series.deliver(MessageKey.followUp(referral.id(), share, ChannelKind.SMS)));

            assertThat(series.alarms.values())
                    .containsExactly(
                            Instant.parse("2026-11-30T15:00:00Z"),
                            Instant.parse("2026-12-01T15:00:00Z"),
                            Instant.parse("2026-12-02T15:00:00Z"));
        }

        @Test
        void the_activity_tells_of_each_message_and_the_share_shows_that_it_was_sent() {
            share(basket);
            series.run();
            series.pass(days(7));

            assertThat(series.activity(basket.getFirst()))
                    .contains(
                            "Shared with the client by email and text",
                            "Information sent to the client by email",
                            "Information sent to the client by text",
                            "Asked the client by email whether help arrived",
                            "Asked the client by text whether help arrived");
            assertThat(series.referral(basket.getLast()).shares())
                    .hasSize(2)
                    .allSatisfy(shared -> assertThat(shared.delivery().state()).isEqualTo(Delivery.State.SENT));
        }

        @Test
        void stop_on_day_7_ends_the_texts_and_not_the_emails() {
            share(basket);
            series.pass(days(7));
            series.sent.clear();

            series.optOut(Series.TEXT, How.STOP);
            series.pass(days(2));

            assertThat(series.texts()).isEmpty();
            assertThat(series.mails()).hasSize(2);
            assertThat(closings(basket.get(1), ChannelKind.SMS)).contains(CloseReason.OPTED_OUT);
            assertThat(series.activity(basket.get(1))).contains("Follow-up text not sent: its recipient opted out");
        }

        @Test
        void start_before_a_question_is_due_brings_it_back() {
            share(basket);
            series.pass(days(7));
            series.optOut(Series.TEXT, How.STOP);
            series.optIn(Series.TEXT, How.START);
            series.sent.clear();

            series.pass(days(1));

            assertThat(series.texts()).hasSize(1);
        }

        @Test
        void each_text_that_asks_carries_a_letter_of_its_own() {
            share(basket);
            series.pass(days(9));

            assertThat(series.texts().stream().skip(1).map(Series.Taken::words))
                    .satisfiesExactly(
                            one -> assertThat(one).contains("referral A?"),
                            two -> assertThat(two).contains("referral B?"),
                            three -> assertThat(three).contains("referral C?"));
        }

        @Test
        void two_texts_that_ask_at_one_moment_do_not_carry_the_same_letter() {
            ShareId share = share(basket);
            series.run();
            series.town.pass(days(8));
            series.sent.clear();
            boolean[] done = justBeforeTheClaim(
                    () -> series.deliver(MessageKey.followUp(basket.get(1).id(), share, ChannelKind.SMS)));

            series.deliver(MessageKey.followUp(basket.getFirst().id(), share, ChannelKind.SMS));

            assertThat(done[0]).isTrue();
            assertThat(series.texts().stream().map(Series.Taken::words))
                    .satisfiesExactlyInAnyOrder(
                            one -> assertThat(one).contains("referral A?"),
                            two -> assertThat(two).contains("referral B?"));
        }

        @Test
        void every_text_is_one_part_of_the_plain_alphabet() {
            share(basket);
            series.pass(days(9));

            assertThat(series.texts())
                    .hasSize(4)
                    .allSatisfy(text ->
                            assertThat(SmsLength.of(text.words()).parts()).isEqualTo(1));
        }
    }

    private Optional<CloseReason> closings(Referral referral, ChannelKind channel) {
        return series.history(referral).followUps().stream()
                .filter(followUp -> followUp.channel() == channel)
                .findFirst()
                .flatMap(followUp -> followUp.closedBecause());
    }

    /** The claim is the first transaction of several writes. */
    private boolean[] justBeforeTheClaim(Runnable what) {
        boolean[] done = {false};
        series.table().script(call -> {
            if (!done[0] && call.writes().size() > 1) {
                done[0] = true;
                what.run();
            }
            return Optional.empty();
        });
        return done;
    }

    @Nested
    class A_basket_that_changes_before_its_first_message_goes_out {

        private final List<Referral> basket = series.threeResources();

        @ParameterizedTest
        @EnumSource(ChannelKind.class)
        void with_nothing_of_it_left_nobody_is_sent_anywhere(ChannelKind channel) {
            ShareId share = share(basket);
            basket.forEach(series::withdraw);

            series.deliver(MessageKey.first(share, channel));

            assertThat(series.sent).isEmpty();
            assertThat(series.referral(basket.getFirst()).shares())
                    .filteredOn(shared -> shared.channel() == channel)
                    .allSatisfy(shared -> assertThat(shared.delivery().state()).isEqualTo(Delivery.State.SUPPRESSED));
        }

        @ParameterizedTest
        @EnumSource(ChannelKind.class)
        void nor_where_that_happens_just_before_the_claim(ChannelKind channel) {
            ShareId share = share(basket);
            boolean[] done = justBeforeTheClaim(() -> basket.forEach(series::withdraw));

            series.deliver(MessageKey.first(share, channel));

            assertThat(done[0]).isTrue();
            assertThat(series.sent).isEmpty();
        }

        @Test
        void an_email_tells_of_what_is_left() {
            ShareId share = share(basket);
            justBeforeTheClaim(() -> series.withdraw(basket.getFirst()));

            series.deliver(MessageKey.first(share, ChannelKind.EMAIL));

            assertThat(series.mails())
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.words())
                            .doesNotContain("Food Pantry")
                            .contains("Homeless Shelter", "Legal Aid"));
        }

        @Test
        void what_is_answered_meanwhile_is_still_told_of() {
            ShareId share = share(basket);
            justBeforeTheClaim(() -> series.accept(basket.getFirst()));

            series.deliver(MessageKey.first(share, ChannelKind.EMAIL));

            assertThat(series.mails())
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.words()).contains("Food Pantry"));
        }
    }

    @Nested
    class An_opt_out_in_every_gap_of_the_send_path {

        private final List<Referral> basket = series.threeResources();

        @ParameterizedTest
        @EnumSource(
                value = How.class,
                names = {"STOP", "UNSUBSCRIBE", "ONE_CLICK", "CASEWORKER", "COMPLAINT", "CARRIER"})
        void before_the_first_message_is_looked_at_it_is_not_sent(How how) {
            share(basket);
            series.optOut(Series.TEXT, how);
            series.optOut(Series.MAIL, how);

            series.run();

            assertThat(series.sent).isEmpty();
            assertThat(series.activity(basket.getFirst()))
                    .contains("Information text not sent: its recipient opted out");
            assertThat(series.referral(basket.getFirst()).shares())
                    .allSatisfy(shared -> assertThat(shared.delivery().state()).isEqualTo(Delivery.State.SUPPRESSED));
        }

        @Test
        void between_the_decision_and_the_claim_the_claim_finds_it() {
            ShareId share = share(basket);
            MessageKey first = MessageKey.first(share, ChannelKind.SMS);
            series.table().forgetCalls();
            boolean[] done = {false};
            // The claim is the first transaction of several writes: right before it somebody texts STOP.
            series.table().script(call -> {
                if (!done[0] && call.writes().size() > 1) {
                    done[0] = true;
                    series.optOut(Series.TEXT, How.STOP);
                }
                return Optional.empty();
            });

            series.deliver(first);

            assertThat(done[0]).isTrue();
            assertThat(series.sent).isEmpty();
            assertThat(series.channel(Series.TEXT).state()).isEqualTo(ChannelState.OPTED_OUT);
        }

        @Test
        void between_the_claim_and_the_provider_it_may_go_out_and_nothing_after_it() {
            ShareId share = share(basket);
            series.beforeSending = () -> series.optOut(Series.TEXT, How.STOP);

            series.deliver(MessageKey.first(share, ChannelKind.SMS));
            series.pass(days(10));

            assertThat(series.texts()).hasSize(1);
        }

        @Test
        void a_second_try_after_a_lost_reply_asks_again_whether_it_is_wanted() {
            ShareId share = share(basket);
            series.textSubmission = new Submission.Unknown();
            series.deliver(MessageKey.first(share, ChannelKind.SMS));
            series.textSubmission = new Submission.Accepted("text-2");

            series.optOut(Series.TEXT, How.STOP);
            series.pass(Duration.ofHours(1));

            assertThat(series.texts()).isEmpty();
        }

        @ParameterizedTest
        @EnumSource(ChannelKind.class)
        void between_the_questions_decision_and_its_claim_the_claim_finds_it_too(ChannelKind channel) {
            ChannelAddress to = channel == ChannelKind.SMS ? Series.TEXT : Series.MAIL;
            overtakesTheQuestion(channel, () -> series.optOut(to, How.STOP), CloseReason.OPTED_OUT);
        }

        @Test
        void between_the_first_mails_decision_and_its_claim_too() {
            ShareId share = share(basket);
            justBeforeTheClaim(() -> series.optOut(Series.MAIL, How.ONE_CLICK));

            series.deliver(MessageKey.first(share, ChannelKind.EMAIL));

            assertThat(series.sent).isEmpty();
        }

        @ParameterizedTest
        @EnumSource(ChannelKind.class)
        void do_not_contact_just_before_a_claim_is_found_by_it(ChannelKind channel) {
            ShareId share = share(basket);
            justBeforeTheClaim(series::doNotContact);
            series.deliver(MessageKey.first(share, channel));
            assertThat(series.sent).as("first message").isEmpty();
        }

        @ParameterizedTest
        @EnumSource(ChannelKind.class)
        void do_not_contact_just_before_the_claim_of_a_question_is_found_by_it(ChannelKind channel) {
            overtakesTheQuestion(channel, series::doNotContact, CloseReason.DO_NOT_CONTACT);
        }

        @ParameterizedTest
        @EnumSource(ChannelKind.class)
        void a_referral_that_is_withdrawn_just_before_the_claim_is_not_asked_about(ChannelKind channel) {
            overtakesTheQuestion(channel, () -> series.withdraw(basket.getFirst()), CloseReason.WITHDRAWN);
        }

        @ParameterizedTest
        @EnumSource(ChannelKind.class)
        void what_the_client_answers_elsewhere_just_before_the_claim_is_not_asked(ChannelKind channel) {
            ShareId share = share(basket);
            series.run();
            series.town.pass(days(7));
            ChannelKind other = channel == ChannelKind.SMS ? ChannelKind.EMAIL : ChannelKind.SMS;
            series.deliver(MessageKey.followUp(basket.getFirst().id(), share, other));
            series.sent.clear();
            justBeforeTheClaim(() -> series.answer(basket.getFirst(), share, Answer.NO));

            series.deliver(MessageKey.followUp(basket.getFirst().id(), share, channel));

            assertThat(series.sent).isEmpty();
            assertThat(closings(basket.getFirst(), channel)).contains(CloseReason.ANSWERED);
        }

        /** Somebody does this when everything is decided and nothing is claimed: the claim must not go through. */
        private void overtakesTheQuestion(ChannelKind channel, Runnable what, CloseReason reason) {
            ShareId share = share(basket);
            series.run();
            series.town.pass(days(7));
            series.sent.clear();
            boolean[] done = justBeforeTheClaim(what);

            series.deliver(MessageKey.followUp(basket.getFirst().id(), share, channel));

            assertThat(done[0]).isTrue();
            assertThat(series.sent).isEmpty();
            assertThat(closings(basket.getFirst(), channel)).contains(reason);
        }

        @Test
        void an_opted_out_answer_of_the_carrier_is_an_opt_out() {
            share(basket);
            series.textSubmission = new Submission.OptedOut();

            series.run();

            assertThat(series.channel(Series.TEXT).state()).isEqualTo(ChannelState.OPTED_OUT);
            assertThat(series.channel(Series.TEXT).how()).contains(How.CARRIER);
            assertThat(series.channel(Series.MAIL).state()).isEqualTo(ChannelState.SUBSCRIBED);
        }
    }

    @Nested
    class Decided_again_when_due {

        private final List<Referral> basket = series.threeResources();

        @Test
        void a_rejected_referral_is_not_asked_about() {
            share(basket);
            series.run();
            Referral rejected = series.referral(basket.getFirst());
            Move move = rejected.reject(
                    org.warmhandoff.referral.RejectReason.values()[0],
                    "",
                    Actor.staffOf("Food Pantry"),
                    series.town.now());
            series.referrals().save(rejected, (Move.Moved) move);
            series.sent.clear();

            series.pass(days(7));

            assertThat(series.sent).isEmpty();
            assertThat(closings(basket.getFirst(), ChannelKind.EMAIL)).contains(CloseReason.REJECTED);
        }

        @Test
        void a_withdrawn_referral_is_not_asked_about() {
            share(basket);
            series.run();
            Referral sent = series.referral(basket.getFirst());
            Move move = sent.withdraw(Actor.member("Dana Ortiz"), series.town.now());
            series.referrals().save(sent, (Move.Moved) move);

            series.pass(days(7));

            assertThat(closings(basket.getFirst(), ChannelKind.SMS)).contains(CloseReason.WITHDRAWN);
        }

        @Test
        void what_is_found_in_the_night_waits_for_nine_in_the_morning() {
            share(basket);
            series.run();
            series.sent.clear();
            // Nobody looks for half a day: 23:00 in the client's zone.
            series.town.pass(days(7).plusHours(13));
            series.run();
            assertThat(series.sent).isEmpty();

            series.pass(Duration.ofHours(11));

            assertThat(series.sent).extracting(Series.Taken::at).contains(Instant.parse("2026-12-01T14:00:00Z"));
        }

        @Test
        void do_not_contact_closes_everything_owed_with_its_reason() {
            share(basket);
            series.run();
            series.sent.clear();

            series.doNotContact();
            series.run();

            for (Referral referral : basket) {
                assertThat(series.history(referral).followUps()).hasSize(2).allSatisfy(followUp -> {
                    assertThat(followUp.state()).isEqualTo(FollowUpState.CLOSED);
                    assertThat(followUp.closedBecause()).contains(CloseReason.DO_NOT_CONTACT);
                });
                assertThat(series.activity(referral))
                        .contains("Follow-up text not sent: the client is not to be contacted");
            }
            series.pass(days(20));
            assertThat(series.sent).isEmpty();
        }

        @Test
        void do_not_contact_is_in_force_before_its_job_ran() {
            ShareId share = share(basket);
            series.doNotContact();

            series.deliver(MessageKey.first(share, ChannelKind.EMAIL));
            series.deliver(MessageKey.first(share, ChannelKind.SMS));

            assertThat(series.sent).isEmpty();
        }
    }

    @Nested
    class Places_that_are_not_named {

        @Test
        void the_email_about_a_safety_listing_carries_the_link_alone_and_nothing_is_asked() {
            List<Referral> basket = series.refer(Series.ANN, series.listing("haven", "Haven for Women", true));
            var answer = series.share(Series.body(basket));

            series.pass(days(10));

            assertThat(answer.at("/followUps")).isEmpty();
            assertThat(series.sent).hasSize(2).allSatisfy(one -> {
                assertThat(one.words()).doesNotContain("Haven");
                if (one.message() instanceof OutgoingMail mail) {
                    assertThat(mail.html()).doesNotContain("Haven").doesNotContain("Orchard");
                }
            });
        }

        @Test
        void it_is_asked_about_without_its_name_where_the_caseworker_wants_that() {
            List<Referral> basket = series.refer(Series.ANN, series.listing("haven", "Haven for Women", true));
            Map<String, Object> body = Series.body(basket);
            body.put("followUp", List.of(basket.getFirst().id().value()));
            series.share(body);

            series.pass(days(7));

            assertThat(series.sent)
                    .hasSize(4)
                    .allSatisfy(one -> assertThat(one.words()).doesNotContain("Haven"));
        }
    }

    @Test
    void no_token_and_no_address_is_in_what_schedules_carry_and_no_token_is_in_the_table() {
        List<Referral> basket = series.threeResources();
        share(basket);
        series.pass(days(9));

        assertThat(series.alarms.keySet())
                .extracting(MessageKey::text)
                .noneMatch(text -> text.contains("@") || text.contains("937555"));
        String table = series.table().everythingAsText();
        assertThat(series.sent).allSatisfy(one -> {
            var found = java.util.regex.Pattern.compile("https://w\\.example/[cfu]/([A-Za-z0-9_-]+)")
                    .matcher(one.words());
            while (found.find()) {
                assertThat(table).doesNotContain(found.group(1));
            }
        });
    }
}
