package org.warmhandoff.actions.inboundsms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.actions.Browser;
import org.warmhandoff.actions.clientfeedback.Visiting;
import org.warmhandoff.actions.sharewithclient.Series;
import org.warmhandoff.adapters.dynamo.MemoryTable;
import org.warmhandoff.channel.ChannelKind;
import org.warmhandoff.channel.ChannelState;
import org.warmhandoff.channel.How;
import org.warmhandoff.message.CloseReason;
import org.warmhandoff.message.FollowUpState;
import org.warmhandoff.message.OutgoingText;
import org.warmhandoff.referral.Answer;
import org.warmhandoff.referral.FollowUp;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.referral.Status;

/** What clients text back. */
class InboundSmsHandlerTest {

    private static final String ANN = Series.TEXT.value();
    private static final String STRANGER = "+19375550177";

    private final Series series = new Series();
    private final Texting phone = new Texting(series);

    private void says(String body) {
        phone.from(ANN, body);
        series.run();
    }

    private List<String> texts(String to) {
        return series.sent.stream()
                .filter(one -> one.message() instanceof OutgoingText && one.to().equals(to))
                .map(Series.Taken::words)
                .toList();
    }

    private List<Referral> asked(int days) {
        List<Referral> basket = series.threeResources();
        series.shared(basket);
        series.run();
        series.pass(Duration.ofDays(days));
        return basket;
    }

    private FollowUp followUp(Referral referral, ChannelKind channel) {
        return series.history(referral).followUps().stream()
                .filter(one -> one.channel() == channel)
                .findFirst()
                .orElseThrow();
    }

    private Status status(Referral referral) {
        return series.referral(referral).status();
    }

    @Nested
    class An_answer {

        @Test
        void counts_when_one_question_is_open_and_answers_it_on_both_channels() {
            Referral pantry = asked(7).getFirst();

            says(" 1. ");

            assertThat(status(pantry)).isEqualTo(Status.SERVICE_COMPLETED);
            assertThat(series.activity(pantry)).contains("Yes, I've received services");
            assertThat(series.history(pantry).followUps()).hasSize(2).allSatisfy(one -> {
                assertThat(one.state()).isEqualTo(FollowUpState.ANSWERED);
                assertThat(one.closedBecause()).isEmpty();
            });
        }

        @Test
        void that_is_bare_while_two_are_open_is_asked_back_for_and_changes_nothing() {
            List<Referral> basket = asked(8);
            int before = texts(ANN).size();

            says("1");

            assertThat(basket).allSatisfy(one -> assertThat(status(one)).isEqualTo(Status.SENT));
            assertThat(texts(ANN)).hasSize(before + 1);
            assertThat(texts(ANN).getLast()).contains("A, B?", "like A 1");

            says("b 3");
            assertThat(status(basket.get(1))).isEqualTo(Status.CANCELED);
            assertThat(status(basket.get(0))).isEqualTo(Status.SENT);

            says("no");
            assertThat(series.activity(basket.get(0))).contains("No, I did not receive services");
        }

        @Test
        void with_a_letter_that_no_question_carries_is_asked_back_for() {
            Referral pantry = asked(7).getFirst();

            says("Q 1");

            assertThat(status(pantry)).isEqualTo(Status.SENT);
            assertThat(texts(ANN).getLast()).contains("Which one do you mean: A?");
        }

        @Test
        void given_on_the_page_leaves_no_question_open_for_the_phone() {
            List<Referral> basket = asked(8);
            Series.Taken mail = series.sent.stream()
                    .filter(one -> one.to().equals(Series.MAIL.value()) && Browser.links(one, 'f'))
                    .findFirst()
                    .orElseThrow();
            Visiting.browser(series).send(Browser.link(mail, 'f'), "answer", "NO");

            says("1");

            assertThat(status(basket.get(0))).isEqualTo(Status.SENT);
            assertThat(status(basket.get(1))).isEqualTo(Status.SERVICE_COMPLETED);
        }

