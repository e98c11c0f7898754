package org.warmhandoff.actions.rejectreferral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.actions.Doors;
import org.warmhandoff.actions.Intake;
import org.warmhandoff.actions.Wired;
import org.warmhandoff.adapters.http.Answer;
import org.warmhandoff.referral.RejectReason;
import org.warmhandoff.referral.Response;
import org.warmhandoff.referral.Status;

class RejectReferralHandlerTest {

    private final Intake intake = new Intake();
    private final RejectReferralHandler handler =
            new RejectReferralHandler(Wired.with(RejectReferralHandler.Wiring.class, intake));

    private Answer reject(String... fields) {
        return intake.press(handler, "reject", fields);
    }

    private Response.Rejected rejected() {
        return (Response.Rejected) intake.referral().response();
    }

    @Test
    void the_page_offers_the_whole_set_of_reasons_and_chooses_none() {
        Answer page = intake.look(handler, "reject");

        assertThat(page.page().select("input[name=reason]").eachAttr("value"))
                .containsExactlyElementsOf(
                        List.of(RejectReason.values()).stream().map(Enum::name).toList());
        assertThat(page.page().select("input[checked]")).isEmpty();
        assertThat(page.page().select("a[href$=/accept]")).hasSize(1);
    }

    @Test
    void a_reason_is_enough_and_is_shown_to_the_sender() {
        Answer done = reject("reason", "WAITLIST_ONLY", "details", "");

        assertThat(done.status()).isEqualTo(303);
        assertThat(rejected().reason()).isEqualTo(RejectReason.WAITLIST_ONLY);
        Answer shown = intake.follow(handler, done, "reject");
        assertThat(shown.page().text()).contains("You rejected", RejectReason.WAITLIST_ONLY.label());
        assertThat(shown.hidden()).containsEntry("confirm", "yes");
    }

    @Test
    void other_needs_words_of_its_own() {
        assertThat(reject("reason", "OTHER", "details", "  ").status()).isEqualTo(422);
        assertThat(reject("reason", "OTHER", "details", " Closed for repairs. ").status())
                .isEqualTo(303);
        assertThat(rejected().details()).isEqualTo("Closed for repairs.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NO_SUCH_REASON", "no_capacity"})
    void without_a_reason_of_the_set_nothing_typed_is_lost(String reason) {
        Answer answer = reject("reason", reason, "details", "Try <us> again in \"March\".");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("textarea").text()).isEqualTo("Try <us> again in \"March\".");
        assertThat(intake.referral().status()).isEqualTo(Status.SENT);
    }

    @Test
    void details_are_at_most_five_hundred_characters_and_say_nothing_private() {
        assertThat(reject("reason", "OTHER", "details", "x".repeat(501)).status())
                .isEqualTo(422);
        for (String details : List.of("Call 206-555-0142.", "She is at a.b@mail.example.org", "SSN 219-09-9999")) {
            Answer answer = reject("reason", "OTHER", "details", details);
            assertThat(answer.status()).as(details).isEqualTo(422);
            assertThat(answer.page().select("textarea").text()).isEqualTo(details);
        }
        assertThat(intake.referral().status()).isEqualTo(Status.SENT);
    }

    @Test
    void the_same_again_is_the_same_and_another_reason_is_told_what_stands() {
        Answer page = intake.look(handler, "reject");
        intake.town().pass(Duration.ofSeconds(3));
        Doors.filled(intake.post("reject"), page, "reason", "NO_FUNDS").to(handler);
        int version = intake.referral().version();

        Answer same =
                Doors.filled(intake.post("reject"), page, "reason", "NO_FUNDS").to(handler);
        Answer other =
                Doors.filled(intake.post("reject"), page, "reason", "DUPLICATE").to(handler);
        Answer more = Doors.filled(intake.post("reject"), page, "reason", "NO_FUNDS", "details", "Ask in May.")
                .to(handler);

        assertThat(same.status()).isEqualTo(303);
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.page().text()).contains("is rejected", "changed nothing");
        assertThat(more.status()).isEqualTo(200);
        assertThat(intake.referral().version()).isEqualTo(version);
    }

    @Test
    void what_came_back_too_fast_keeps_reason_and_details() {
        Answer page = intake.look(handler, "reject");

        Answer again = Doors.filled(intake.post("reject"), page, "reason", "OTHER", "details", "Full till June.")
                .to(handler);

        assertThat(again.header("x-form")).contains("again");
        assertThat(again.page().select("input[value=OTHER]").hasAttr("checked")).isTrue();
        assertThat(again.page().select("textarea").text()).isEqualTo("Full till June.");
    }
}
