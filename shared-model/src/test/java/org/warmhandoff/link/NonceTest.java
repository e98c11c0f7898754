package org.warmhandoff.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class NonceTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");

    private final String made = Nonce.forForm("token", Purpose.ANSWER, 3, NOW);

    @Test
    void a_form_brings_back_for_which_state_and_when_it_was_shown() {
        assertThat(Nonce.ofForm("token", Purpose.ANSWER, made)).contains(new Nonce(3, NOW));
    }

    @Test
    void it_is_worth_nothing_for_another_link_another_purpose_or_another_state() {
        assertThat(Nonce.ofForm("other", Purpose.ANSWER, made)).isEmpty();
        assertThat(Nonce.ofForm("token", Purpose.MANAGE, made)).isEmpty();
        assertThat(Nonce.ofForm("token", Purpose.ANSWER, made.replace(".3.", ".4."))).isEmpty();
        assertThat(Nonce.ofForm("token", Purpose.ANSWER, "")).isEmpty();
        assertThat(Nonce.ofForm("token", Purpose.ANSWER, "99999999999999999.1.x")).isEmpty();
    }

    @Test
    void it_is_ripe_from_two_seconds_to_thirty_minutes() {
        Nonce nonce = new Nonce(1, NOW);

        assertThat(nonce.ripe(NOW.plusMillis(1_999))).isFalse();
        assertThat(nonce.ripe(NOW.plusSeconds(2))).isTrue();
        assertThat(nonce.ripe(NOW.plusSeconds(1_800))).isTrue();
        assertThat(nonce.ripe(NOW.plusSeconds(1_801))).isFalse();
    }

    @Test
    void a_proof_of_having_just_answered_is_short_lived_and_is_no_nonce() {
        String proof = Nonce.proof("token", Purpose.ANSWER, 3, NOW);

        assertThat(Nonce.proven("token", Purpose.ANSWER, 3, proof, NOW.plusSeconds(60))).isTrue();
        assertThat(Nonce.proven("token", Purpose.ANSWER, 4, proof, NOW.plusSeconds(60))).isFalse();
        assertThat(Nonce.proven("token", Purpose.ANSWER, 3, proof, NOW.plusSeconds(301))).isFalse();
        assertThat(Nonce.proven("token", Purpose.ANSWER, 3, made, NOW)).isFalse();
        assertThat(Nonce.ofForm("token", Purpose.ANSWER, proof)).isEmpty();
    }
}
