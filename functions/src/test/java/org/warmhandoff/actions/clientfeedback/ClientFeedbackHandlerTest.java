package org.warmhandoff.actions.clientfeedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.warmhandoff.actions.Browser;
import org.warmhandoff.actions.sharewithclient.Series;
import org.warmhandoff.adapters.http.Answer;
import org.warmhandoff.message.CloseReason;
import org.warmhandoff.message.FollowUpState;
import org.warmhandoff.message.MessageKey;
import org.warmhandoff.message.Submission;
import org.warmhandoff.referral.Barrier;
import org.warmhandoff.referral.ClientAnswer;
import org.warmhandoff.referral.Outcome;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.referral.Status;

/** The client says by page whether help arrived. */
class ClientFeedbackHandlerTest {

    private static final String NO = "No, I did not receive services";

    private final Series series = new Series();
    private final Browser browser = Visiting.browser(series);
    private final List<Referral> basket = series.threeResources();
    private final Referral pantry = basket.getFirst();

    private String resources() {
        series.shared(basket);
        series.run();
        return Browser.link(series.sent.getFirst(), 'c');
    }

    private List<String> questions(int days) {
        resources();
        series.pass(Duration.ofDays(days));
        return series.sent.stream()
                .filter(one -> Browser.links(one, 'f'))
                .map(one -> Browser.link(one, 'f'))
                .toList();
    }

    private Referral now() {
        return series.referral(pantry);
    }

    private ClientAnswer said() {
        return now().clientAnswer().orElseThrow();
    }

    @Nested
    class The_question {

        @Test
        void makes_no_choice_and_is_only_looked_at_by_scanners() {
            String link = questions(7).getFirst();
            String before = series.town.table().everythingAsText();

            Answer page = browser.look(link);
            for (String said : List.of("YES", "NO", "NOT_INTERESTED")) {
                assertThat(browser.look(link, "said", said).status()).isEqualTo(200);
                assertThat(browser.look(link, "answer", said).status()).isEqualTo(200);
            }

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.page().select("input[type=radio]")).hasSize(3);
            assertThat(page.page().select("input[checked]")).isEmpty();
            assertThat(page.page().select("h1").text()).isEqualTo("Did you get help from Food Pantry?");
            assertThat(series.town.table().everythingAsText()).isEqualTo(before);
            assertThat(browser.send(page, link, "answer", "YES").header("x-form"))
                    .as("too fast for a person")
                    .contains("again");
            assertThat(now().status()).isEqualTo(Status.SENT);
        }

        @Test
        void needs_one_of_the_three_answers() {
            String link = questions(7).getFirst();

            assertThat(browser.send(link).status()).isEqualTo(422);
            Answer unknown = browser.send(link, "answer", "MAYBE");
            assertThat(unknown.status()).isEqualTo(422);
            assertThat(unknown.body()).contains("Choose one of the three answers");
            assertThat(now().clientAnswer()).isEmpty();
        }

        @Test
        void of_a_place_that_the_basket_does_not_have_is_unknown() {
            String page = resources();
            for (String place : List.of("0", "4", "99", "x", "03")) {
                assertThat(browser.look(page + "/" + place).status()).as(place).isEqualTo(404);
            }
            assertThat(browser.look(page + "/3").status()).isEqualTo(200);
        }

