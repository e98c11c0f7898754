package org.warmhandoff.actions.sendfollowup;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.actions.deliver.DeliverModule;
import org.warmhandoff.actions.deliver.Deliveries;
import org.warmhandoff.actions.deliver.Deliveries.Asked;
import org.warmhandoff.adapters.events.BatchAnswer;
import org.warmhandoff.adapters.events.EventReader;
import org.warmhandoff.adapters.events.EventReader.QueueRecord;
import org.warmhandoff.message.MessageKey;

/**
 * The queue of messages whose time has come, from Scheduler, or is past, from the sweep. Each is decided anew: nothing is sent because it
 * once was planned.
 */
public final class SendFollowUpHandler implements RequestStreamHandler {

    @Singleton
    @Component(modules = DeliverModule.class)
    interface Wiring {
        Deliveries deliveries();
    }

    private final Deliveries deliveries;

    public SendFollowUpHandler() {
        this(DaggerSendFollowUpHandler_Wiring.create());
    }

    SendFollowUpHandler(Wiring wiring) {
        deliveries = wiring.deliveries();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        List<Asked> due = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        for (QueueRecord record : EventReader.of(event).queued()) {
            Optional<MessageKey> message = MessageKey.ofText(record.body());
            message.ifPresentOrElse(key -> due.add(new Asked(record.id(), key)), () -> failed.add(record.id()));
        }
        failed.addAll(deliveries.all(due, context));
        BatchAnswer.write(answer, failed);
    }
}
