package org.warmhandoff.actions.deliver;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.ArrayList;
import java.util.List;
import org.warmhandoff.adapters.dynamo.TableCalls;
import org.warmhandoff.adapters.log.Log;
import org.warmhandoff.message.MessageKey;

/** Delivers the messages of one event, each by itself: one that breaks holds no other up, and only it comes again. */
public final class Deliveries {

    private final Deliver deliver;

    public Deliveries(Deliver deliver) {
        this.deliver = deliver;
    }

    /** @param record by which a failure is reported */
    public record Asked(String record, MessageKey message) {}

    /** Delivers them and answers the records of those that failed. */
    public List<String> all(List<Asked> messages, Context context) {
        List<String> failed = new ArrayList<>();
        for (Asked asked : messages) {
            if (!one(asked, context)) {
                failed.add(asked.record());
            }
        }
        return failed;
    }

    private boolean one(Asked asked, Context context) {
        TableCalls calls = new TableCalls();
        try {
            Delivered came = calls.counting(() -> deliver.deliver(asked.message()));
            Log.line(came instanceof Delivered.Stranded ? "stranded" : "delivered")
                    .with(Log.Field.MESSAGE, asked.message().text().replace('|', ' '))
                    .with(Log.Field.STATE, came.getClass().getSimpleName())
                    .with(Log.Field.TABLE_CALLS, calls.count())
                    .to(context);
            return true;
        } catch (RuntimeException broken) {
            Log.line("delivery failed")
                    .with(Log.Field.MESSAGE, asked.message().text().replace('|', ' '))
                    .with(Log.Field.TABLE_CALLS, calls.count())
                    .with(broken)
                    .to(context);
            return false;
        }
    }
}
