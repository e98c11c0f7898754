package org.warmhandoff.adapters.dynamo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The attributes of an item, or of a map inside one: immutable, read by type. A required attribute that is absent is a fault in our
 * data and throws with its name, never with a value.
 */
public final class Attributes {

    private static final Attributes NONE = new Attributes(Map.of());

    private final Map<String, AttributeValue> values;

    Attributes(Map<String, AttributeValue> values) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static Attributes none() {
        return NONE;
    }

    public static Builder with() {
        return new Builder();
    }

    /** The same, to be changed. */
    public Builder and() {
        Builder builder = new Builder();
        builder.values.putAll(values);
        return builder;
    }

    Map<String, AttributeValue> values() {
        return values;
    }

    public Set<String> names() {
        return values.keySet();
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    public String string(String name) {
        return required(name, optionalString(name));
    }

    public Optional<String> optionalString(String name) {
        return read(name, AttributeValue::s);
    }

    public int integer(String name) {
        return Math.toIntExact(number(name));
    }

    public Optional<Integer> optionalInteger(String name) {
        return optionalNumber(name).map(Math::toIntExact);
    }

    public long number(String name) {
        return required(name, optionalNumber(name));
    }

    public Optional<Long> optionalNumber(String name) {
        return read(name, AttributeValue::n).map(Long::valueOf);
    }

    /** A flag that was never written is down. */
    public boolean flag(String name) {
        return read(name, AttributeValue::bool).orElse(false);
    }

    public Optional<Boolean> optionalFlag(String name) {
        return read(name, AttributeValue::bool);
    }

    public Instant instant(String name) {
        return required(name, optionalInstant(name));
    }

    public Optional<Instant> optionalInstant(String name) {
        return optionalString(name).map(Stamp::parse);
    }

    public LocalDate date(String name) {
        return required(name, optionalDate(name));
    }

    public Optional<LocalDate> optionalDate(String name) {
        return optionalString(name).map(LocalDate::parse);
    }

    public <E extends Enum<E>> E one(Class<E> type, String name) {
        return required(name, optionalOne(type, name));
    }

    public <E extends Enum<E>> Optional<E> optionalOne(Class<E> type, String name) {
        return optionalString(name).map(constant -> Enum.valueOf(type, constant));
    }

    /** A list that was never written is empty. */
    public List<String> strings(String name) {
        return elements(name, AttributeValue::s);
    }

    public List<Integer> integers(String name) {
        return elements(name, value -> Integer.valueOf(value.n()));
    }

    public <E extends Enum<E>> List<E> several(Class<E> type, String name) {
        return elements(name, value -> Enum.valueOf(type, value.s()));
    }

    /** A map that must be there. */
    public Attributes attributes(String name) {
        return required(name, optionalAttributes(name));
    }

    public Optional<Attributes> optionalAttributes(String name) {
        return Optional.ofNullable(values.get(name))
                .filter(AttributeValue::hasM)
                .map(value -> new Attributes(value.m()));
    }

    /** A list of maps; one that was never written is empty. */
    public List<Attributes> list(String name) {
        return elements(name, value -> new Attributes(value.m()));
    }

    private <T> Optional<T> read(String name, Function<AttributeValue, T> reading) {
        return Optional.ofNullable(values.get(name)).map(reading);
    }

    private <T> List<T> elements(String name, Function<AttributeValue, T> reading) {
        AttributeValue value = values.get(name);
        return value == null ? List.of() : value.l().stream().map(reading).toList();
    }

    private static <T> T required(String name, Optional<T> value) {
        return value.orElseThrow(() -> new IllegalStateException("the item has no attribute " + name));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attributes that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Names only: values are somebody's data. */
    @Override
    public String toString() {
        return "Attributes" + values.keySet();
    }

    /** Collects attributes. What is absent is left out. */
    public static final class Builder {
        private final Map<String, AttributeValue> values = new LinkedHashMap<>();

        private Builder() {}

        public Builder put(String name, String value) {
            return set(name, value);
        }

        public Builder put(String name, long value) {
            return set(name, value);
        }

        public Builder put(String name, boolean value) {
            return set(name, value);
        }

        public Builder put(String name, Instant value) {
            return set(name, value);
        }

        public Builder put(String name, LocalDate value) {
            return set(name, value);
        }

        public Builder put(String name, Enum<?> value) {
            return set(name, value);
        }

        public Builder put(String name, Attributes value) {
            return set(name, value);
        }

        /** A list of strings, numbers, enum constants or maps. */
        public Builder put(String name, Collection<?> values) {
            return set(name, values);
        }

        /** Nothing when absent. */
        public Builder put(String name, Optional<?> value) {
            value.ifPresent(present -> set(name, present));
            return this;
        }

        public Builder putAll(Attributes others) {
            values.putAll(others.values);
            return this;
        }

        /** Lists the item in an index. */
        public Builder index(Index index, String partition, String sort) {
            return put(index.partition(), partition).put(index.sort(), sort);
        }

        /** The map that lists show, projected into the indexes. */
        public Builder row(Attributes row) {
            return put(TableDefinition.ROW, row);
        }

        /** When DynamoDB may forget the item; it may take days longer, so whoever reads checks the time itself. */
        public Builder forgetAfter(Instant time) {
            return put(TableDefinition.TTL, time.getEpochSecond());
        }

        public Builder without(String name) {
            values.remove(name);
            return this;
        }

        public Attributes build() {
            return new Attributes(values);
        }

        private Builder set(String name, Object value) {
            values.put(name, Values.of(value));
            return this;
        }
    }
}
