package org.warmhandoff.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** A pattern of Lambda's event filtering: an event passes when each field named has one of the values named. */
public final class EventFilter implements Predicate<JsonNode> {

    private final JsonNode pattern;

    private EventFilter(JsonNode pattern) {
        this.pattern = pattern;
    }

    /** Refuses at the start a pattern that it could not honor later. */
    static EventFilter of(JsonNode pattern, String where) {
        check(pattern, where);
        return new EventFilter(pattern);
    }

    /** Several filters of one source: an event passes if any lets it. */
    public static boolean passes(List<EventFilter> filters, JsonNode event) {
        return filters.isEmpty() || filters.stream().anyMatch(filter -> filter.test(event));
    }

    @Override
    public boolean test(JsonNode event) {
        return matches(pattern, event);
    }

    private static boolean matches(JsonNode pattern, JsonNode event) {
        return pattern.properties().stream().allMatch(field -> {
            if (field.getKey().equals("$or")) {
                return stream(field.getValue()).anyMatch(branch -> matches(branch, event));
            }
            JsonNode value = event.path(field.getKey());
            return field.getValue().isArray()
                    ? stream(field.getValue()).anyMatch(rule -> allows(rule, value))
                    : matches(field.getValue(), value);
        });
    }

    private static boolean allows(JsonNode rule, JsonNode value) {
        if (!rule.isObject()) {
            return value.isArray() ? stream(value).anyMatch(rule::equals) : equal(rule, value);
        }
        var operator = rule.properties().iterator().next();
        JsonNode argument = operator.getValue();
        return switch (operator.getKey()) {
            case "prefix" -> value.isTextual() && value.textValue().startsWith(argument.textValue());
            case "suffix" -> value.isTextual() && value.textValue().endsWith(argument.textValue());
            case "equals-ignore-case" -> value.isTextual() && value.textValue().equalsIgnoreCase(argument.textValue());
            case "exists" -> value.isMissingNode() != argument.booleanValue();
            case "anything-but" ->
                !value.isMissingNode()
                        && (argument.isArray()
                                ? stream(argument).noneMatch(other -> equal(other, value))
                                : argument.isObject() ? !allows(argument, value) : !equal(argument, value));
            default -> throw new IllegalStateException(operator.getKey());
        };
    }

    private static boolean equal(JsonNode wanted, JsonNode value) {
        return wanted.isNumber() && value.isNumber()
                ? wanted.decimalValue().compareTo(value.decimalValue()) == 0
                : Objects.equals(wanted, value);
    }

    private static void check(JsonNode pattern, String where) {
        if (!pattern.isObject()) {
            throw new TemplateProblem(where, "a filter pattern is an object");
        }
        pattern.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (field.getKey().equals("$or")) {
                stream(value).forEach(branch -> check(branch, where));
            } else if (value.isArray()) {
                stream(value).filter(JsonNode::isObject).forEach(rule -> checkOperator(rule, where));
            } else {
                check(value, where);
            }
        });
    }

    private static void checkOperator(JsonNode rule, String where) {
        List<String> known = List.of("prefix", "suffix", "equals-ignore-case", "exists", "anything-but");
        rule.fieldNames().forEachRemaining(operator -> {
            if (!known.contains(operator)) {
                throw new TemplateProblem(where, "the local system does not know the filter rule " + operator);
            }
        });
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
