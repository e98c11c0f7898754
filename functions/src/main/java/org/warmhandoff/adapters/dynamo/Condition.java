package org.warmhandoff.adapters.dynamo;

import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What must hold for a write to happen, about the item as it stands. Paths may lead into maps ({@code mail.state}). A comparison with an
 * attribute that is not there does not hold, save {@link #isNot}.
 */
public sealed interface Condition {

    record None() implements Condition {}

    record ItemExists() implements Condition {}

    record ItemAbsent() implements Condition {}

    record Present(String path) implements Condition {}

    record Absent(String path) implements Condition {}

    record Compared(String path, Comparison comparison, AttributeValue value) implements Condition {}

    record OneOf(String path, List<AttributeValue> values) implements Condition {
        public OneOf {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("one of nothing never holds");
            }
        }
    }

    record All(List<Condition> conditions) implements Condition {
        public All {
            conditions = List.copyOf(conditions);
        }
    }

    record Any(List<Condition> conditions) implements Condition {
        public Any {
            conditions = List.copyOf(conditions);
        }
    }

    /** How an attribute is compared; texts by their UTF-8 bytes. */
    enum Comparison {
        EQUAL("="),
        NOT_EQUAL("<>"),
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }

    static Condition none() {
        return new None();
    }

    static Condition itemExists() {
        return new ItemExists();
    }

    static Condition itemAbsent() {
        return new ItemAbsent();
    }

    static Condition present(String path) {
        return new Present(path);
    }

    static Condition absent(String path) {
        return new Absent(path);
    }

    static Condition is(String path, Object value) {
        return new Compared(path, Comparison.EQUAL, Values.of(value));
    }

    /** Holds also where the attribute is not there. */
    static Condition isNot(String path, Object value) {
        return new Compared(path, Comparison.NOT_EQUAL, Values.of(value));
    }

    static Condition lessThan(String path, Object value) {
        return new Compared(path, Comparison.LESS, Values.of(value));
    }

    static Condition atMost(String path, Object value) {
        return new Compared(path, Comparison.AT_MOST, Values.of(value));
    }

    static Condition moreThan(String path, Object value) {
        return new Compared(path, Comparison.MORE, Values.of(value));
    }

    static Condition atLeast(String path, Object value) {
        return new Compared(path, Comparison.AT_LEAST, Values.of(value));
    }

    static Condition oneOf(String path, Object... values) {
        return new OneOf(path, Arrays.stream(values).map(Values::of).toList());
    }

    static Condition allOf(Condition... conditions) {
        return new All(List.of(conditions));
    }

    static Condition anyOf(Condition... conditions) {
        return new Any(List.of(conditions));
    }

    default Condition and(Condition other) {
        return new All(List.of(this, other));
    }

    default Condition or(Condition other) {
        return new Any(List.of(this, other));
    }
}
