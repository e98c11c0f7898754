package org.warmhandoff.actions.withdrawreferral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.actions.Intake;
import org.warmhandoff.actions.Town;
import org.warmhandoff.actions.Wired;
import org.warmhandoff.adapters.http.Answer;
import org.warmhandoff.listing.Network;
import org.warmhandoff.referral.Status;

class WithdrawReferralHandlerTest {

    private final Intake intake = new Intake(Network.IN);
    private final WithdrawReferralHandler handler = handler(intake);

    private static WithdrawReferralHandler handler(Intake intake) {
        return new WithdrawReferralHandler(Wired.with(WithdrawReferralHandler.Wiring.class, intake));
    }

    private Answer withdraw() {
        return intake.move(handler, Town.CASEWORKER, "withdraw");
    }

    @ParameterizedTest
    @EnumSource(Network.class)
    void what_is_not_answered_is_taken_back(Network network) {
        Intake each = new Intake(network);

        Answer answer = each.move(handler(each), Town.CASEWORKER, "withdraw");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/statusLabel").asText()).isEqualTo("Withdrawn");
        assertThat(answer.at("/response").asText()).isEqualTo("SENT");
        assertThat(answer.at("/allowedActions"))
                .extracting(move -> move.asText())
                .containsExactly("ARCHIVE");
        assertThat(answer.at("/activity/0/actor").asText()).isEqualTo("Dana Ortiz");
    }

    @Test
    void while_it_is_in_review_too() {
        intake.meanwhile(
                referral -> referral.review(Intake.somebody(), intake.clock().instant()));

        assertThat(withdraw().status()).isEqualTo(200);
        assertThat(intake.referral().status()).isEqualTo(Status.WITHDRAWN);
    }

    @Test
    void twice_is_once() {
        withdraw();
        List<?> before = intake.doors().whatStands();

        assertThat(withdraw().status()).isEqualTo(200);
        assertThat(intake.doors().whatStands()).isEqualTo(before);
    }

    @Test
    void what_is_answered_stands_and_is_shown() {
        intake.meanwhile(
                referral -> referral.accept(Intake.somebody(), intake.clock().instant()));

        Answer answer = withdraw();

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.at("/referral/status").asText()).isEqualTo("ACCEPTED");
        assertThat(answer.at("/referral/client/name/given").asText())
                .as("to its own sender")
                .isEqualTo("Maria");
        assertThat(intake.referral().status()).isEqualTo(Status.ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {Intake.STAFF, Town.RECEIVER, Town.ADMINISTRATOR, Town.INACTIVE})
    void it_is_for_caseworkers(String member) {
        assertThat(intake.move(handler, member, "withdraw").status()).isEqualTo(403);
    }

    @Test
    void the_receivers_own_caseworkers_find_nothing_there() {
        Answer theirs = intake.move(handler, Town.VALLEY_CASEWORKER, "withdraw");

        assertThat(theirs.status()).isEqualTo(404);
        assertThat(theirs.body())
                .isEqualTo(intake.moveUnknown(handler, Town.VALLEY_CASEWORKER, "withdraw")
                        .body());
        assertThat(intake.referral().status()).isEqualTo(Status.SENT);
    }
}
