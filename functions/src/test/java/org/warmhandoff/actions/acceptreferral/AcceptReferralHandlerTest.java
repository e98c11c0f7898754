package org.warmhandoff.actions.acceptreferral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.actions.Doors;
import org.warmhandoff.actions.Intake;
import org.warmhandoff.actions.Wired;
import org.warmhandoff.adapters.http.Answer;
import org.warmhandoff.adapters.http.Events;
import org.warmhandoff.referral.RejectReason;
import org.warmhandoff.referral.Status;

class AcceptReferralHandlerTest {

    private final Intake intake = new Intake();
    private final AcceptReferralHandler handler =
            new AcceptReferralHandler(Wired.with(AcceptReferralHandler.Wiring.class, intake));

    private Answer look() {
        return intake.look(handler, "accept");
    }

    private Answer accept() {
        return intake.press(handler, "accept", "confirm", "yes");
    }

    private static boolean ticked(Answer page) {
        return page.page().select("input[type=checkbox][name=confirm]").hasAttr("checked");
    }

    @Nested
    class The_page {

        @Test
        void shows_what_the_mail_showed_with_a_box_that_is_not_ticked_and_the_way_over_to_reject() {
            Answer page = look();

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.page().text())
                    .contains("Needs groceries this week.", "Dana Ortiz", "dana.ortiz@town.example")
                    .doesNotContain("Maria", "Quintero", "9 Elm Street", "client.example");
            assertThat(ticked(page)).isFalse();
            assertThat(page.page().select("a[href$=/reject]")).hasSize(1);
        }

        @Test
        void changes_nothing_however_often_it_is_looked_at() {
            List<?> before = intake.doors().whatStands();

            look();
            Answer head = Events.visitor()
                    .head("/r/{token}/accept")
                    .path("token", intake.token())
                    .to(handler);

            assertThat(head.status()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(intake.doors().whatStands()).isEqualTo(before);
        }
    }

    @Nested
    class Accepting {

        @Test
        void is_seen_at_once_and_can_be_undone_in_one_press_by_who_has_just_done_it() {
            Answer done = accept();

            assertThat(done.status()).isEqualTo(303);
            assertThat(intake.referral().status()).isEqualTo(Status.ACCEPTED);
            Answer shown = intake.follow(handler, done, "accept");
            assertThat(shown.hidden()).containsEntry("confirm", "yes");
            assertThat(shown.page().text()).contains("You accepted").doesNotContain("Needs groceries");
            assertThat(look().hidden()).doesNotContainKey("confirm");
        }

        @Test
        void twice_is_once_and_proves_nothing_anew() {
            Answer page = look();
            intake.town().pass(Duration.ofSeconds(3));
            Doors.filled(intake.post("accept"), page, "confirm", "yes").to(handler);
            List<?> before = intake.doors().whatStands();

            Answer again =
                    Doors.filled(intake.post("accept"), page, "confirm", "yes").to(handler);

            assertThat(again.status()).isEqualTo(303);
            assertThat(again.header("location").orElseThrow()).doesNotContain("done=");
            assertThat(intake.doors().whatStands()).isEqualTo(before);
        }

        @Test
        void needs_the_box() {
            Answer answer = intake.press(handler, "accept");

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.page().select("#confirm-wrong")).isNotEmpty();
            assertThat(intake.referral().status()).isEqualTo(Status.SENT);
        }

        @Test
        void faster_than_people_are_is_asked_again_with_the_box_as_it_was() {
            Answer page = look();

            Answer again =
                    Doors.filled(intake.post("accept"), page, "confirm", "yes").to(handler);

            assertThat(again.status()).isEqualTo(200);
            assertThat(again.header("x-form")).contains("again");
            assertThat(ticked(again)).isTrue();
            assertThat(intake.referral().status()).isEqualTo(Status.SENT);
            intake.town().pass(Duration.ofSeconds(2));
            assertThat(Doors.filled(intake.post("accept"), again, "confirm", "yes")
                            .to(handler)
                            .status())
                    .isEqualTo(303);
        }

        @Test
        void from_a_page_left_open_is_asked_again_with_a_fresh_form() {
            Answer page = look();
            intake.town().pass(Duration.ofMinutes(31));

            Answer again =
                    Doors.filled(intake.post("accept"), page, "confirm", "yes").to(handler);

            assertThat(again.header("x-form")).contains("again");
            assertThat(again.hidden().get("nonce")).isNotEqualTo(page.hidden().get("nonce"));
            assertThat(ticked(again)).isTrue();
        }

        @Test
        void what_was_rejected_meanwhile_shows_the_rejection_and_ticks_no_box_of_another_form() {
            Answer page = look();
            intake.town().pass(Duration.ofSeconds(3));
            intake.meanwhile(referral -> referral.reject(
                    RejectReason.NO_CAPACITY,
                    "",
                    Intake.somebody(),
                    intake.clock().instant()));

            Answer late =
                    Doors.filled(intake.post("accept"), page, "confirm", "yes").to(handler);

            assertThat(late.status()).isEqualTo(200);
            assertThat(late.page().text()).contains("is rejected", "changed nothing");
            assertThat(ticked(late)).isFalse();
            Answer withoutNonce = intake.post("accept").form("confirm", "yes").to(handler);
            assertThat(withoutNonce.header("x-form")).contains("again");
            assertThat(ticked(withoutNonce)).as("the box to undo").isFalse();
        }

        @Test
        void what_was_withdrawn_meanwhile_says_so_and_has_no_form() {
            Answer page = look();
            intake.town().pass(Duration.ofSeconds(3));
            intake.meanwhile(referral ->
                    referral.withdraw(Intake.somebody(), intake.clock().instant()));

            Answer late =
                    Doors.filled(intake.post("accept"), page, "confirm", "yes").to(handler);

            assertThat(late.status()).isEqualTo(200);
            assertThat(late.page().text()).contains("was withdrawn").doesNotContain("Needs groceries");
            assertThat(late.page().select("form")).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"cross-site", "Cross-Site"})
        void from_another_site_is_refused(String site) {
            Answer answer = intake.post("accept")
                    .header("sec-fetch-site", site)
                    .form("confirm", "yes")
                    .to(handler);

            assertThat(answer.status()).isEqualTo(403);
        }
    }

    @Nested
    class The_link {

        @Test
        void of_an_unanswered_referral_ends_after_thirty_days() {
            intake.town().pass(Duration.ofDays(30).minusSeconds(1));
            assertThat(look().status()).isEqualTo(200);
            intake.town().pass(Duration.ofSeconds(1));
            assertThat(look().status()).isEqualTo(410);
        }

        @Test
        void of_an_answered_one_ends_72_hours_after_the_answer() {
            accept();
            intake.town().pass(Duration.ofHours(72).minusSeconds(1));
            assertThat(look().status()).isEqualTo(200);
            intake.town().pass(Duration.ofSeconds(1));
            assertThat(look().status()).isEqualTo(410);
            assertThat(intake.post("accept").form("confirm", "yes").to(handler).status())
                    .isEqualTo(410);
        }
    }
}
