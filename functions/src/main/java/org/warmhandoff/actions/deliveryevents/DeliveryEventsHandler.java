package org.warmhandoff.actions.deliveryevents;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.warmhandoff.adapters.dynamo.TableCalls;
import org.warmhandoff.adapters.events.EventReader;
import org.warmhandoff.adapters.log.Log;
import org.warmhandoff.adapters.mail.SesEvent;
import org.warmhandoff.adapters.sms.TextFailure;
import org.warmhandoff.wiring.AddressKeyModule;
import org.warmhandoff.wiring.TableModule;

/** Events of SES over their topic, and lines of SNS's log of texts that failed. */
public final class DeliveryEventsHandler implements RequestStreamHandler {

    @Singleton
    @Component(modules = {AddressKeyModule.class, TableModule.class})
    interface Wiring {
        Hear hear();
    }

    private final Hear hear;

    public DeliveryEventsHandler() {
        this(DaggerDeliveryEventsHandler_Wiring.create());
    }

    DeliveryEventsHandler(Wiring wiring) {
        hear = wiring.hear();
    }

    /** What throws here is delivered again, and counts in the queue of events that failed in the end. */
    @Override
    public void handleRequest(InputStream stream, OutputStream answer, Context context) throws IOException {
        EventReader event = EventReader.of(stream);
        TableCalls calls = new TableCalls();
        int heard = calls.counting(() -> {
            int count = 0;
            for (EventReader.TopicRecord record : event.published()) {
                SesEvent.read(record.message()).ifPresent(told -> hear.mail(record.id(), told));
                count++;
            }
            for (EventReader.LogRecord line : event.logged()) {
                TextFailure.read(line.message()).ifPresent(failure -> hear.text(line.id(), failure));
                count++;
            }
            return count;
        });
        Log.line("heard")
                .with(Log.Field.COUNT, heard)
                .with(Log.Field.TABLE_CALLS, calls.count())
                .to(context);
    }
}
