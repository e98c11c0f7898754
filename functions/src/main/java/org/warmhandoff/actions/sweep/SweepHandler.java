package org.warmhandoff.actions.sweep;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.io.OutputStream;
import org.warmhandoff.adapters.dynamo.TableCalls;
import org.warmhandoff.adapters.log.Log;
import org.warmhandoff.wiring.DueMessagesModule;
import org.warmhandoff.wiring.QueueModule;

/** A rule of EventBridge, every few minutes. Not a schedule of Scheduler: that may be what is broken. */
public final class SweepHandler implements RequestStreamHandler {

    private static final int MILLIS_TO_END_IN = 15_000;

    @Singleton
    @Component(modules = {DueMessagesModule.class, QueueModule.class})
    interface Wiring {
        Sweep sweep();
    }

    private final Sweep sweep;

    public SweepHandler() {
        this(DaggerSweepHandler_Wiring.create());
    }

    SweepHandler(Wiring wiring) {
        sweep = wiring.sweep();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        TableCalls calls = new TableCalls();
        int found = calls.counting(() -> sweep.run(() -> context.getRemainingTimeInMillis() > MILLIS_TO_END_IN));
        Log.line("sweep")
                .with(Log.Field.COUNT, found)
                .with(Log.Field.TABLE_CALLS, calls.count())
                .to(context);
    }
}
