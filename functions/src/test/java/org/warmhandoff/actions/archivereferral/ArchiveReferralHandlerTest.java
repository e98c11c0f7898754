package org.warmhandoff.actions.archivereferral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.actions.Intake;
import org.warmhandoff.actions.Town;
import org.warmhandoff.actions.Wired;
import org.warmhandoff.adapters.http.Answer;
import org.warmhandoff.listing.Network;

class ArchiveReferralHandlerTest {

    private final Intake intake = new Intake(Network.IN);
    private final ArchiveReferralHandler handler =
            new ArchiveReferralHandler(Wired.with(ArchiveReferralHandler.Wiring.class, intake));

    private Answer archive() {
        return intake.move(handler, Town.CASEWORKER, "archive");
    }

    private void accepted() {
        intake.meanwhile(
                referral -> referral.accept(Intake.somebody(), intake.clock().instant()));
    }

    @Test
    void moves_what_is_answered_to_history_and_counts_as_no_move() {
        accepted();
        int version = intake.referral().version();

        Answer answer = archive();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/status").asText()).isEqualTo("ACCEPTED");
        assertThat(answer.at("/archivedAt").asText())
                .isEqualTo(intake.clock().instant().toString());
        assertThat(answer.at("/allowedActions"))
                .extracting(move -> move.asText())
                .contains("RESTORE")
                .doesNotContain("ARCHIVE");
        assertThat(answer.at("/activity/0/text").asText()).isEqualTo("Archived");
        assertThat(intake.referral().version()).isEqualTo(version);
    }

    @Test
    void what_is_withdrawn_may_go_too() {
        intake.meanwhile(
                referral -> referral.withdraw(Intake.somebody(), intake.clock().instant()));

        assertThat(archive().status()).isEqualTo(200);
    }

    @Test
    void what_somebody_still_has_to_answer_stays() {
        Answer answer = archive();

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.at("/referral/status").asText()).isEqualTo("SENT");
        assertThat(intake.referral().archivedAt()).isEmpty();
    }

    @Test
    void an_undo_of_the_receiver_meanwhile_is_seen_and_nothing_is_filed_away() {
        accepted();
        boolean[] done = {false};
        intake.town().table().script(call -> {
            if (!done[0] && call.operation().equals("write")) {
                done[0] = true;
                intake.meanwhile(referral ->
                        referral.undo(Intake.somebody(), intake.clock().instant()));
            }
            return Optional.empty();
        });

        Answer answer = archive();

        assertThat(done[0]).isTrue();
        assertThat(answer.status()).isEqualTo(409);
        assertThat(intake.referral().archivedAt()).isEmpty();
    }

    @Test
    void twice_is_once() {
        accepted();
        archive();
        List<?> before = intake.doors().whatStands();

        assertThat(archive().status()).isEqualTo(200);
        assertThat(intake.doors().whatStands()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {Intake.STAFF, Town.RECEIVER, Town.ADMINISTRATOR, Town.INACTIVE})
    void it_is_for_caseworkers(String member) {
        accepted();

        assertThat(intake.move(handler, member, "archive").status()).isEqualTo(403);
    }

    @Test
    void the_receivers_own_caseworkers_find_nothing_there() {
        accepted();

        Answer theirs = intake.move(handler, Town.VALLEY_CASEWORKER, "archive");

        assertThat(theirs.status()).isEqualTo(404);
        assertThat(theirs.body())
                .isEqualTo(intake.moveUnknown(handler, Town.VALLEY_CASEWORKER, "archive")
                        .body());
    }
}
