package org.warmhandoff.actions.viewreferral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.actions.Intake;
import org.warmhandoff.actions.Town;
import org.warmhandoff.actions.Wired;
import org.warmhandoff.adapters.http.Answer;
import org.warmhandoff.adapters.http.Events;
import org.warmhandoff.listing.Network;
import org.warmhandoff.referral.RejectReason;

class ViewReferralHandlerTest {

    private final Intake intake = new Intake(Network.IN);
    private final ViewReferralHandler handler = handler(intake);

    private static ViewReferralHandler handler(Intake intake) {
        return new ViewReferralHandler(Wired.with(ViewReferralHandler.Wiring.class, intake));
    }

    private static Events.Event of(String member, String id) {
        return Events.signedIn(member).get("/api/referrals/{id}").path("id", id);
    }

    private Answer seenBy(String member) {
        return of(member, Intake.REFERRAL.value()).to(handler);
    }

    private void rejected() {
        intake.town().pass(Duration.ofMinutes(5));
        intake.meanwhile(referral -> referral.reject(
                RejectReason.OTHER,
                "Closed for repairs.",
                Intake.somebody(),
                intake.clock().instant()));
    }

    @Test
    void the_sender_sees_the_client_the_notes_and_what_became_of_it_newest_first() {
        rejected();

        Answer drawer = seenBy(Town.CASEWORKER);

        assertThat(drawer.status()).isEqualTo(200);
        assertThat(drawer.at("/client/id").asText()).isEqualTo("client-0001");
        assertThat(drawer.at("/notes").asText()).isEqualTo("Needs groceries this week.");
        assertThat(drawer.at("/decision/reason").asText()).isEqualTo("OTHER");
        assertThat(drawer.at("/decision/reasonLabel").asText()).isEqualTo(RejectReason.OTHER.label());
        assertThat(drawer.at("/decision/details").asText()).isEqualTo("Closed for repairs.");
        assertThat(drawer.at("/activity/0/actor").asText())
                .isEqualTo(Intake.somebody().name());
        assertThat(drawer.at("/activity/1/actor").asText()).isEqualTo("Dana Ortiz");
        assertThat(drawer.at("/shares").isArray()).isTrue();
        assertThat(drawer.at("/allowedActions"))
                .extracting(move -> move.asText())
                .contains("ARCHIVE");
    }

    @Test
    void the_receiver_in_network_sees_the_client_without_the_senders_own_side() {
        Answer drawer = seenBy(Intake.STAFF);

        assertThat(drawer.at("/client/name/family").asText()).isEqualTo("Quintero");
        assertThat(drawer.at("/client/id").isNull()).isTrue();
        assertThat(drawer.at("/shares").size()).isZero();
        assertThat(drawer.at("/followUps").size()).isZero();
        assertThat(drawer.at("/allowedActions"))
                .extracting(move -> move.asText())
                .containsExactlyInAnyOrder("REVIEW", "ACCEPT", "REJECT");
    }

    @Test
    void what_the_receiver_rejected_shows_them_nothing_of_the_client_until_it_is_undone() {
        rejected();
        assertThat(seenBy(Intake.STAFF).body()).doesNotContain("Maria", "Quintero", "Elm Street", "client.example");

        intake.meanwhile(
                referral -> referral.undo(Intake.somebody(), intake.clock().instant()));

        assertThat(seenBy(Intake.STAFF).body()).contains("Maria", "Quintero");
    }

    @ParameterizedTest
    @ValueSource(strings = {Town.VALLEY_CASEWORKER, Intake.OTHER_STAFF})
    void to_everybody_else_it_is_an_unknown_one_byte_for_byte(String stranger) {
        Answer theirs = seenBy(stranger);
        Answer unknown = of(stranger, "01UNKNOWN00000000000000000").to(handler);
        Answer mangled = of(stranger, "no/id").to(handler);

        assertThat(theirs.status()).isEqualTo(404);
        assertThat(theirs.body()).isEqualTo(unknown.body()).isEqualTo(mangled.body());
    }

    @Test
    void out_of_network_the_listings_own_organization_does_not_see_it_signed_in() {
        Answer answer = of(Intake.STAFF, Intake.REFERRAL.value()).to(handler(new Intake(Network.OUT)));

        assertThat(answer.status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {Town.ADMINISTRATOR, Town.INACTIVE, Town.STRANGER})
    void nobody_without_a_side_gets_that_far(String member) {
        assertThat(seenBy(member).status()).isEqualTo(403);
    }

    @Test
    void unchanged_it_is_a_304() {
        String tag = seenBy(Town.CASEWORKER).header("etag").orElseThrow();

        Answer again = of(Town.CASEWORKER, Intake.REFERRAL.value())
                .header("if-none-match", tag)
                .to(handler);

        assertThat(again.status()).isEqualTo(304);
    }

    @Test
    void it_takes_three_calls_at_the_most() {
        intake.town().table().forgetCalls();

        seenBy(Town.CASEWORKER);

        assertThat(intake.town().table().callCount()).isLessThanOrEqualTo(3);
    }
}