        @Test
        void lives_thirty_days_and_the_resources_thirty_days_after_the_last_follow_up() {
            List<String> links = questions(9);
            String page = Browser.link(series.sent.getFirst(), 'c');
            series.pass(Duration.ofDays(27));
            assertThat(browser.look(links.getFirst()).status()).isEqualTo(200);

            series.pass(Duration.ofDays(1));
            assertThat(browser.look(links.getFirst()).status()).isEqualTo(410);
            assertThat(browser.look(links.getLast()).status()).isEqualTo(200);
            assertThat(browser.look(page + "/1").status()).isEqualTo(200);

            series.pass(Duration.ofDays(2));
            assertThat(browser.look(links.getLast()).status()).isEqualTo(410);
            assertThat(browser.look(page + "/1").status()).isEqualTo(410);
        }
    }

    @Nested
    class An_answer {

        @Test
        void is_noted_to_the_letter_and_may_be_changed() {
            String link = questions(7).getFirst();

            browser.send(link, "answer", "YES");
            assertThat(now().status()).isEqualTo(Status.SERVICE_COMPLETED);
            browser.send(link, "answer", "NO");
            assertThat(now().status()).isEqualTo(Status.SENT);
            assertThat(now().outcome()).isEqualTo(Outcome.OPEN);
            browser.send(link, "answer", "NOT_INTERESTED");
            assertThat(now().status()).isEqualTo(Status.CANCELED);
            browser.send(link, "answer", "YES");
            assertThat(now().status()).isEqualTo(Status.SERVICE_COMPLETED);

            assertThat(series.activity(pantry))
                    .containsSubsequence(
                            "Yes, I've received services",
                            "I'm no longer interested in services",
                            NO,
                            "Yes, I've received services");
        }

        @Test
        void that_is_the_same_again_changes_nothing_and_proves_nothing() {
            List<String> links = questions(7);
            browser.send(links.getFirst(), "answer", "YES");
            int version = now().version();

            Answer again = browser.send(links.getLast(), "answer", "YES");

            assertThat(again.status()).isEqualTo(303);
            assertThat(again.header("location").orElseThrow()).doesNotContain("done=");
            assertThat(now().version()).isEqualTo(version);
        }

        @Test
        void made_for_an_earlier_one_is_shown_what_stands() {
            List<String> links = questions(7);
            Answer first = browser.look(links.getFirst());
            Answer second = browser.look(links.getLast());
            series.pass(Duration.ofSeconds(3));
            browser.send(first, links.getFirst(), "answer", "NO");

            Answer late = browser.send(second, links.getLast(), "answer", "NOT_INTERESTED");

            assertThat(late.status()).isEqualTo(200);
            assertThat(now().status()).isEqualTo(Status.SENT);
            assertThat(late.page().select("input[checked]")).isEmpty();
        }

        @Test
        void before_the_question_counts_at_once_and_closes_it_where_nothing_is_left_to_ask() {
            String page = resources();

            browser.send(page + "/1", "answer", "YES");
            browser.send(page + "/2", "answer", "NOT_INTERESTED");
            browser.send(page + "/3", "answer", "NO");

            assertThat(series.history(basket.get(0)).followUps())
                    .allSatisfy(one -> assertThat(one.closedBecause()).contains(CloseReason.COMPLETED));
            assertThat(series.history(basket.get(1)).followUps())
                    .allSatisfy(one -> assertThat(one.closedBecause()).contains(CloseReason.CANCELED));
            assertThat(series.history(basket.get(2)).followUps())
                    .allSatisfy(one -> assertThat(one.state()).isEqualTo(FollowUpState.OWED));
            series.pass(Duration.ofDays(9));
            assertThat(series.history(basket.get(2)).followUps())
                    .allSatisfy(one -> assertThat(one.state()).isEqualTo(FollowUpState.ASKED));
        }

        @Test
        void that_repeats_an_early_no_answers_the_question_without_a_second_note() {
            String page = resources();
            browser.send(page + "/1", "answer", "NO");
            series.pass(Duration.ofDays(7));

            assertThat(browser.send(page + "/1", "answer", "NO").status()).isEqualTo(303);

            assertThat(series.history(pantry).followUps())
                    .allSatisfy(one -> assertThat(one.state()).isEqualTo(FollowUpState.ANSWERED));
            assertThat(series.activity(pantry).stream().filter(NO::equals)).hasSize(1);
        }

        @Test
        void to_a_question_of_which_nobody_knows_whether_it_arrived_is_not_asked_for_again() {
            var share = series.shared(basket);
            series.run();
            series.pass(Duration.ofDays(7).minusMinutes(1));
            series.answerTexts(new Submission.Unknown());
            series.pass(Duration.ofMinutes(1));
            series.answerTexts(new Submission.Accepted("text-2"));
            int before = series.sent.size();

            browser.send(Browser.link(series.sent.getFirst(), 'c') + "/1", "answer", "NO");
            series.pass(Duration.ofHours(1));

            assertThat(series.sent).hasSize(before);
            assertThat(series.history(pantry).followUps()).allSatisfy(one -> {
                assertThat(one.state()).isEqualTo(FollowUpState.ANSWERED);
                assertThat(one.closedBecause()).isEmpty();
            });
            assertThat(series.owed().keySet())
                    .noneMatch(key -> key.equals(
                            MessageKey.followUp(pantry.id(), share, org.warmhandoff.channel.ChannelKind.SMS)));
        }

        @Test
        void on_a_withdrawn_referral_leaves_its_note_and_nothing_else() {
            String page = resources();
            series.withdraw(pantry);
            int version = now().version();

            assertThat(browser.send(page + "/1", "answer", "YES").status()).isEqualTo(303);

            assertThat(now().status()).isEqualTo(Status.WITHDRAWN);
            assertThat(now().version()).isEqualTo(version);
            assertThat(series.activity(pantry).getFirst()).isEqualTo("Yes, I've received services");
        }
    }

    @Nested
    class After_a_no {

        @Test
        void the_reason_and_the_wish_for_help_reach_the_caseworker() {
            String link = questions(7).getFirst();
            browser.send(link, "answer", "NO");
            assertThat(browser.look(link, "said", "NO").page().select("input[name=barrier]"))
                    .hasSize(6);

            browser.send(link, "barrier", "NO_WAY_THERE", "help", "yes");

            assertThat(said().barrier()).contains(Barrier.NO_WAY_THERE);
            assertThat(said().help()).isTrue();
            assertThat(series.activity(pantry).getFirst())
                    .isEqualTo("What got in the way: I could not get there, or the hours did not work. Would like help"
                            + " with this");
        }

        @Test
        void nothing_is_asked_after_a_yes_and_nothing_taken() {
            String link = questions(7).getFirst();
            browser.send(link, "answer", "YES");

            assertThat(browser.look(link, "said", "YES").page().select("input[name=barrier]"))
                    .isEmpty();
            assertThat(browser.send(link, "barrier", "OTHER").status()).isEqualTo(422);
        }
    }

    @Nested
    class The_language {

        @Test
        void that_the_visitor_chose_stays_through_the_form_to_the_thanks() {
            String link = questions(7).getFirst();

            Answer done = browser.sendIn("es", link, "answer", "NO");

            String location = done.header("location").orElseThrow();
            assertThat(location).contains("said=NO", "lang=es", "done=");
            assertThat(browser.look(link, "said", "NO", "lang", "es")
                            .page()
                            .select("h1")
                            .text())
                    .isEqualTo("Gracias");
            assertThat(browser.sendIn("es", link, "answer", "NO")
                            .header("location")
                            .orElseThrow())
                    .contains("lang=es");
            assertThat(series.activity(pantry)).contains(NO);
        }

        @Test
        void is_never_taken_from_the_address_as_it_is() {
            String link = questions(7).getFirst();

            Answer page = browser.look(link, "lang", "es&x=\"><script>");

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body()).doesNotContain("<script>");
            assertThat(page.page().select("form").attr("action")).isEqualTo(link);
        }
    }
}
