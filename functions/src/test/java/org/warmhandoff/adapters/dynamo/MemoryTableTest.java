package org.warmhandoff.adapters.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.warmhandoff.adapters.dynamo.MemoryTable.Crash;
import org.warmhandoff.adapters.dynamo.MemoryTable.Fault;

class MemoryTableTest extends TableContract {

    private static final Key KEY = new Key("P", "a");
    private static final Attributes ONE = Attributes.with().put("n", 1).build();

    @Override
    Table fresh() {
        return new MemoryTable();
    }

    @Nested
    class Trouble {

        private final MemoryTable table = new MemoryTable();

        @Test
        void conflicts_pass_when_tried_again() {
            table.failNext(Fault.CONFLICT, Fault.THROTTLED);

            assertThat(table.write(Write.put(KEY, ONE)).done()).isTrue();
            assertThat(table.callCount()).isEqualTo(3);
        }

        @Test
        void a_sixth_conflict_is_the_last() {
            table.script(call -> Optional.of(Fault.CONFLICT));

            assertThatThrownBy(() -> table.write(Write.put(KEY, ONE))).isInstanceOf(TableBusy.class);
            assertThat(table.callCount()).isEqualTo(6);
            assertThat(table.everything()).isEmpty();
        }

        @Test
        void a_condition_that_does_not_hold_is_told_in_spite_of_a_conflict() {
            table.failNext(Fault.CONFLICT);

            assertThat(table.write(Write.check(KEY, Condition.itemExists())).done())
                    .isFalse();
            assertThat(table.callCount()).isEqualTo(1);
        }

        @Test
        void a_process_dies_before_or_after_the_write() {
            table.failNext(Fault.CRASH_BEFORE);
            assertThatThrownBy(() -> table.write(Write.put(KEY, ONE))).isInstanceOf(Crash.class);
            assertThat(table.everything()).isEmpty();

            table.failNext(Fault.CRASH_AFTER);
            assertThatThrownBy(() -> table.write(Write.put(KEY, ONE))).isInstanceOf(Crash.class);
            assertThat(table.everything()).hasSize(1);
        }

        @Test
        void a_reply_is_lost() {
            table.failNext(Fault.LOST_REPLY);

            assertThatThrownBy(() -> table.write(Write.put(KEY, ONE))).isInstanceOf(TableBusy.class);
            assertThat(table.get(KEY)).isPresent();
        }

        @Test
        void an_index_trails_until_it_is_let_go() {
            table.holdIndexes();
            table.write(Write.put(
                    KEY, Attributes.with().index(Index.DUE, "DUE#0", "2026").build()));

            assertThat(table.query(Query.of(Index.DUE, "DUE#0")).items()).isEmpty();
            assertThat(table.get(KEY)).isPresent();

            table.releaseIndexes();

            assertThat(table.query(Query.of(Index.DUE, "DUE#0")).items()).hasSize(1);
        }

        @Test
        void the_stream_tells_changes_and_nothing_else() {
            table.write(Write.put(KEY, ONE));
            table.write(Write.put(KEY, ONE));
            table.write(Write.create(KEY, ONE));
            table.write(Write.delete(KEY));

            assertThat(table.drainChanges())
                    .isEqualTo(List.of(
                            new MemoryTable.Change(KEY, Optional.empty(), Optional.of(ONE)),
                            new MemoryTable.Change(KEY, Optional.of(ONE), Optional.empty())));
            assertThat(table.changes()).isEmpty();
        }
    }
}