        @Test
        void that_was_given_before_the_question_answers_it_too_and_is_one_note() {
            List<Referral> basket = series.threeResources();
            series.shared(basket);
            series.run();
            String page = Browser.link(series.sent.getFirst(), 'c');
            Visiting.browser(series).send(page + "/1", "answer", "NO");
            series.pass(Duration.ofDays(7));
            assertThat(followUp(basket.getFirst(), ChannelKind.SMS).state()).isEqualTo(FollowUpState.ASKED);

            says("2");

            assertThat(series.history(basket.getFirst()).followUps()).allSatisfy(one -> {
                assertThat(one.state()).isEqualTo(FollowUpState.ANSWERED);
                assertThat(one.answered().orElseThrow().answer()).isEqualTo(Answer.NO);
            });
            assertThat(series.activity(basket.getFirst()).stream().filter("No, I did not receive services"::equals))
                    .hasSize(1);
            int before = texts(ANN).size();
            says("1");
            assertThat(status(basket.getFirst())).as("nothing is open any more").isEqualTo(Status.SENT);
            assertThat(texts(ANN)).hasSize(before + 1);
        }

        @Test
        void twice_delivered_by_the_topic_is_heard_once() {
            Referral pantry = asked(7).getFirst();

            phone.from(ANN, "2", "the-same");
            int before = texts(ANN).size();
            phone.from(ANN, "2", "the-same");
            series.run();

            assertThat(series.activity(pantry).stream().filter("No, I did not receive services"::equals))
                    .hasSize(1);
            assertThat(texts(ANN).subList(before, texts(ANN).size()))
                    .singleElement()
                    .satisfies(thanks -> assertThat(thanks).contains("Thank you"));
        }

        @Test
        void delivered_once_more_the_next_day_does_not_answer_the_next_question() {
            List<Referral> basket = asked(7);
            phone.from(ANN, "1", "the-same");
            series.pass(Duration.ofDays(1));

            phone.from(ANN, "1", "the-same");

            assertThat(status(basket.get(0))).isEqualTo(Status.SERVICE_COMPLETED);
            assertThat(status(basket.get(1))).isEqualTo(Status.SENT);
        }

        @Test
        void delivered_twice_at_one_moment_is_heard_once() {
            Referral pantry = asked(7).getFirst();
            boolean[] done = {false};
            series.town.table().script(call -> {
                if (!done[0] && call.operation().equals("write")) {
                    done[0] = true;
                    phone.from(ANN, "2", "the-same");
                }
                return Optional.<MemoryTable.Fault>empty();
            });

            phone.from(ANN, "2", "the-same");

            assertThat(done[0]).isTrue();
            assertThat(series.activity(pantry).stream().filter("No, I did not receive services"::equals))
                    .hasSize(1);
        }

        @Test
        void comes_too_late_thirty_days_after_the_question() {
            Referral last = asked(9).getLast();
            series.pass(Duration.ofDays(30));

            says("1");

            assertThat(status(last)).isEqualTo(Status.SENT);
        }

        @Test
        void from_an_opted_out_number_counts_and_is_not_confirmed() {
            Referral pantry = asked(7).getFirst();
            says("STOP");
            int before = texts(ANN).size();

            says("2");

            assertThat(series.activity(pantry)).contains("No, I did not receive services");
            assertThat(texts(ANN)).hasSize(before);
        }
    }

    @Nested
    class Stop {

        @ParameterizedTest
        @ValueSource(strings = {"STOP", "stop!", "Opt out", "please stop texting me", "no más mensajes", "alto"})
        void is_in_force_at_once_confirmed_once_and_closes_nothing_ahead(String body) {
            Referral pantry = asked(0).getFirst();
            int before = texts(ANN).size();

            says(body);
            says(body);

            assertThat(series.channel(Series.TEXT).state()).isEqualTo(ChannelState.OPTED_OUT);
            assertThat(series.channel(Series.TEXT).how()).contains(How.STOP);
            assertThat(texts(ANN)).hasSize(before + 1);
            assertThat(texts(ANN).getLast()).contains("unsubscribed", "START");
            assertThat(followUp(pantry, ChannelKind.SMS).state()).isEqualTo(FollowUpState.OWED);
            series.pass(Duration.ofDays(7));
            assertThat(followUp(pantry, ChannelKind.SMS).closedBecause()).contains(CloseReason.OPTED_OUT);
            assertThat(texts(ANN)).hasSize(before + 1);
        }

        @Test
        void comes_before_the_answer_that_stands_beside_it() {
            Referral pantry = asked(7).getFirst();

            says("No. Stop");

            assertThat(series.channel(Series.TEXT).state()).isEqualTo(ChannelState.OPTED_OUT);
            assertThat(series.activity(pantry)).doesNotContain("No, I did not receive services");
        }

