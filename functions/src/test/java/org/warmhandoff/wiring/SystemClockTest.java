package org.warmhandoff.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SystemClockTest {

    private static final Instant THEN = Instant.parse("2030-01-01T00:00:00Z");

    @AfterEach
    void restore() {
        SystemClock.restore();
    }

    @Test
    void a_clock_that_was_handed_out_before_follows_the_one_in_place() {
        InstantSource clock = ClockModule.clock();

        SystemClock.replace(InstantSource.fixed(THEN));
        assertThat(clock.instant()).isEqualTo(THEN);

        SystemClock.restore();
        assertThat(clock.instant()).isNotEqualTo(THEN);
    }
}
