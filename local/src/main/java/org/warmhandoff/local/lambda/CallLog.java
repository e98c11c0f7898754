package org.warmhandoff.local.lambda;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The latest calls and the lines that functions logged. */
public final class CallLog {

    private static final int KEPT = 500;

    private final Deque<Call> calls = new ArrayDeque<>();
    private final Deque<String> lines = new ArrayDeque<>();
    private final AtomicLong numbers = new AtomicLong();
    private final Consumer<String> console;

    public CallLog(Consumer<String> console) {
        this.console = console;
    }

    long nextNumber() {
        return numbers.incrementAndGet();
    }

    synchronized void record(Call call) {
        calls.addLast(call);
        if (calls.size() > KEPT) {
            calls.removeFirst();
        }
    }

    /** Calls after this number, oldest first. */
    public synchronized List<Call> callsAfter(long number) {
        return calls.stream().filter(call -> call.number() > number).toList();
    }

    /** A line that a function logged, or a note of the local system itself. */
    public void line(String source, String text) {
        String line = source + " | " + text.stripTrailing();
        synchronized (this) {
            lines.addLast(line);
            if (lines.size() > KEPT) {
                lines.removeFirst();
            }
        }
        console.accept(line);
    }

    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }
}
