package org.warmhandoff.adapters.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StampTest {

    @Test
    void every_time_has_three_decimals() {
        assertThat(Stamp.of(Instant.parse("2026-11-22T10:00:00Z"))).isEqualTo("2026-11-22T10:00:00.000Z");
        assertThat(Stamp.of(Instant.parse("2026-11-22T10:00:00.1234567Z"))).isEqualTo("2026-11-22T10:00:00.123Z");
    }

    @Test
    void the_order_of_texts_is_the_order_of_times() {
        assertThat(Stream.of(
                                "2026-11-22T10:00:00Z",
                                "2026-11-22T10:00:00.100Z",
                                "2026-11-22T10:00:01Z",
                                "2027-01-01T00:00:00Z")
                        .map(Instant::parse)
                        .map(Stamp::of))
                .isSorted();
    }

    @Test
    void a_stamp_reads_back() {
        Instant time = Instant.parse("2026-11-22T10:00:00.120Z");
        assertThat(Stamp.parse(Stamp.of(time))).isEqualTo(time);
    }
}
