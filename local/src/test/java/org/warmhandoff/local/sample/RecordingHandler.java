package org.warmhandoff.local.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.warmhandoff.local.Json;

/** Writes down what it is called with; fails the records that a test tells it to fail. */
public final class RecordingHandler implements RequestStreamHandler {

    /** One call. */
    public record Event(String function, JsonNode event) {}

    private static final List<Event> EVENTS = new CopyOnWriteArrayList<>();
    private static volatile Predicate<JsonNode> failing = _ -> false;

    public static void reset() {
        EVENTS.clear();
        failing = _ -> false;
    }

    public static void fail(Predicate<JsonNode> records) {
        failing = records;
    }

    public static List<JsonNode> events(String function) {
        return EVENTS.stream()
                .filter(event -> event.function().equals(function))
                .map(Event::event)
                .toList();
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        JsonNode event = Json.read(input.readAllBytes());
        EVENTS.add(new Event(context.getFunctionName(), event));
        var answer = Json.object();
        var failures = answer.putArray("batchItemFailures");
        for (JsonNode entry : event.path("Records")) {
            if (failing.test(entry)) {
                String id = entry.has("dynamodb")
                        ? entry.path("dynamodb").path("SequenceNumber").asText()
                        : entry.path("messageId").asText();
                failures.addObject().put("itemIdentifier", id);
            }
        }
        output.write(Json.bytes(answer));
    }
}
