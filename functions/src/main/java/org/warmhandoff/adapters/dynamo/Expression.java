package org.warmhandoff.adapters.dynamo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Collects the placeholders of one request while its expressions are rendered: no name and no value stands in an expression itself. */
final class Expression {

    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, AttributeValue> values = new LinkedHashMap<>();

    /** The condition, or null for none, which is how the SDK says it. */
    String condition(Condition condition) {
        return switch (condition) {
            case Condition.None() -> null;
            case Condition.ItemExists() -> "attribute_exists(" + path(TableDefinition.PK) + ")";
            case Condition.ItemAbsent() -> "attribute_not_exists(" + path(TableDefinition.PK) + ")";
            case Condition.Present(String path) -> "attribute_exists(" + path(path) + ")";
            case Condition.Absent(String path) -> "attribute_not_exists(" + path(path) + ")";
            case Condition.Compared(String path, Condition.Comparison how, AttributeValue value) ->
                path(path) + " " + how.sign() + " " + value(value);
            case Condition.OneOf(String path, List<AttributeValue> any) ->
                path(path) + " IN (" + any.stream().map(this::value).collect(Collectors.joining(", ")) + ")";
            case Condition.All(List<Condition> all) -> joined(all, " AND ");
            case Condition.Any(List<Condition> any) -> joined(any, " OR ");
        };
    }

    String update(Write.Update update) {
        List<String> clauses = new ArrayList<>();
        if (!update.sets().isEmpty()) {
            clauses.add(update.sets().entrySet().stream()
                    .map(set -> path(set.getKey()) + " = " + value(set.getValue()))
                    .collect(Collectors.joining(", ", "SET ", "")));
        }
        if (!update.removes().isEmpty()) {
            clauses.add(update.removes().stream().map(this::path).collect(Collectors.joining(", ", "REMOVE ", "")));
        }
        if (!update.adds().isEmpty()) {
            clauses.add(update.adds().entrySet().stream()
                    .map(add -> path(add.getKey()) + " " + value(Values.of(add.getValue())))
                    .collect(Collectors.joining(", ", "ADD ", "")));
        }
        if (clauses.isEmpty()) {
            throw new IllegalArgumentException("an update that changes nothing");
        }
        return String.join(" ", clauses);
    }

    String key(String partitionName, String partition, String sortName, Query.Range range) {
        String ours = path(partitionName) + " = " + value(AttributeValue.fromS(partition));
        return switch (range) {
            case Query.Range.Everything() -> ours;
            case Query.Range.BeginsWith(String prefix) ->
                ours + " AND begins_with(" + path(sortName) + ", " + text(prefix) + ")";
            case Query.Range.Between(String low, String high) ->
                ours + " AND " + path(sortName) + " BETWEEN " + text(low) + " AND " + text(high);
            case Query.Range.LessThan(String high) -> ours + " AND " + path(sortName) + " < " + text(high);
            case Query.Range.AtMost(String high) -> ours + " AND " + path(sortName) + " <= " + text(high);
            case Query.Range.MoreThan(String low) -> ours + " AND " + path(sortName) + " > " + text(low);
            case Query.Range.AtLeast(String low) -> ours + " AND " + path(sortName) + " >= " + text(low);
        };
    }

    /** Null when there are none: DynamoDB refuses empty ones. */
    Map<String, String> names() {
        return names.isEmpty() ? null : names;
    }

    /** Null when there are none: DynamoDB refuses empty ones. */
    Map<String, AttributeValue> values() {
        return values.isEmpty() ? null : values;
    }

    private String joined(List<Condition> conditions, String word) {
        List<String> rendered = conditions.stream()
                .filter(condition -> !(condition instanceof Condition.None))
                .map(this::condition)
                .filter(text -> text != null)
                .toList();
        if (rendered.isEmpty()) {
            return null;
        }
        return rendered.size() == 1
                ? rendered.getFirst()
                : rendered.stream().map(text -> "(" + text + ")").collect(Collectors.joining(word));
    }

    private String path(String path) {
        List<String> placeholders = new ArrayList<>();
        for (String name : path.split("\\.", -1)) {
            String placeholder = "#"
                    + name.chars()
                            .mapToObj(c ->
                                    Character.isLetterOrDigit(c) && c < 128 ? Character.toString(c) : "_" + c + "_")
                            .collect(Collectors.joining());
            names.put(placeholder, name);
            placeholders.add(placeholder);
        }
        return String.join(".", placeholders);
    }

    private String text(String text) {
        return value(AttributeValue.fromS(text));
    }

    private String value(AttributeValue value) {
        String placeholder = ":v" + values.size();
        values.put(placeholder, value);
        return placeholder;
    }
}
