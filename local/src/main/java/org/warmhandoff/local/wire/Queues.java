package org.warmhandoff.local.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.warmhandoff.local.Json;
import org.warmhandoff.local.clock.Timetable;
import org.warmhandoff.local.clock.Worker;
import org.warmhandoff.local.lambda.FunctionFailed;
import org.warmhandoff.local.lambda.Functions;
import org.warmhandoff.local.store.Store;
import org.warmhandoff.local.template.EventFilter;
import org.warmhandoff.local.template.EventSource;
import org.warmhandoff.local.template.Template;

/** All queues, and the functions that take from them. */
public final class Queues implements Worker, Timetable {

    private static final String DOCUMENT = "queues";

    private record Consumer(String function, Queue queue, EventSource.Queue source) {}

    private final Map<String, Queue> queues = new LinkedHashMap<>();
    private final List<Consumer> consumers = new ArrayList<>();
    private final Functions functions;
    private final InstantSource clock;
    private final ReentrantLock working = new ReentrantLock();

    Queues(Template template, Functions functions, InstantSource clock, Store store) {
        this.functions = functions;
        this.clock = clock;
        JsonNode saved = store.load(DOCUMENT).orElse(Json.object());
        template.queues()
                .forEach((name, declaration) -> queues.put(
                        name, new Queue(declaration, saved.path(name), () -> store.save(DOCUMENT, this::toJson))));
        template.functions()
                .values()
                .forEach(function -> function.events(EventSource.Queue.class)
                        .forEach(
                                source -> consumers.add(new Consumer(function.name(), queue(source.queue()), source))));
    }

    /** How many messages each queue holds. */
    public Map<String, Integer> sizes() {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        queues.forEach((name, queue) -> sizes.put(name, queue.items().size()));
        return sizes;
    }

    /** What lies on a queue. */
    public List<String> bodies(String name) {
        return queue(name).items().stream().map(Queue.Item::body).toList();
    }

    /** Puts something on a queue from outside, as an event source does with what it gives up. */
    public void put(String name, String body) {
        send(name, body, Optional.of(Duration.ZERO));
    }

    boolean has(String name) {
        return queues.containsKey(name);
    }

    Queue queue(String name) {
        Queue queue = queues.get(name);
        if (queue == null) {
            throw new WireError(
                    400, "com.amazonaws.sqs#QueueDoesNotExist", "The specified queue does not exist: " + name);
        }
        return queue;
    }

    String send(String name, String body, Optional<Duration> delay) {
        return queue(name).send(body, delay, clock.instant());
    }

    @Override
    public Optional<Instant> firstAfter(Instant instant) {
        // What nobody takes from (a dead-letter queue) sets nothing off.
        return consumers.stream()
                .flatMap(consumer -> consumer.queue().firstVisibleAfter(instant).stream())
                .min(Instant::compareTo);
    }

    @Override
    public boolean work() {
        working.lock();
        try {
            boolean any = false;
            for (Consumer consumer : consumers) {
                List<Queue.Item> batch;
                while (!(batch = consumer.queue().receive(consumer.source().batchSize(), clock.instant())).isEmpty()) {
                    any = true;
                    deliver(consumer, batch);
                }
            }
            return any;
        } finally {
            working.unlock();
        }
    }

    private void deliver(Consumer consumer, List<Queue.Item> received) {
        Queue queue = consumer.queue();
        List<Queue.Item> batch = new ArrayList<>();
        List<Queue.Item> done = new ArrayList<>();
        for (Queue.Item item : received) {
            boolean tooOften = queue.declaration()
                    .redrive()
                    .filter(redrive -> item.received() > redrive.maxReceives())
                    .isPresent();
            if (tooOften) {
                send(queue.declaration().redrive().orElseThrow().queue(), item.body(), Optional.of(Duration.ZERO));
                done.add(item);
            } else if (EventFilter.passes(consumer.source().filters(), entry(queue, item))) {
                batch.add(item);
            } else {
                done.add(item);
            }
        }
        if (!batch.isEmpty()) {
            done.addAll(handled(consumer, batch));
        }
        queue.delete(done);
    }

    private List<Queue.Item> handled(Consumer consumer, List<Queue.Item> batch) {
        ObjectNode event = Json.object();
        ArrayNode records = event.putArray("Records");
        batch.forEach(item -> records.add(entry(consumer.queue(), item)));
        try {
            byte[] answer = functions.call(
                    consumer.function(), "SQS " + consumer.source().queue(), Json.bytes(event));
            if (!consumer.source().reportsItems()) {
                return batch;
            }
            Set<String> failed = failures(answer, batch);
            return batch.stream().filter(item -> !failed.contains(item.id())).toList();
        } catch (FunctionFailed _) {
            return List.of();
        }
    }

    /** The ids that the function reports as failed; an answer that cannot be understood fails the whole batch. */
    private static Set<String> failures(byte[] answer, List<Queue.Item> batch) {
        Set<String> all = new HashSet<>(batch.stream().map(Queue.Item::id).toList());
        if (answer.length == 0) {
            return Set.of();
        }
        Set<String> failed = new HashSet<>();
        try {
            Json.read(answer)
                    .path("batchItemFailures")
                    .forEach(
                            failure -> failed.add(failure.path("itemIdentifier").asText()));
        } catch (IllegalArgumentException _) {
            return all;
        }
        return all.containsAll(failed) ? failed : all;
    }

    private ObjectNode entry(Queue queue, Queue.Item item) {
        ObjectNode entry = Json.object()
                .put("messageId", item.id())
                .put("receiptHandle", item.id())
                .put("body", item.body());
        entry.putObject("attributes")
                .put("ApproximateReceiveCount", String.valueOf(item.received()))
                .put("SentTimestamp", String.valueOf(item.sentAt().toEpochMilli()))
                .put("SenderId", "000000000000")
                .put("ApproximateFirstReceiveTimestamp", String.valueOf(clock.millis()));
        entry.putObject("messageAttributes");
        return entry.put("md5OfBody", Queue.md5(item.body()))
                .put("eventSource", "aws:sqs")
                .put(
                        "eventSourceARN",
                        "arn:aws:sqs:us-east-1:000000000000:"
                                + queue.declaration().name())
                .put("awsRegion", "us-east-1");
    }

    private JsonNode toJson() {
        ObjectNode json = Json.object();
        queues.forEach((name, queue) -> json.set(name, queue.toJson()));
        return json;
    }
}
