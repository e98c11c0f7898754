package org.warmhandoff.adapters.dynamo;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The table in memory: the same answers as DynamoDB's, held to that by {@link TableContract}, and the trouble that DynamoDB Local never
 * makes, on demand: conflicts, load, lost replies, a process that dies, indexes that trail.
 */
public final class MemoryTable implements Table {

    /** What can go wrong with one call. */
    public enum Fault {
        /** A transaction is under way on one of the items: tried again, like the real one. */
        CONFLICT,
        /** Too much at once: tried again, like the real one. */
        THROTTLED,
        /** The process dies, nothing was written. */
        CRASH_BEFORE,
        /** The process dies right after it was written. */
        CRASH_AFTER,
        /** It was written, and the answer never comes. */
        LOST_REPLY
    }

    /** The end of a process, as far as the code under test can tell: an error, which nothing of ours catches. */
    public static final class Crash extends Error {
        Crash(String where) {
            super(where);
        }
    }

    /** One call, as scripts of faults see it. Tries are calls of their own. */
    public record Call(int number, String operation, List<Write> writes) {}

    /** What the stream tells: one change of one item. */
    public record Change(Key key, Optional<Attributes> before, Optional<Attributes> after) {}

    private record Place(String sort, Key key) {}

    private static final Comparator<Place> BY_PLACE = Comparator.comparing(Place::sort, Utf8Order::compare)
            .thenComparing(place -> place.key().pk(), Utf8Order::compare)
            .thenComparing(place -> place.key().sk(), Utf8Order::compare);

    private final Map<Key, Attributes> items = new HashMap<>();
    private final Map<String, NavigableMap<Place, Attributes>> partitions = new HashMap<>();
    private final Map<Index, Map<String, NavigableMap<Place, Attributes>>> indexes = new EnumMap<>(Index.class);
    private final Deque<Change> unindexed = new ArrayDeque<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final Deque<Fault> next = new ArrayDeque<>();
    private Function<Call, Optional<Fault>> script = call -> Optional.empty();
    private boolean indexesHeld;

    public MemoryTable() {
        for (Index index : Index.values()) {
            indexes.put(index, new HashMap<>());
        }
    }

    // What a test does to it

    /** These happen to the next calls, one each. */
    public synchronized MemoryTable failNext(Fault... faults) {
        next.addAll(Arrays.asList(faults));
        return this;
    }

    /** Decides for each call what happens to it. */
    public synchronized MemoryTable script(Function<Call, Optional<Fault>> faults) {
        script = faults;
        return this;
    }

    /** From now on the indexes show what they show now. */
    public synchronized void holdIndexes() {
        indexesHeld = true;
    }

    /** The indexes catch up. */
    public synchronized void releaseIndexes() {
        indexesHeld = false;
        while (!unindexed.isEmpty()) {
            index(unindexed.removeFirst());
        }
    }

    // What a test asks it

    public synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    public synchronized int callCount() {
        return calls.size();
    }

    public synchronized void forgetCalls() {
        calls.clear();
    }

    /** The stream so far, in order. */
    public synchronized List<Change> changes() {
        return List.copyOf(changes);
    }

    /** The stream since this was last asked. */
    public synchronized List<Change> drainChanges() {
        List<Change> drained = List.copyOf(changes);
        changes.clear();
        return drained;
    }

