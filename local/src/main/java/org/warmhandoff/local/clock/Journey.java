package org.warmhandoff.local.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Moves the clock. Every due instant on the way is visited in order, with that instant as now, and what it sets off is
 * finished before the next: whoever moves a week ahead finds what a week of waiting would have left.
 */
public final class Journey {

    /** A visit that has not come to rest after this long is left behind, and the log says so. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Whoever waits for a journey is not kept longer than this, by the machine's clock; the rest of the way is then one step. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** Where a journey is. */
    public record Progress(Instant from, Instant at, Instant to, int visits) {}

    private final LocalClock clock;
    private final Workforce workforce;
    private final List<Timetable> timetables;
    private final Runnable sweep;
    private final Consumer<String> log;
    private volatile Optional<Progress> progress = Optional.empty();

    /** @param sweep what recurs by a rule, done once after each visited instant and once at the end */
    public Journey(
            LocalClock clock, Workforce workforce, List<Timetable> timetables, Runnable sweep, Consumer<String> log) {
        this.clock = clock;
        this.workforce = workforce;
        this.timetables = List.copyOf(timetables);
        this.sweep = sweep;
        this.log = log;
    }

    public Optional<Instant> nextDue() {
        return nextAfter(clock.instant());
    }

    public Optional<Progress> progress() {
        return progress;
    }

    /** Waits, not longer than this, until everything that is due now is done. */
    public boolean settle(Duration patience) {
        return workforce.settle(patience);
    }

    public synchronized Instant advance(Duration by) {
        Instant from = clock.instant();
        Instant target = from.plus(by);
        clock.hold(from);
        try {
            finish(from);
            Instant at = from;
            int visits = 0;
            long end = System.nanoTime() + LONGEST.toNanos();
            for (Optional<Instant> next = nextAfter(at);
                    next.isPresent() && !next.get().isAfter(target);
                    next = nextAfter(at)) {
                if (System.nanoTime() > end) {
                    log.accept("clock: " + visits + " instants took " + LONGEST.toMinutes() + " minutes; from " + at
                            + " straight to " + target);
                    break;
                }
                at = next.get();
                visits++;
                progress = Optional.of(new Progress(from, at, target, visits));
                visit(at);
            }
            visit(target);
            return target;
        } finally {
            progress = Optional.empty();
            clock.release();
        }
    }

    private void visit(Instant at) {
        clock.hold(at);
        finish(at);
        sweep.run();
        finish(at);
    }

    private void finish(Instant at) {
        if (!settle(PATIENCE)) {
            log.accept("clock: what is due at " + at + " did not come to rest within " + PATIENCE.toSeconds()
                    + " s; going on");
        }
    }

    private Optional<Instant> nextAfter(Instant instant) {
        return timetables.stream()
                .flatMap(timetable -> timetable.firstAfter(instant).stream())
                .min(Instant::compareTo);
    }
}
