package org.warmhandoff.actions.dispatchoutbox;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.warmhandoff.actions.deliver.DeliverModule;
import org.warmhandoff.actions.deliver.Deliveries;
import org.warmhandoff.actions.deliver.Deliveries.Asked;
import org.warmhandoff.adapters.dynamo.MessageItem;
import org.warmhandoff.adapters.events.BatchAnswer;
import org.warmhandoff.adapters.events.EventReader;
import org.warmhandoff.adapters.events.EventReader.StreamRecord;
import org.warmhandoff.message.MessageKey;

/**
 * The table's stream, new messages alone: delivers each that is due, and has each that is not brought back at its time. The stream says
 * only which message; everything else is read from the table when it is needed.
 */
public final class DispatchOutboxHandler implements RequestStreamHandler {

    private static final String NEW = "INSERT";

    @Singleton
    @Component(modules = DeliverModule.class)
    interface Wiring {
        Deliveries deliveries();
    }

    private final Deliveries deliveries;

    public DispatchOutboxHandler() {
        this(DaggerDispatchOutboxHandler_Wiring.create());
    }

    DispatchOutboxHandler(Wiring wiring) {
        deliveries = wiring.deliveries();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        List<Asked> owed = EventReader.of(event).changes().stream()
                .filter(DispatchOutboxHandler::isNewMessage)
                .map(change -> new Asked(change.sequence(), MessageItem.messageKey(change.key())))
                .toList();
        BatchAnswer.write(answer, deliveries.all(owed, context));
    }

    /** The event source filters by the same; whoever changes one of the two must not break the other. */
    private static boolean isNewMessage(StreamRecord change) {
        return change.kind().equals(NEW) && change.key().sk().startsWith(MessageKey.PREFIX);
    }
}