        @ParameterizedTest
        @ValueSource(strings = {"START", "yes", "UNSTOP", "Sí"})
        void is_taken_back_and_yes_then_is_no_answer(String body) {
            Referral pantry = asked(7).getFirst();
            says("stop");

            says(body);

            assertThat(series.channel(Series.TEXT).state()).isEqualTo(ChannelState.SUBSCRIBED);
            assertThat(series.channel(Series.TEXT).how()).contains(How.START);
            assertThat(status(pantry)).isEqualTo(Status.SENT);
            assertThat(texts(ANN).getLast()).contains("You will get our texts again");

            says("yes");
            assertThat(status(pantry)).isEqualTo(Status.SERVICE_COMPLETED);
        }

        @Test
        void delivered_once_more_after_start_does_not_stop_it_again() {
            asked(0);
            phone.from(ANN, "STOP", "the-same");
            says("START");

            phone.from(ANN, "STOP", "the-same");

            assertThat(series.channel(Series.TEXT).state()).isEqualTo(ChannelState.SUBSCRIBED);
        }

        @Test
        void that_was_said_while_a_question_was_being_claimed_is_heard_again_and_kept() {
            Referral pantry = asked(0).getFirst();
            boolean[] done = {false};
            series.town.table().script(call -> {
                // Right before STOP is written, another share of the number moves the channel's version.
                if (!done[0] && call.operation().equals("write")) {
                    done[0] = true;
                    series.town.table().write(series.touch(Series.TEXT));
                }
                return Optional.<MemoryTable.Fault>empty();
            });

            phone.from(ANN, "STOP");

            assertThat(done[0]).isTrue();
            assertThat(series.channel(Series.TEXT).state()).isEqualTo(ChannelState.OPTED_OUT);
            series.pass(Duration.ofDays(7));
            assertThat(followUp(pantry, ChannelKind.SMS).closedBecause()).contains(CloseReason.OPTED_OUT);
        }
    }

    @Nested
    class A_wrong_number {

        @ParameterizedTest
        @ValueSource(strings = {"first", "after STOP"})
        void ends_what_was_sent_there_and_closes_what_is_owed(String when) {
            Referral pantry = asked(0).getFirst();
            String page = Browser.link(
                    series.sent.stream()
                            .filter(one -> one.to().equals(ANN))
                            .findFirst()
                            .orElseThrow(),
                    'c');
            if (when.equals("after STOP")) {
                says("STOP");
                series.pass(Duration.ofMinutes(1));
            }
            int before = texts(ANN).size();

            says("You have the wrong number");

            assertThat(Visiting.browser(series).look(page + "/1").status()).isEqualTo(410);
            assertThat(followUp(pantry, ChannelKind.SMS).closedBecause()).contains(CloseReason.OPTED_OUT);
            assertThat(followUp(pantry, ChannelKind.EMAIL).state()).isEqualTo(FollowUpState.OWED);
            assertThat(texts(ANN)).hasSize(when.equals("first") ? before + 1 : before);

            says("START");
            series.pass(Duration.ofDays(9));
            assertThat(texts(ANN).stream().filter(text -> text.contains("/f/"))).isEmpty();
        }
    }

    @Nested
    class Help {

        @Test
        void is_answered_whatever_the_numbers_state() {
            for (String body : List.of("HELP", "STOP", "info?")) {
                phone.from(STRANGER, body);
                series.run();
            }

            assertThat(texts(STRANGER)).hasSize(3);
            assertThat(texts(STRANGER).getLast()).contains("Call 937-555-0100", "STOP");
        }
    }

    @Nested
    class An_unknown_number {

        @Test
        void is_politely_answered_once_ever() {
            phone.from(STRANGER, "hello");
            series.run();
            series.pass(Duration.ofDays(2));
            phone.from(STRANGER, "anybody?");
            phone.from(STRANGER, "1");
            phone.from(STRANGER, "START");
            series.run();

            assertThat(texts(STRANGER)).hasSize(1);
        }

        @Test
        void may_opt_out_and_nothing_is_shared_to_it_then() {
            phone.from(STRANGER, "STOP");
            series.run();

            assertThat(texts(STRANGER)).hasSize(1);
            assertThat(series.refusal(STRANGER)).contains("/opted-out", "START or Yes or UNSTOP");
        }
    }

    @Nested
    class A_number_that_has_nothing_open {

        @Test
        void is_answered_once_a_day() {
            asked(0);
            says("hello");
            says("are you there");
            assertThat(texts(ANN)).hasSize(2);

            series.pass(Duration.ofDays(1));
            says("hello?");
            assertThat(texts(ANN)).hasSize(3);
        }
    }
}
