package org.warmhandoff.adapters.dynamo;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.warmhandoff.Ids;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.RequestLimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** The table in DynamoDB, over the low-level client. */
public final class DynamoTable implements Table {

    private static final Set<String> PASSING =
            Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded", "RequestLimitExceeded");
    private static final String REFUSED = "ConditionalCheckFailed";
    private static final String FINE = "None";

    private final DynamoDbClient client;
    private final String name;
    private final Ids ids;
    private final Attempts attempts;

    public DynamoTable(DynamoDbClient client, String name, Ids ids) {
        this(client, name, ids, Attempts.sleeping());
    }

    DynamoTable(DynamoDbClient client, String name, Ids ids, Attempts attempts) {
        this.client = client;
        this.name = name;
        this.ids = ids;
        this.attempts = attempts;
    }

    @Override
    public Optional<Item> get(Key key) {
        var answer = attempts.of(() -> calling(() -> client.getItem(
                request -> request.tableName(name).key(key.rendered()).consistentRead(true))));
        return answer.hasItem() ? Optional.of(Item.of(answer.item())) : Optional.empty();
    }

    @Override
    public Map<Key, Item> getAll(Collection<Key> keys) {
        var wanted = new LinkedHashSet<>(keys);
        if (wanted.size() > MOST) {
            throw new IllegalArgumentException("a batch reads " + MOST + " items at the most");
        }
        Map<Key, Item> found = new LinkedHashMap<>();
        var left = new LinkedHashSet<>(wanted);
        if (left.isEmpty()) {
            return found;
        }
        attempts.of(() -> {
            var asked = KeysAndAttributes.builder()
                    .keys(left.stream().map(Key::rendered).toList())
                    .consistentRead(true)
                    .build();
            var answer = calling(() -> client.batchGetItem(request -> request.requestItems(Map.of(name, asked))));
            for (Map<String, AttributeValue> values : answer.responses().getOrDefault(name, List.of())) {
                Item item = Item.of(values);
                found.put(item.key(), item);
            }
            left.clear();
            var unprocessed = answer.unprocessedKeys().get(name);
            if (unprocessed != null) {
                unprocessed
                        .keys()
                        .forEach(values -> left.add(new Key(
                                values.get(TableDefinition.PK).s(),
                                values.get(TableDefinition.SK).s())));
            }
            if (!left.isEmpty()) {
                throw new Attempts.TryAgain("keys of a batch left unread", null);
            }
            return found;
        });
        return found;
    }

    /** Asks for one item more than the page holds: only so is it known whether this page is the last. */
    @Override
    public Page query(Query query) {
        String partitionName = query.index().map(Index::partition).orElse(TableDefinition.PK);
        String sortName = query.index().map(Index::sort).orElse(TableDefinition.SK);
        Expression expression = new Expression();
        QueryRequest.Builder request = QueryRequest.builder()
                .tableName(name)
                .keyConditionExpression(expression.key(partitionName, query.partition(), sortName, query.range()))
                .expressionAttributeNames(expression.names())
                .expressionAttributeValues(expression.values())
                .scanIndexForward(query.forward());
        query.index()
                .ifPresentOrElse(index -> request.indexName(index.indexName()), () -> request.consistentRead(true));
        if (query.limit() > 0) {
            request.limit(query.limit() + 1);
        }
        query.start().ifPresent(start -> {
            Map<String, AttributeValue> from = new LinkedHashMap<>(start.key().rendered());
            from.put(partitionName, AttributeValue.fromS(query.partition()));
            from.put(sortName, AttributeValue.fromS(start.sort()));
            request.exclusiveStartKey(from);
        });
        QueryResponse answer = attempts.of(() -> calling(() -> client.query(request.build())));

        List<Map<String, AttributeValue>> all = answer.items();
        if (query.limit() > 0 && all.size() > query.limit()) {
            var kept = all.subList(0, query.limit());
            return page(kept, Optional.of(kept.getLast()), sortName);
        }
        return page(
                all,
                answer.hasLastEvaluatedKey() ? Optional.of(answer.lastEvaluatedKey()) : Optional.empty(),
                sortName);
    }

    private static Page page(
            List<Map<String, AttributeValue>> items, Optional<Map<String, AttributeValue>> last, String sortName) {
        return new Page(
                items.stream().map(Item::of).toList(),
                last.map(values -> new Position(
                        new Key(
                                values.get(TableDefinition.PK).s(),
                                values.get(TableDefinition.SK).s()),
                        values.get(sortName).s())));
    }

    @Override
    public Written write(List<? extends Write> writes) {
        Writes.checked(writes);
        return writes.size() == 1 && !(writes.getFirst() instanceof Write.Check)
                ? single(writes.getFirst())
                : transaction(writes);
    }

    private Written single(Write write) {
        return attempts.of(() -> {
            try {
                calling(() -> switch (write) {
                    case Write.Put put -> put(put);
                    case Write.Update update -> update(update);
                    case Write.Delete delete -> delete(delete);
                    case Write.Check check -> throw new IllegalStateException("a check goes by transaction");
                });
                return new Written.Done();
            } catch (ConditionalCheckFailedException refused) {
                return new Written.Refused(List.of(failure(0, refused.hasItem(), refused.item())));
            }
        });
    }

