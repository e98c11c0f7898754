package org.warmhandoff.actions.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.warmhandoff.actions.Intake;
import org.warmhandoff.adapters.dynamo.DueMessages;
import org.warmhandoff.message.LateMessages;
import org.warmhandoff.message.MessageKey;
import org.warmhandoff.referral.ReferralId;

/** What is owed and late is put on the queue, whoever lost it. */
class SweepTest {

    private final Intake intake = new Intake();
    private final List<MessageKey> queued = new ArrayList<>();
    private final Sweep sweep = new Sweep(
            new DueMessages(intake.town().table()),
            new LateMessages() {
                @Override
                public void put(MessageKey message, Duration delay) {
                    throw new AssertionError("what is late waits no longer");
                }

                @Override
                public void putAll(List<MessageKey> messages) {
                    queued.addAll(messages);
                }
            },
            intake.clock());

    @Test
    void what_the_stream_may_still_be_at_is_left_to_it() {
        intake.town().pass(Sweep.GRACE.minusSeconds(1));

        assertThat(sweep.run(() -> true)).isZero();
        assertThat(queued).isEmpty();
    }

    @Test
    void what_is_late_is_found_once_a_sweep_however_many_there_are() {
        IntStream.range(0, 120)
                .forEach(i -> intake.doors()
                        .send(
                                new ReferralId("01LATE%020d".formatted(i)),
                                intake.town().listing("apple")));
        intake.town().pass(Sweep.GRACE.plusSeconds(1));

        assertThat(sweep.run(() -> true)).isEqualTo(121);
        assertThat(queued).hasSize(121).doesNotHaveDuplicates().contains(MessageKey.mail(Intake.REFERRAL, 0));
    }

    @Test
    void what_it_has_no_time_for_the_next_one_finds() {
        intake.town().pass(Duration.ofDays(1));

        assertThat(sweep.run(() -> false)).isZero();
        assertThat(sweep.run(() -> true)).isEqualTo(1);
    }
}
