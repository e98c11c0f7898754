package org.warmhandoff.adapters.dynamo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** The shape of the table, as {@code template.yaml} declares it: what a test or the local system creates. */
public final class TableDefinition {

    public static final String PK = "PK";
    public static final String SK = "SK";
    public static final String ROW = "row";
    public static final String TTL = "ttl";

    private TableDefinition() {}

    /** Asks for the table, on demand, with its indexes and a stream of keys. */
    public static CreateTableRequest named(String table) {
        List<AttributeDefinition> attributes = new ArrayList<>(List.of(string(PK), string(SK)));
        for (Index index : Index.values()) {
            attributes.add(string(index.partition()));
            attributes.add(string(index.sort()));
        }
        return CreateTableRequest.builder()
                .tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attributes)
                .keySchema(schema(PK, SK))
                .globalSecondaryIndexes(Arrays.stream(Index.values())
                        .map(TableDefinition::index)
                        .toList())
                .streamSpecification(StreamSpecification.builder()
                        .streamEnabled(true)
                        .streamViewType(StreamViewType.KEYS_ONLY)
                        .build())
                .build();
    }

    private static GlobalSecondaryIndex index(Index index) {
        Projection.Builder projection = Projection.builder();
        if (index.projectsRow()) {
            projection.projectionType(ProjectionType.INCLUDE).nonKeyAttributes(ROW);
        } else {
            projection.projectionType(ProjectionType.KEYS_ONLY);
        }
        return GlobalSecondaryIndex.builder()
                .indexName(index.indexName())
                .keySchema(schema(index.partition(), index.sort()))
                .projection(projection.build())
                .build();
    }

    private static AttributeDefinition string(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static List<KeySchemaElement> schema(String partition, String sort) {
        return List.of(
                KeySchemaElement.builder()
                        .attributeName(partition)
                        .keyType(KeyType.HASH)
                        .build(),
                KeySchemaElement.builder()
                        .attributeName(sort)
                        .keyType(KeyType.RANGE)
                        .build());
    }
}
