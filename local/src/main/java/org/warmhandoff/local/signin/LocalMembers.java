package org.warmhandoff.local.signin;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The members in the table. Read past every function, as an operator would look into the table. */
public final class LocalMembers {

    private final DynamoDbClient client;
    private final String table;

    public LocalMembers(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    /** All of them, those of one organization together. */
    public List<LocalMember> all() {
        Map<String, String> organizations =
                rows("ORG").collect(Collectors.toMap(row -> text(row, "id"), row -> text(row, "name")));
        return rows("MEMBER")
                .map(row -> new LocalMember(
                        text(row, "id"),
                        text(row, "name"),
                        text(row, "email"),
                        roles(row.get("roles")),
                        text(row, "organization"),
                        organizations.getOrDefault(text(row, "organization"), text(row, "organization")),
                        !row.containsKey("active")
                                || Boolean.TRUE.equals(row.get("active").bool())))
                .sorted(Comparator.comparing(LocalMember::organizationName).thenComparing(LocalMember::name))
                .toList();
    }

    public Optional<LocalMember> find(String id) {
        return all().stream().filter(member -> member.id().equals(id)).findFirst();
    }

    private Stream<Map<String, AttributeValue>> rows(String type) {
        return client
                .scanPaginator(request -> request.tableName(table)
                        .consistentRead(true)
                        .filterExpression("#type = :type")
                        .expressionAttributeNames(Map.of("#type", "type"))
                        .expressionAttributeValues(Map.of(":type", AttributeValue.fromS(type))))
                .items()
                .stream()
                .map(item -> item.containsKey("row") ? item.get("row").m() : item);
    }

    private static String text(Map<String, AttributeValue> row, String name) {
        AttributeValue value = row.get(name);
        return value == null || value.s() == null ? "" : value.s();
    }

    private static List<String> roles(AttributeValue value) {
        if (value == null) {
            return List.of();
        }
        return value.hasSs()
                ? value.ss().stream().sorted().toList()
                : value.l().stream().map(AttributeValue::s).toList();
    }
}
