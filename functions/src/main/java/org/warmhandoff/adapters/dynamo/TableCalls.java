package org.warmhandoff.adapters.dynamo;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the calls to the table that one request makes, for its log line: every action has a figure that it must not pass. */
public final class TableCalls {

    private static final ScopedValue<TableCalls> CURRENT = ScopedValue.newInstance();

    private final AtomicInteger calls = new AtomicInteger();

    /** Runs something, its calls counted here. */
    public <R, X extends Throwable> R counting(ScopedValue.CallableOp<? extends R, X> what) throws X {
        return ScopedValue.where(CURRENT, this).call(what);
    }

    public int count() {
        return calls.get();
    }

    /** One call was made. */
    static void one() {
        if (CURRENT.isBound()) {
            CURRENT.get().calls.incrementAndGet();
        }
    }
}
