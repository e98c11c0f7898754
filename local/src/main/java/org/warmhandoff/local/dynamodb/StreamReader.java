package org.warmhandoff.local.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.local.Json;
import org.warmhandoff.local.clock.Worker;
import org.warmhandoff.local.lambda.FunctionFailed;
import org.warmhandoff.local.lambda.Functions;
import org.warmhandoff.local.store.Store;
import org.warmhandoff.local.template.EventFilter;
import org.warmhandoff.local.template.EventSource;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamDescription;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * The event source mapping between the table's stream and one function: in order, in batches, from where it stood when
 * the system last ended; what fails is tried again from the lowest record that failed.
 */
public final class StreamReader implements Worker {

    private static final long LOOK_FOR_SHARDS_NANOS = 5_000_000_000L;
    private static final long PAUSE_MILLIS = 50;

    private final DynamoDbStreamsClient streams;
    private final String streamArn;
    private final String function;
    private final EventSource.Stream source;
    private final Functions functions;
    private final Store store;
    private final BiConsumer<String, String> onFailure;
    private final ReentrantLock working = new ReentrantLock();
    private final Map<String, String> checkpoints = new LinkedHashMap<>();
    private final Map<String, @Nullable String> iterators = new HashMap<>();
    private final Set<String> finished = new HashSet<>();
    private List<String> shards = List.of();
    private long looked;
    private volatile boolean stopped;

    public StreamReader(
            EmbeddedTable table,
            String tableName,
            String function,
            EventSource.Stream source,
            Functions functions,
            Store store,
            BiConsumer<String, String> onFailure) {
        this.streams = table.streams();
        this.streamArn = table.client()
                .describeTable(request -> request.tableName(tableName))
                .table()
                .latestStreamArn();
        this.function = function;
        this.source = source;
        this.functions = functions;
        this.store = store;
        this.onFailure = onFailure;
        store.load(document())
                .ifPresent(saved -> saved.properties()
                        .forEach(entry ->
                                checkpoints.put(entry.getKey(), entry.getValue().asText())));
    }

    /** The stream tells nothing, as in a bad outage; what it would have told comes later. */
    public void stop(boolean stop) {
        stopped = stop;
    }

    @Override
    public boolean work() {
        working.lock();
        try {
            if (stopped) {
                return false;
            }
            if (shards.isEmpty() || System.nanoTime() - looked > LOOK_FOR_SHARDS_NANOS) {
                findShards();
            }
            boolean any = false;
            for (String shard : shards) {
                if (!finished.contains(shard)) {
                    any |= read(shard);
                }
            }
            return any;
        } finally {
            working.unlock();
        }
    }

    private void findShards() {
        List<String> found = new ArrayList<>();
        String last = null;
        do {
            String from = last;
            StreamDescription page = streams.describeStream(
                            request -> request.streamArn(streamArn).exclusiveStartShardId(from))
                    .streamDescription();
            page.shards().stream().map(Shard::shardId).forEach(found::add);
            last = page.lastEvaluatedShardId();
        } while (last != null);
        shards = found;
        looked = System.nanoTime();
    }

    private boolean read(String shard) {
        String iterator = iterators.get(shard);
        if (iterator == null) {
            iterator = iterator(shard);
        }
        GetRecordsResponse page;
        try {
            String at = iterator;
            page = streams.getRecords(request -> request.shardIterator(at));
        } catch (ExpiredIteratorException _) {
            iterators.remove(shard);
            return true;
        }
        handle(shard, page.records());
        if (page.nextShardIterator() == null) {
            finished.add(shard);
            looked = 0;
        } else {
            iterators.put(shard, page.nextShardIterator());
        }
        return !page.records().isEmpty();
    }

