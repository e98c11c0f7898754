package org.warmhandoff.adapters.events;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.warmhandoff.adapters.dynamo.Key;
import org.warmhandoff.adapters.http.Json;

/** Reads events into records. What is not there, or not as expected, is left out of a record and never guessed. */
public final class EventReader {

    /** Lambda's own limit for an event, and far more than a log line needs unzipped. */
    private static final int LARGEST = 6 * 1024 * 1024;

    /**
     * A change of one item.
     *
     * @param kind {@code INSERT}, {@code MODIFY} or {@code REMOVE}
     * @param sequence by which its failure is reported
     */
    public record StreamRecord(String kind, Key key, String sequence) {}

    /** @param id by which its failure is reported */
    public record QueueRecord(String id, String body) {}

    /** @param id the same when it is delivered twice */
    public record TopicRecord(String id, String message) {}

    /** A line of a log. */
    public record LogRecord(String id, String message) {}

    private final Json event;

    private EventReader(Json event) {
        this.event = event;
    }

    public static EventReader of(InputStream event) throws IOException {
        return new EventReader(Json.parse(event.readNBytes(LARGEST)));
    }

    public List<StreamRecord> changes() {
        return records(record -> key(record)
                .flatMap(key -> text(record, "/eventName")
                        .flatMap(kind -> text(record, "/dynamodb/SequenceNumber")
                                .map(sequence -> new StreamRecord(kind, key, sequence)))));
    }

    private static Optional<Key> key(Json record) {
        return text(record, "/dynamodb/Keys/PK/S")
                .flatMap(pk -> text(record, "/dynamodb/Keys/SK/S").map(sk -> new Key(pk, sk)));
    }

    public List<QueueRecord> queued() {
        return records(record ->
                text(record, "/messageId").flatMap(id -> text(record, "/body").map(body -> new QueueRecord(id, body))));
    }

    public List<TopicRecord> published() {
        return records(record -> text(record, "/Sns/MessageId")
                .flatMap(id -> text(record, "/Sns/Message").map(message -> new TopicRecord(id, message))));
    }

    /** Lines that a subscription of a log group brings, zipped. */
    public List<LogRecord> logged() {
        return text(event, "/awslogs/data")
                .map(EventReader::unzipped)
                .map(EventReader::lines)
                .orElse(List.of());
    }

    private static List<LogRecord> lines(Json data) {
        return elements(
                data,
                "/logEvents",
                line -> text(line, "/id")
                        .flatMap(id -> text(line, "/message").map(message -> new LogRecord(id, message))));
    }

    private static Json unzipped(String data) {
        byte[] zipped = Base64.getDecoder().decode(data.getBytes(StandardCharsets.US_ASCII));
        try (GZIPInputStream lines = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return Json.parse(lines.readNBytes(LARGEST));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> List<T> records(Function<Json, Optional<T>> reading) {
        return elements(event, "/Records", reading);
    }

    private static <T> List<T> elements(Json json, String pointer, Function<Json, Optional<T>> reading) {
        List<T> read = new ArrayList<>();
        if (json.at(pointer).orElse(null) instanceof Json.Arr(List<Json> elements)) {
            elements.forEach(element -> reading.apply(element).ifPresent(read::add));
        }
        return read;
    }

    /** A text somewhere in a value. */
    public static Optional<String> text(Json json, String pointer) {
        return json.at(pointer)
                .flatMap(found -> found instanceof Json.Str(String text) ? Optional.of(text) : Optional.empty());
    }
}
