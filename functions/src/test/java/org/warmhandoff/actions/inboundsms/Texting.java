package org.warmhandoff.actions.inboundsms;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import org.warmhandoff.actions.sharewithclient.Series;
import org.warmhandoff.adapters.dynamo.DynamoClientBaskets;
import org.warmhandoff.adapters.dynamo.DynamoConversations;
import org.warmhandoff.adapters.http.TestContext;
import org.warmhandoff.contact.PhoneNumbers;
import org.warmhandoff.share.Conversations;

/** A client's phone: what is typed into it arrives as AWS's two-way SMS tells it over a topic. */
public final class Texting {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final InboundSmsHandler handler;
    private int number;

    public Texting(Series series) {
        handler = new InboundSmsHandler(new InboundSmsHandler.Wiring() {
            @Override
            public Conversations conversations() {
                return new DynamoConversations(
                        series.town.table(),
                        series.town.addressKey(),
                        new DynamoClientBaskets(series.town.table(), series.town.addressKey(), series.ids));
            }

            @Override
            public PhoneNumbers phoneNumbers() {
                return series.town.phoneNumbers();
            }

            @Override
            public InstantSource clock() {
                return series.town.clock();
            }
        });
    }

    /** A text from this number; what comes of it is owed and not delivered yet. */
    public void from(String from, String body) {
        from(from, body, "inbound-" + ++number);
    }

    /** The same under an id: the topic delivers at least once. */
    public void from(String from, String body, String inboundMessageId) {
        ObjectNode text = MAPPER.createObjectNode()
                .put("originationNumber", from)
                .put("destinationNumber", "+19374010653")
                .put("messageKeyword", "KEYWORD_1")
                .put("messageBody", body)
                .put("inboundMessageId", inboundMessageId);
        ObjectNode event = MAPPER.createObjectNode();
        event.putArray("Records")
                .addObject()
                .put("EventSource", "aws:sns")
                .putObject("Sns")
                .put("MessageId", "topic-" + inboundMessageId)
                .put("Message", text.toString());
        try {
            handler.handleRequest(
                    new ByteArrayInputStream(MAPPER.writeValueAsBytes(event)),
                    new ByteArrayOutputStream(),
                    new TestContext());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