    private Object put(Write.Put put) {
        Expression expression = new Expression();
        String condition = expression.condition(put.condition());
        return client.putItem(request -> request.tableName(name)
                .item(whole(put))
                .conditionExpression(condition)
                .expressionAttributeNames(expression.names())
                .expressionAttributeValues(expression.values())
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
    }

    private Object update(Write.Update update) {
        Expression expression = new Expression();
        String changes = expression.update(update);
        String condition = expression.condition(update.condition());
        return client.updateItem(request -> request.tableName(name)
                .key(update.key().rendered())
                .updateExpression(changes)
                .conditionExpression(condition)
                .expressionAttributeNames(expression.names())
                .expressionAttributeValues(expression.values())
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
    }

    private Object delete(Write.Delete delete) {
        Expression expression = new Expression();
        String condition = expression.condition(delete.condition());
        return client.deleteItem(request -> request.tableName(name)
                .key(delete.key().rendered())
                .conditionExpression(condition)
                .expressionAttributeNames(expression.names())
                .expressionAttributeValues(expression.values())
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
    }

    /**
     * The token makes a try after a lost reply the same transaction, not a second one. A canceled transaction is over, so the next try
     * is a new one.
     */
    private Written transaction(List<? extends Write> writes) {
        var items = writes.stream().map(this::rendered).toList();
        String[] token = {ids.token128()};
        return attempts.of(() -> {
            try {
                calling(() -> client.transactWriteItems(
                        request -> request.transactItems(items).clientRequestToken(token[0])));
                return new Written.Done();
            } catch (TransactionCanceledException canceled) {
                token[0] = ids.token128();
                return refused(canceled);
            }
        });
    }

    /**
     * A list of reasons may mix kinds. A mistake of ours is thrown, whatever else there is; then what is final wins, for no other try
     * can change it.
     */
    private static Written refused(TransactionCanceledException canceled) throws Attempts.TryAgain {
        List<CancellationReason> reasons = canceled.cancellationReasons();
        boolean known = reasons.stream()
                .map(CancellationReason::code)
                .allMatch(code -> code == null || FINE.equals(code) || REFUSED.equals(code) || PASSING.contains(code));
        if (!known) {
            throw canceled;
        }
        var failures = IntStream.range(0, reasons.size())
                .filter(position -> REFUSED.equals(reasons.get(position).code()))
                .mapToObj(position -> failure(
                        position,
                        reasons.get(position).hasItem(),
                        reasons.get(position).item()))
                .toList();
        if (failures.isEmpty()) {
            throw new Attempts.TryAgain("a transaction in conflict or over the limit", canceled);
        }
        return new Written.Refused(failures);
    }

    private TransactWriteItem rendered(Write write) {
        Expression expression = new Expression();
        TransactWriteItem.Builder item = TransactWriteItem.builder();
        switch (write) {
            case Write.Put put -> {
                String condition = expression.condition(put.condition());
                item.put(to -> to.tableName(name)
                        .item(whole(put))
                        .conditionExpression(condition)
                        .expressionAttributeNames(expression.names())
                        .expressionAttributeValues(expression.values())
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            }
            case Write.Update update -> {
                String changes = expression.update(update);
                String condition = expression.condition(update.condition());
                item.update(to -> to.tableName(name)
                        .key(update.key().rendered())
                        .updateExpression(changes)
                        .conditionExpression(condition)
                        .expressionAttributeNames(expression.names())
                        .expressionAttributeValues(expression.values())
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            }
            case Write.Delete delete -> {
                String condition = expression.condition(delete.condition());
                item.delete(to -> to.tableName(name)
                        .key(delete.key().rendered())
                        .conditionExpression(condition)
                        .expressionAttributeNames(expression.names())
                        .expressionAttributeValues(expression.values())
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            }
            case Write.Check check -> {
                String condition = expression.condition(check.condition());
                item.conditionCheck(to -> to.tableName(name)
                        .key(check.key().rendered())
                        .conditionExpression(condition)
                        .expressionAttributeNames(expression.names())
                        .expressionAttributeValues(expression.values())
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            }
        }
        return item.build();
    }

    private static Map<String, AttributeValue> whole(Write.Put put) {
        Map<String, AttributeValue> whole = new LinkedHashMap<>(put.attributes().values());
        whole.putAll(put.key().rendered());
        return whole;
    }

    private static Written.Failure failure(int position, boolean stands, Map<String, AttributeValue> standing) {
        return new Written.Failure(
                position, stands && !standing.isEmpty() ? Optional.of(Item.of(standing)) : Optional.empty());
    }

    private static <T> T calling(Supplier<T> call) throws Attempts.TryAgain {
        TableCalls.one();
        try {
            return call.get();
        } catch (TransactionConflictException
                | TransactionInProgressException
                | ProvisionedThroughputExceededException
                | RequestLimitExceededException
                | ThrottlingException
                | InternalServerErrorException busy) {
            throw new Attempts.TryAgain(busy.getClass().getSimpleName(), busy);
        } catch (TransactionCanceledException | ConditionalCheckFailedException refused) {
            throw refused;
        } catch (DynamoDbException failed) {
            if (failed.isThrottlingException() || failed.statusCode() >= 500) {
                throw new Attempts.TryAgain("DynamoDB answered " + failed.statusCode(), failed);
            }
            throw failed;
        } catch (SdkClientException unreachable) {
            // The SDK has tried again by itself; what was sent may have been written.
            throw new TableBusy("no answer from DynamoDB", unreachable);
        }
    }
}
