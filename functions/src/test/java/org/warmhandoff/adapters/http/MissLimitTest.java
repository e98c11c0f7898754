package org.warmhandoff.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.warmhandoff.adapters.dynamo.MemoryTable;

class MissLimitTest {

    private Instant now = Instant.parse("2026-11-22T10:04:00Z");
    private final MemoryTable table = new MemoryTable();
    private final MissLimit limit = new MissLimit(table, () -> now);

    private void misses(int count) {
        for (int i = 0; i < count; i++) {
            limit.miss("203.0.113.0/24");
        }
    }

    @Test
    void sixty_misses_of_a_network_pass_and_the_next_waits_for_the_window_to_end() {
        misses(60);

        assertThatThrownBy(() -> misses(1))
                .isInstanceOfSatisfying(
                        TooManyRequests.class,
                        refused -> assertThat(refused.seconds()).isEqualTo(360));
    }

    @Test
    void other_networks_are_not_held_up() {
        misses(60);

        assertThatCode(() -> limit.miss("198.51.100.0/24")).doesNotThrowAnyException();
    }

    @Test
    void the_next_ten_minutes_start_from_nothing() {
        misses(60);
        now = now.plus(Duration.ofMinutes(6));

        assertThatCode(() -> misses(60)).doesNotThrowAnyException();
    }

    @Test
    void a_miss_is_one_write_and_a_refused_one_writes_nothing() {
        misses(60);
        String before = table.everythingAsText();
        table.forgetCalls();

        assertThatThrownBy(() -> misses(1)).isInstanceOf(TooManyRequests.class);

        assertThat(table.callCount()).isEqualTo(1);
        assertThat(table.everythingAsText()).isEqualTo(before);
    }

    @Test
    void when_it_cannot_be_counted_a_miss_is_refused() {
        table.script(call -> Optional.of(MemoryTable.Fault.THROTTLED));

        assertThatThrownBy(() -> misses(1)).isInstanceOf(TooManyRequests.class);
    }
}
