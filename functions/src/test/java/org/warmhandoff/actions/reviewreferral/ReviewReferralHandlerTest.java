package org.warmhandoff.actions.reviewreferral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.actions.Intake;
import org.warmhandoff.actions.Town;
import org.warmhandoff.actions.Wired;
import org.warmhandoff.adapters.http.Answer;
import org.warmhandoff.listing.Network;
import org.warmhandoff.referral.Status;

class ReviewReferralHandlerTest {

    private final Intake intake = new Intake(Network.IN);
    private final ReviewReferralHandler handler =
            new ReviewReferralHandler(Wired.with(ReviewReferralHandler.Wiring.class, intake));

    private Answer review() {
        return intake.move(handler, Intake.STAFF, "review");
    }

    @Test
    void the_sender_sees_that_somebody_looks_at_it() {
        Answer answer = review();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/statusLabel").asText()).isEqualTo("In Review");
        assertThat(answer.at("/allowedActions"))
                .extracting(move -> move.asText())
                .containsExactlyInAnyOrder("ACCEPT", "REJECT");
        assertThat(intake.referral().status()).isEqualTo(Status.IN_REVIEW);
        assertThat(answer.at("/activity/0/actor").asText()).isEqualTo("Rosa Ramos");
    }

    @Test
    void twice_is_once() {
        review();
        List<?> before = intake.doors().whatStands();

        assertThat(review().status()).isEqualTo(200);
        assertThat(intake.doors().whatStands()).isEqualTo(before);
    }

    @Test
    void what_is_answered_or_withdrawn_is_shown_as_it_stands() {
        intake.meanwhile(
                referral -> referral.accept(Intake.somebody(), intake.clock().instant()));
        Answer accepted = review();
        intake.meanwhile(
                referral -> referral.undo(Intake.somebody(), intake.clock().instant()));
        intake.meanwhile(
                referral -> referral.withdraw(Intake.somebody(), intake.clock().instant()));
        Answer withdrawn = review();

        assertThat(accepted.status()).isEqualTo(409);
        assertThat(accepted.at("/referral/status").asText()).isEqualTo("ACCEPTED");
        assertThat(withdrawn.status()).isEqualTo(409);
        assertThat(withdrawn.at("/referral/status").asText()).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.body()).doesNotContain("Quintero");
    }

    @ParameterizedTest
    @ValueSource(strings = {Town.CASEWORKER, Town.VALLEY_CASEWORKER, Town.ADMINISTRATOR, Town.INACTIVE})
    void it_is_for_receivers(String member) {
        assertThat(intake.move(handler, member, "review").status()).isEqualTo(403);
    }

    @Test
    void others_receivers_find_nothing_there() {
        Answer theirs = intake.move(handler, Intake.OTHER_STAFF, "review");

        assertThat(theirs.status()).isEqualTo(404);
        assertThat(theirs.body())
                .isEqualTo(intake.moveUnknown(handler, Intake.OTHER_STAFF, "review")
                        .body());
        assertThat(intake.referral().status()).isEqualTo(Status.SENT);
    }
}
