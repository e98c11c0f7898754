package org.warmhandoff.local.clock;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Keeps the workers working in the background, and waits on request until nothing is left to do. */
public final class Workforce implements AutoCloseable {

    private static final long IDLE_MILLIS = 150;

    private record Shift(Worker worker, Semaphore wake, Thread thread) {}

    private final List<Shift> shifts = new CopyOnWriteArrayList<>();
    private final Consumer<String> log;
    private volatile boolean open = true;
    private volatile boolean resting;

    public Workforce(Consumer<String> log) {
        this.log = log;
    }

    public void employ(String name, Worker worker) {
        Semaphore wake = new Semaphore(0);
        Thread thread = Thread.ofPlatform().daemon().name(name).unstarted(() -> {
            while (open) {
                if (!tried(name, worker)) {
                    rest(wake);
                }
            }
        });
        shifts.add(new Shift(worker, wake, thread));
        thread.start();
    }

    /** Nobody works until told otherwise: what happens then, somebody else did. */
    public void rest(boolean rest) {
        resting = rest;
    }

    /** Something was just written: look at once rather than at the next turn. */
    public void nudge() {
        shifts.forEach(shift -> shift.wake().release());
    }

    /** Waits until two rounds in a row find nothing to do. False when that takes longer than the limit. */
    public boolean settle(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        for (int quiet = 0; quiet < 2; ) {
            boolean worked = false;
            for (Shift shift : shifts) {
                worked |= tried(shift.thread().getName(), shift.worker());
            }
            quiet = worked ? 0 : quiet + 1;
            if (System.nanoTime() > end) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        open = false;
        nudge();
        shifts.forEach(shift -> {
            try {
                shift.thread().join(Duration.ofSeconds(10));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private boolean tried(String name, Worker worker) {
        try {
            return !resting && worker.work();
        } catch (RuntimeException e) {
            if (open) {
                log.accept(name + ": " + e);
            }
            return false;
        }
    }

    private static void rest(Semaphore wake) {
        try {
            if (wake.tryAcquire(IDLE_MILLIS, TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
