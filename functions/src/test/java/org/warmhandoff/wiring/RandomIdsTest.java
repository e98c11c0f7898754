package org.warmhandoff.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.warmhandoff.Ids;

class RandomIdsTest {

    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private final RandomIds ids = RandomIds.of(() -> now);

    @Test
    void an_id_is_a_ulid() {
        assertThat(ids.next()).matches("[0-7][0-9A-HJKMNP-TV-Z]{25}");
        now = Instant.ofEpochMilli(1_469_918_176_385L);
        assertThat(ids.next()).startsWith("01ARYZ6S41");
    }

    @Test
    void ids_sort_as_they_were_made_within_one_millisecond_and_beyond() {
        List<String> made = Stream.generate(() -> {
                    now = now.plusMillis(Math.floorMod(System.nanoTime(), 2));
                    return ids.next();
                })
                .limit(2_000)
                .toList();

        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void the_part_that_people_see_is_drawn_anew_each_time() {
        Set<String> references = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            references.add(ids.next().substring(18, 21));
        }

        assertThat(references).hasSizeGreaterThan(800);
    }

    @Test
    void tokens_have_their_lengths_and_never_repeat() {
        Set<String> tokens = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            tokens.add(ids.token128());
        }

        assertThat(tokens).hasSize(10_000).allMatch(token -> token.matches("[A-Za-z0-9_-]{22}"));
        assertThat(ids.token256()).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void functions_that_wake_from_one_snapshot_share_nothing() throws Exception {
        ids.next();
        ids.beforeCheckpoint(null);
        ids.afterRestore(null);
        Ids other = RandomIds.of(() -> now);

        assertThat(ids.token256()).isNotEqualTo(other.token256());
        assertThat(ids.next().substring(10)).isNotEqualTo(other.next().substring(10));
    }
}