    private String iterator(String shard) {
        String checkpoint = checkpoints.get(shard);
        if (checkpoint != null) {
            try {
                return streams.getShardIterator(request -> request.streamArn(streamArn)
                                .shardId(shard)
                                .shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                                .sequenceNumber(checkpoint))
                        .shardIterator();
            } catch (DynamoDbException e) {
                // What the stream no longer has, the sweep finds in the table.
                functions.log().line("stream", "starts anew: " + e.getMessage());
            }
        }
        ShardIteratorType from = source.fromTheStart() ? ShardIteratorType.TRIM_HORIZON : ShardIteratorType.LATEST;
        return streams.getShardIterator(
                        request -> request.streamArn(streamArn).shardId(shard).shardIteratorType(from))
                .shardIterator();
    }

    private void handle(String shard, List<Record> records) {
        List<ObjectNode> batch = new ArrayList<>();
        for (Record change : records) {
            ObjectNode event = StreamEvent.of(change, streamArn);
            if (EventFilter.passes(source.filters(), event)) {
                batch.add(event);
                if (batch.size() == source.batchSize()) {
                    deliver(batch);
                    checkpoint(shard, sequence(batch.getLast()));
                    batch = new ArrayList<>();
                }
            }
        }
        if (!batch.isEmpty()) {
            deliver(batch);
        }
        if (!records.isEmpty()) {
            checkpoint(shard, records.getLast().dynamodb().sequenceNumber());
        }
    }

    private void checkpoint(String shard, String sequence) {
        checkpoints.put(shard, sequence);
        JsonNode copy = Json.MAPPER.valueToTree(checkpoints);
        store.save(document(), () -> copy);
    }

    private void deliver(List<ObjectNode> records) {
        List<ObjectNode> rest = records;
        for (long attempt = 0; attempt <= source.retries() && !rest.isEmpty(); attempt++) {
            if (attempt > 0) {
                pause();
            }
            try {
                rest = notHandled(rest, call(rest));
            } catch (FunctionFailed _) {
                if (source.bisects() && rest.size() > 1) {
                    int half = rest.size() / 2;
                    deliver(rest.subList(0, half));
                    deliver(rest.subList(half, rest.size()));
                    return;
                }
            }
        }
        if (!rest.isEmpty()) {
            giveUp(rest);
        }
    }

    private byte[] call(List<ObjectNode> records) throws FunctionFailed {
        ObjectNode event = Json.object();
        var list = event.putArray("Records");
        records.forEach(list::add);
        return functions.call(function, "Stream", Json.bytes(event));
    }

    /** Everything from the lowest record that failed on: later ones that went well come again, as on Lambda. */
    private List<ObjectNode> notHandled(List<ObjectNode> records, byte[] answer) {
        if (!source.reportsItems() || answer.length == 0) {
            return List.of();
        }
        Set<String> failed = new HashSet<>();
        try {
            Json.read(answer)
                    .path("batchItemFailures")
                    .forEach(
                            failure -> failed.add(failure.path("itemIdentifier").asText()));
        } catch (IllegalArgumentException _) {
            return records;
        }
        if (failed.isEmpty()) {
            return List.of();
        }
        for (int i = 0; i < records.size(); i++) {
            if (failed.contains(sequence(records.get(i)))) {
                return records.subList(i, records.size());
            }
        }
        // It names what was not in the batch: the whole batch counts as failed.
        return records;
    }

    private void giveUp(List<ObjectNode> records) {
        functions.log().line("stream", function + " failed for good with " + records.size() + " record(s)");
        source.onFailureQueue().ifPresent(queue -> {
            ObjectNode notice = Json.object();
            notice.putObject("requestContext").put("functionArn", function).put("condition", "RetryAttemptsExhausted");
            notice.putObject("DDBStreamBatchInfo")
                    .put("streamArn", streamArn)
                    .put("startSequenceNumber", sequence(records.getFirst()))
                    .put("endSequenceNumber", sequence(records.getLast()))
                    .put("batchSize", records.size());
            onFailure.accept(queue, notice.toString());
        });
    }

    private static String sequence(JsonNode event) {
        return event.path("dynamodb").path("SequenceNumber").asText();
    }

    private String document() {
        return "stream-" + function;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