    /** Every item, by partition and sort key. No call. */
    public synchronized List<Item> everything() {
        return items.entrySet().stream()
                .map(entry -> new Item(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing((Item item) -> item.key().pk())
                        .thenComparing(item -> item.key().sk()))
                .toList();
    }

    /** Every key and value as text, to search for what must not be there. */
    public synchronized String everythingAsText() {
        StringBuilder text = new StringBuilder();
        everything()
                .forEach(item -> text.append(item.key())
                        .append(' ')
                        .append(item.attributes().values())
                        .append('\n'));
        return text.toString();
    }

    /** Puts an item without a call and without a change. */
    public synchronized MemoryTable holding(Key key, Attributes attributes) {
        Change change = new Change(key, Optional.ofNullable(items.get(key)), Optional.of(attributes));
        store(change);
        index(change);
        return this;
    }

    // The table

    @Override
    public synchronized Optional<Item> get(Key key) {
        return call("get", List.of(), () -> Optional.ofNullable(items.get(key)).map(found -> new Item(key, found)));
    }

    @Override
    public synchronized Map<Key, Item> getAll(Collection<Key> keys) {
        var wanted = new LinkedHashSet<>(keys);
        if (wanted.size() > MOST) {
            throw new IllegalArgumentException("a batch reads " + MOST + " items at the most");
        }
        if (wanted.isEmpty()) {
            return Map.of();
        }
        return call("getAll", List.of(), () -> {
            Map<Key, Item> found = new LinkedHashMap<>();
            for (Key key : wanted) {
                Attributes attributes = items.get(key);
                if (attributes != null) {
                    found.put(key, new Item(key, attributes));
                }
            }
            return found;
        });
    }

    @Override
    public synchronized Page query(Query query) {
        return call("query", List.of(), () -> {
            NavigableMap<Place, Attributes> all = query.index()
                    .map(indexes::get)
                    .orElse(partitions)
                    .getOrDefault(query.partition(), new TreeMap<>(BY_PLACE));
            NavigableMap<Place, Attributes> ordered = query.forward() ? all : all.descendingMap();
            if (query.start().isPresent()) {
                Position start = query.start().get();
                ordered = ordered.tailMap(new Place(start.sort(), start.key()), false);
            }
            List<Item> found = new ArrayList<>();
            Place last = null;
            for (Map.Entry<Place, Attributes> entry : ordered.entrySet()) {
                if (query.range().holds(entry.getKey().sort())) {
                    if (query.limit() > 0 && found.size() == query.limit()) {
                        return new Page(found, Optional.of(new Position(last.key(), last.sort())));
                    }
                    found.add(new Item(entry.getKey().key(), projected(query, entry.getValue())));
                    last = entry.getKey();
                }
            }
            return new Page(found, Optional.empty());
        });
    }

    @Override
    public synchronized Written write(List<? extends Write> writes) {
        Writes.checked(writes);
        return call("write", List.copyOf(writes), () -> {
            List<Written.Failure> failures = new ArrayList<>();
            List<Change> made = new ArrayList<>();
            for (int position = 0; position < writes.size(); position++) {
                Write write = writes.get(position);
                Optional<Attributes> before = Optional.ofNullable(items.get(write.key()));
                if (!holds(write.condition(), before.orElse(null))) {
                    failures.add(
                            new Written.Failure(position, before.map(standing -> new Item(write.key(), standing))));
                    continue;
                }
                Optional<Attributes> after = changed(before, write);
                after.ifPresent(MemoryTable::indexable);
                if (!before.equals(after)) {
                    made.add(new Change(write.key(), before, after));
                }
            }
            if (!failures.isEmpty()) {
                return new Written.Refused(failures);
            }
            made.forEach(this::commit);
            return new Written.Done();
        });
    }

    private <T> T call(String operation, List<Write> writes, Supplier<T> effect) {
        for (int again = 0; again <= Attempts.AGAIN; again++) {
            Call call = new Call(calls.size(), operation, writes);
            calls.add(call);
            TableCalls.one();
            Optional<Fault> fault = next.isEmpty() ? script.apply(call) : Optional.of(next.removeFirst());
            if (fault.isEmpty()) {
                return effect.get();
            }
            if (fault.get() == Fault.CRASH_BEFORE) {
                throw new Crash("before " + operation);
            }
            if (fault.get() == Fault.CRASH_AFTER || fault.get() == Fault.LOST_REPLY) {
                T unseen = effect.get();
                if (fault.get() == Fault.CRASH_AFTER) {
                    throw new Crash("after " + operation + ": " + unseen);
                }
                throw new TableBusy("no answer, which would have been: " + unseen);
            }
            // As with DynamoDB, what is final wins over a conflict: a condition that does not hold is told at once.
            if (operation.equals("write") && !writesHold(writes)) {
                return effect.get();
            }
        }
        throw new TableBusy(operation + " given up");
    }

    private boolean writesHold(List<Write> writes) {
        return writes.stream().allMatch(write -> holds(write.condition(), items.get(write.key())));
    }

    private void commit(Change change) {
        store(change);
        changes.add(change);
        if (indexesHeld) {
            unindexed.add(change);
        } else {
            index(change);
        }
    }

    private void store(Change change) {
        Key key = change.key();
        Place place = new Place(key.sk(), key);
        var partition = partitions.computeIfAbsent(key.pk(), pk -> new TreeMap<>(BY_PLACE));
        change.after()
                .ifPresentOrElse(
                        attributes -> {
                            items.put(key, attributes);
                            partition.put(place, attributes);
                        },
                        () -> {
                            items.remove(key);
                            partition.remove(place);
                        });
    }

    private void index(Change change) {
        indexes.forEach((index, places) -> {
            change.before()
                    .filter(before -> listed(index, before))
                    .ifPresent(before -> places.getOrDefault(before.string(index.partition()), new TreeMap<>(BY_PLACE))
                            .remove(new Place(before.string(index.sort()), change.key())));
            change.after()
                    .filter(after -> listed(index, after))
                    .ifPresent(after -> places.computeIfAbsent(
                                    after.string(index.partition()), pk -> new TreeMap<>(BY_PLACE))
                            .put(new Place(after.string(index.sort()), change.key()), after));
        });
    }

    private static boolean listed(Index index, Attributes attributes) {
        return attributes.has(index.partition()) && attributes.has(index.sort());
    }

    /** DynamoDB refuses a write that leaves an index key which is no text, or empty. */
    private static void indexable(Attributes attributes) {
        for (Index index : Index.values()) {
            for (String name : List.of(index.partition(), index.sort())) {
                AttributeValue value = attributes.values().get(name);
                if (value != null && (value.s() == null || value.s().isEmpty())) {
                    throw new IllegalArgumentException("an index key is a text that is not empty: " + name);
                }
            }
        }
    }

    private static Attributes projected(Query query, Attributes whole) {
        if (query.index().isEmpty()) {
            return whole;
        }
        Index index = query.index().get();
        Map<String, AttributeValue> some = new LinkedHashMap<>();
        whole.values().forEach((name, value) -> {
            boolean key = name.equals(index.partition()) || name.equals(index.sort());
            if (key || index.projectsRow() && name.equals(TableDefinition.ROW)) {
                some.put(name, value);
            }
        });
        return new Attributes(some);
    }

    // Conditions

    private static boolean holds(Condition condition, Attributes standing) {
        return switch (condition) {
            case Condition.None() -> true;
            case Condition.ItemExists() -> standing != null;
            case Condition.ItemAbsent() -> standing == null;
            case Condition.Present(String path) -> at(standing, path).isPresent();
            case Condition.Absent(String path) -> at(standing, path).isEmpty();
            case Condition.Compared(String path, Condition.Comparison how, AttributeValue value) ->
                compares(at(standing, path), how, value);
            case Condition.OneOf(String path, List<AttributeValue> values) ->
                at(standing, path).filter(values::contains).isPresent();
            case Condition.All(List<Condition> all) -> all.stream().allMatch(each -> holds(each, standing));
            case Condition.Any(List<Condition> any) -> {
                List<Condition> real = any.stream()
                        .filter(each -> !(each instanceof Condition.None))
                        .toList();
                yield real.isEmpty() || real.stream().anyMatch(each -> holds(each, standing));
            }
        };
    }

    private static boolean compares(Optional<AttributeValue> found, Condition.Comparison how, AttributeValue value) {
        return switch (how) {
            case EQUAL -> found.filter(value::equals).isPresent();
            case NOT_EQUAL -> found.filter(value::equals).isEmpty();
            case LESS -> order(found, value).filter(order -> order < 0).isPresent();
            case AT_MOST -> order(found, value).filter(order -> order <= 0).isPresent();
            case MORE -> order(found, value).filter(order -> order > 0).isPresent();
            case AT_LEAST -> order(found, value).filter(order -> order >= 0).isPresent();
        };
    }

    /** Values of different types have no order. */
    private static Optional<Integer> order(Optional<AttributeValue> found, AttributeValue value) {
        return found.flatMap(left -> {
            if (left.n() != null && value.n() != null) {
                return Optional.of(new BigDecimal(left.n()).compareTo(new BigDecimal(value.n())));
            }
            return left.s() != null && value.s() != null
                    ? Optional.of(Utf8Order.compare(left.s(), value.s()))
                    : Optional.empty();
        });
    }

    private static Optional<AttributeValue> at(Attributes standing, String path) {
        if (standing == null) {
            return Optional.empty();
        }
        Map<String, AttributeValue> here = standing.values();
        String[] names = path.split("\\.", -1);
        for (int i = 0; i < names.length - 1; i++) {
            AttributeValue inner = here.get(names[i]);
            if (inner == null || !inner.hasM()) {
                return Optional.empty();
            }
            here = inner.m();
        }
        return Optional.ofNullable(here.get(names[names.length - 1]));
    }

    // Changes

    private static Optional<Attributes> changed(Optional<Attributes> before, Write write) {
        return switch (write) {
            case Write.Put put -> Optional.of(put.attributes());
            case Write.Update update -> Optional.of(updated(before, update));
            case Write.Delete delete -> Optional.empty();
            case Write.Check check -> before;
        };
    }

    private static Attributes updated(Optional<Attributes> before, Write.Update update) {
        if (update.sets().isEmpty()
                && update.adds().isEmpty()
                && update.removes().isEmpty()) {
            throw new IllegalArgumentException("an update that changes nothing");
        }
        Map<String, AttributeValue> values =
                new LinkedHashMap<>(before.map(Attributes::values).orElse(Map.of()));
        update.sets().forEach((path, value) -> changed(values, path.split("\\.", -1), 0, value));
        update.removes().forEach(path -> changed(values, path.split("\\.", -1), 0, null));
        update.adds().forEach((name, amount) -> {
            AttributeValue old = values.get(name);
            if (old != null && old.n() == null) {
                throw new IllegalArgumentException("nothing can be added to " + name);
            }
            BigDecimal sum = (old == null ? BigDecimal.ZERO : new BigDecimal(old.n())).add(BigDecimal.valueOf(amount));
            values.put(name, AttributeValue.fromN(sum.toPlainString()));
        });
        return new Attributes(values);
    }

    private static void changed(Map<String, AttributeValue> here, String[] path, int depth, AttributeValue value) {
        String name = path[depth];
        if (depth == path.length - 1) {
            if (value == null) {
                here.remove(name);
            } else {
                here.put(name, value);
            }
            return;
        }
        AttributeValue inner = here.get(name);
        if (inner == null || !inner.hasM()) {
            throw new IllegalArgumentException("the path of an update leads through what is no map: " + name);
        }
        Map<String, AttributeValue> copy = new LinkedHashMap<>(inner.m());
        changed(copy, path, depth + 1, value);
        here.put(name, AttributeValue.fromM(copy));
    }

    @Override
    public String toString() {
        return "MemoryTable of " + Objects.toString(items.size()) + " items";
    }
}
