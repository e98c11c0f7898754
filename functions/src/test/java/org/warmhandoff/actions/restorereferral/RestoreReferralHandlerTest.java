package org.warmhandoff.actions.restorereferral;

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

class RestoreReferralHandlerTest {

    private final Intake intake = new Intake(Network.IN);
    private final RestoreReferralHandler handler =
            new RestoreReferralHandler(Wired.with(RestoreReferralHandler.Wiring.class, intake));

    private Answer restore() {
        return intake.move(handler, Town.CASEWORKER, "restore");
    }

    private void accepted() {
        intake.meanwhile(
                referral -> referral.accept(Intake.somebody(), intake.clock().instant()));
    }

    @Test
    void brings_it_back_to_the_outbound_tab_and_counts_as_no_move() {
        accepted();
        intake.filing()
                .archive(intake.referral(), Intake.somebody(), intake.clock().instant());
        int version = intake.referral().version();

        Answer answer = restore();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/archivedAt").isNull()).isTrue();
        assertThat(answer.at("/allowedActions"))
                .extracting(move -> move.asText())
                .contains("ARCHIVE")
                .doesNotContain("RESTORE");
        assertThat(answer.at("/activity/0/text").asText()).isEqualTo("Restored from History");
        assertThat(intake.referral().version()).isEqualTo(version);
    }

    @Test
    void twice_is_once() {
        accepted();
        restore();
        List<?> before = intake.doors().whatStands();

        assertThat(restore().status()).isEqualTo(200);
        assertThat(intake.doors().whatStands()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {Intake.STAFF, Town.RECEIVER, Town.ADMINISTRATOR, Town.INACTIVE})
    void it_is_for_caseworkers(String member) {
        accepted();

        assertThat(intake.move(handler, member, "restore").status()).isEqualTo(403);
    }

    @Test
    void the_receivers_own_caseworkers_find_nothing_there() {
        accepted();

        Answer theirs = intake.move(handler, Town.VALLEY_CASEWORKER, "restore");

        assertThat(theirs.status()).isEqualTo(404);
        assertThat(theirs.body())
                .isEqualTo(intake.moveUnknown(handler, Town.VALLEY_CASEWORKER, "restore")
                        .body());
    }
}
