package org.warmhandoff.actions.inboundsms;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.warmhandoff.adapters.dynamo.TableBusy;
import org.warmhandoff.adapters.dynamo.TableCalls;
import org.warmhandoff.adapters.events.EventReader;
import org.warmhandoff.adapters.http.Json;
import org.warmhandoff.adapters.log.Log;
import org.warmhandoff.contact.PhoneNumber;
import org.warmhandoff.contact.PhoneNumbers;
import org.warmhandoff.share.Conversations;
import org.warmhandoff.share.Conversations.Conversation;
import org.warmhandoff.share.Hearing;
import org.warmhandoff.wiring.ConversationsModule;
import org.warmhandoff.wiring.PhoneNumbersModule;

/**
 * Texts to our number, as AWS's two-way SMS publishes them to the topic. The number manages its opt-outs itself, so STOP and HELP come
 * here too and what they do is ours to do. What throws is delivered again.
 */
public final class InboundSmsHandler implements RequestStreamHandler {

    private static final int ROUNDS = 8;

    @Singleton
    @Component(modules = {ConversationsModule.class, PhoneNumbersModule.class})
    interface Wiring {
        Conversations conversations();

        PhoneNumbers phoneNumbers();

        InstantSource clock();
    }

    private final Conversations conversations;
    private final PhoneNumbers phoneNumbers;
    private final InstantSource clock;

    public InboundSmsHandler() {
        this(DaggerInboundSmsHandler_Wiring.create());
    }

    InboundSmsHandler(Wiring wiring) {
        conversations = wiring.conversations();
        phoneNumbers = wiring.phoneNumbers();
        clock = wiring.clock();
    }

    @Override
    public void handleRequest(InputStream stream, OutputStream answer, Context context) throws IOException {
        EventReader event = EventReader.of(stream);
        TableCalls calls = new TableCalls();
        int heard = calls.counting(() -> {
            int count = 0;
            for (EventReader.TopicRecord record : event.published()) {
                hear(record.message());
                count++;
            }
            return count;
        });
        Log.line("texts")
                .with(Log.Field.COUNT, heard)
                .with(Log.Field.TABLE_CALLS, calls.count())
                .to(context);
    }

    private void hear(String message) {
        Json text = Json.parse(message.getBytes(StandardCharsets.UTF_8));
        Optional<PhoneNumber> from = string(text, "originationNumber").flatMap(phoneNumbers::parse);
        Optional<String> id = string(text, "inboundMessageId");
        if (from.isEmpty() || id.isEmpty()) {
            // A short code, or a carrier's own notice: nobody to answer.
            return;
        }
        String body = string(text, "messageBody").orElse("");
        for (int round = 0; round < ROUNDS; round++) {
            Instant now = clock.instant();
            Conversation conversation = conversations.with(from.get(), id.get(), now);
            if (conversation.heard()) {
                return;
            }
            Conversations.Effect effect =
                    Hearing.of(body, id.get(), from.get(), conversations.ownerOf(from.get()), conversation, now);
            if (conversations.hear(conversation, id.get(), effect, now)) {
                return;
            }
        }
        throw new TableBusy("a conversation that changes faster than it is read");
    }

    private static Optional<String> string(Json json, String name) {
        return json.field(name)
                .flatMap(value -> value instanceof Json.Str(String said) ? Optional.of(said) : Optional.empty());
    }
}
