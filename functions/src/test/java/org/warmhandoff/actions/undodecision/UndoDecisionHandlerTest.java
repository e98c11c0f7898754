package org.warmhandoff.actions.undodecision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.warmhandoff.actions.Doors;
import org.warmhandoff.actions.Intake;
import org.warmhandoff.actions.Wired;
import org.warmhandoff.adapters.http.Answer;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.referral.RejectReason;
import org.warmhandoff.referral.Status;

class UndoDecisionHandlerTest {

    private final Intake intake = new Intake();
    private final UndoDecisionHandler handler =
            new UndoDecisionHandler(Wired.with(UndoDecisionHandler.Wiring.class, intake));

    private void accepted() {
        intake.meanwhile(
                referral -> referral.accept(Intake.somebody(), intake.clock().instant()));
    }

    private Answer undo(String... fields) {
        return intake.press(handler, "undo", fields);
    }

    @Test
    void takes_the_answer_back_and_leads_to_the_original_page() {
        accepted();

        Answer done = undo("confirm", "yes");

        assertThat(done.status()).isEqualTo(303);
        assertThat(done.header("location").orElseThrow()).startsWith("/r/" + intake.token() + "/accept");
        assertThat(intake.referral().status()).isEqualTo(Status.SENT);
        assertThat(intake.referral().answeredAt()).isEmpty();
    }

    @Test
    void brings_what_was_archived_back_to_the_sender() {
        accepted();
        Referral answered = intake.referral();
        intake.filing().archive(answered, Intake.somebody(), intake.clock().instant());
        assertThat(intake.referral().archivedAt()).isPresent();

        undo("confirm", "yes");

        assertThat(intake.referral().archivedAt()).isEmpty();
    }

    @Test
    void asks_for_a_tick_before_and_names_the_answer() {
        accepted();

        Answer page = intake.look(handler, "undo");

        assertThat(page.page().select("input[type=checkbox][name=confirm]").hasAttr("checked"))
                .isFalse();
        assertThat(page.page().text()).contains("accepted").doesNotContain("Needs groceries");
        assertThat(undo().status()).isEqualTo(422);
        assertThat(intake.referral().status()).isEqualTo(Status.ACCEPTED);
    }

    @Test
    void where_nothing_is_answered_there_is_the_question_itself() {
        assertThat(intake.look(handler, "undo").page().text()).contains("Needs groceries this week.");
        Answer page = intake.look(handler, "undo");
        intake.town().pass(Duration.ofSeconds(3));
        Answer answer =
                Doors.filled(intake.post("undo"), page, "confirm", "yes").to(handler);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.page().select("input[type=checkbox]").hasAttr("checked"))
                .as("the box to accept")
                .isFalse();
        assertThat(intake.referral().version()).isEqualTo(1);
    }

    @Test
    void an_undo_made_for_an_earlier_answer_does_not_take_back_a_later_one() {
        accepted();
        Answer page = intake.look(handler, "undo");
        intake.meanwhile(
                referral -> referral.undo(Intake.somebody(), intake.clock().instant()));
        intake.meanwhile(referral -> referral.reject(
                RejectReason.NO_CAPACITY, "", Intake.somebody(), intake.clock().instant()));
        intake.town().pass(Duration.ofSeconds(3));

        Answer late = Doors.filled(intake.post("undo"), page, "confirm", "yes").to(handler);

        assertThat(late.status()).isEqualTo(200);
        assertThat(intake.referral().status()).isEqualTo(Status.REJECTED);
    }

    @Test
    void restarts_the_thirty_days_of_the_link() {
        intake.town().pass(Duration.ofDays(29));
        accepted();
        intake.town().pass(Duration.ofHours(71));
        undo("confirm", "yes");

        intake.town().pass(Duration.ofDays(29));
        assertThat(intake.look(handler, "undo").status()).isEqualTo(200);
        intake.town().pass(Duration.ofDays(2));
        assertThat(intake.look(handler, "undo").status()).isEqualTo(410);
    }
}
