package org.warmhandoff.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.warmhandoff.referral.Move;
import org.warmhandoff.referral.Moving;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.referral.RejectReason;

/** Answers to one referral at one moment, made from the same read: the store lets exactly one through. */
class RacingAnswersTest {

    private static final int ROUNDS = 1001;

    private final Intake intake = new Intake();

    @Test
    void of_a_thousand_races_each_has_one_winner_and_shows_it_to_the_losers() throws Exception {
        Moving moving = intake.moving();
        Instant now = intake.clock().instant();
        Referral standing = intake.referral();
        try (ExecutorService racers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 1; round <= ROUNDS; round++) {
                Referral read = standing;
                CountDownLatch start = new CountDownLatch(1);
                List<Future<Moving.End>> running = moves(round, now).stream()
                        .map(move -> racers.submit(() -> {
                            start.await();
                            return moving.move(read, move);
                        }))
                        .toList();
                start.countDown();
                int won = 0;
                for (Future<Moving.End> future : running) {
                    won += future.get() instanceof Moving.End.Moved ? 1 : 0;
                }
                assertThat(won).as("winners of round " + round).isEqualTo(1);
                standing = intake.referral();
                for (Future<Moving.End> future : running) {
                    assertThat(future.get().referral().version()).isEqualTo(round + 1);
                    assertThat(future.get().referral().status()).isEqualTo(standing.status());
                }
            }
        }
    }

    /** Two undos, or two answers and a withdrawal; the last round alone may end in one. */
    private static List<Function<Referral, Move>> moves(int round, Instant now) {
        if (round % 2 == 0) {
            return List.of(
                    referral -> referral.undo(Intake.somebody(), now), referral -> referral.undo(Intake.somebody(), now));
        }
        Function<Referral, Move> other = round == ROUNDS
                ? referral -> referral.withdraw(Intake.somebody(), now)
                : referral -> referral.reject(RejectReason.OTHER, "Closed for repairs.", Intake.somebody(), now);
        return List.of(
                referral -> referral.accept(Intake.somebody(), now),
                referral -> referral.reject(RejectReason.NO_CAPACITY, "", Intake.somebody(), now),
                other);
    }
}
