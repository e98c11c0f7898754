package org.warmhandoff.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.warmhandoff.adapters.http.Nonce.Verdict;

class NonceTest {

    private static final String TOKEN = "AbCdEfGhIjKlMnOpQrStUv";

    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private final Nonce nonces = new Nonce(() -> now);

    private void passes(Duration time) {
        now = now.plus(time);
    }

    private Verdict check(String nonce) {
        return nonces.check(TOKEN, "answer", Optional.of(nonce));
    }

    @Test
    void a_nonce_is_good_after_two_seconds_and_for_thirty_minutes() {
        String nonce = nonces.make(TOKEN, "answer", "4");

        passes(Duration.ofMillis(1_999));
        assertThat(check(nonce)).isEqualTo(new Verdict.TooYoung("4"));
        passes(Duration.ofMillis(1));
        assertThat(check(nonce)).isEqualTo(new Verdict.Good("4"));
        passes(Duration.ofMinutes(30).minusSeconds(2));
        assertThat(check(nonce)).isEqualTo(new Verdict.Good("4"));
        passes(Duration.ofMillis(1));
        assertThat(check(nonce)).isEqualTo(new Verdict.TooOld("4"));
    }

    @Test
    void no_nonce_is_missing() {
        assertThat(nonces.check(TOKEN, "answer", Optional.empty())).isEqualTo(new Verdict.Missing());
        assertThat(check("")).isEqualTo(new Verdict.Missing());
    }

    @Test
    void a_nonce_of_another_link_purpose_or_kind_is_wrong() {
        String nonce = nonces.make(TOKEN, "answer", "4");
        String proof = nonces.proof(TOKEN, "answer", "4");
        passes(Duration.ofSeconds(3));

        assertThat(nonces.check("another-token", "answer", Optional.of(nonce))).isEqualTo(new Verdict.Wrong());
        assertThat(nonces.check(TOKEN, "manage", Optional.of(nonce))).isEqualTo(new Verdict.Wrong());
        assertThat(check(proof)).isEqualTo(new Verdict.Wrong());
        assertThat(nonces.proves(TOKEN, "answer", "4", Optional.of(nonce))).isFalse();
    }

    @Test
    void a_nonce_with_any_part_changed_is_wrong() {
        String nonce = nonces.make(TOKEN, "answer", "4");
        passes(Duration.ofSeconds(3));

        assertThat(check(nonce.substring(0, nonce.length() - 1) + "5")).isEqualTo(new Verdict.Wrong());
        assertThat(check("0" + nonce)).isEqualTo(new Verdict.Wrong());
        assertThat(check(nonce.replace('.', '-'))).isEqualTo(new Verdict.Wrong());
        assertThat(check("rubbish")).isEqualTo(new Verdict.Wrong());
        assertThat(check("zzzzzzzzzzzzz." + "A".repeat(43) + ".4")).isEqualTo(new Verdict.Wrong());
        assertThat(check("x".repeat(10_000))).isEqualTo(new Verdict.Wrong());
    }

    @Test
    void the_token_is_not_in_it() {
        assertThat(nonces.make(TOKEN, "answer", "4")).doesNotContain(TOKEN);
    }

    @Test
    void a_version_may_be_any_short_text() {
        String nonce = nonces.make(TOKEN, "feedback", "NO@2026-11-22T10:00:00.000Z");
        passes(Duration.ofSeconds(3));

        assertThat(nonces.check(TOKEN, "feedback", Optional.of(nonce)).seen()).contains("NO@2026-11-22T10:00:00.000Z");
    }

    @Test
    void a_proof_holds_at_once_for_a_while_and_for_its_version_alone() {
        String proof = nonces.proof(TOKEN, "answer", "5");

        assertThat(nonces.proves(TOKEN, "answer", "5", Optional.of(proof))).isTrue();
        assertThat(nonces.proves(TOKEN, "answer", "6", Optional.of(proof))).isFalse();
        assertThat(nonces.proves(TOKEN, "answer", "5", Optional.empty())).isFalse();
        passes(Duration.ofMinutes(31));
        assertThat(nonces.proves(TOKEN, "answer", "5", Optional.of(proof))).isFalse();
    }
}
