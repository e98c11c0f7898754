package org.warmhandoff.adapters.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.warmhandoff.Ids;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** What DynamoDB Local never does: conflicts, load, half-read batches. */
class DynamoTableTroubleTest {

    private static final List<Write> TWO = List.of(
            Write.create(new Key("P", "a"), Attributes.none()), Write.create(new Key("P", "b"), Attributes.none()));

    private final Scripted client = new Scripted();
    private final List<Duration> pauses = new ArrayList<>();
    private final Table table = new DynamoTable(client, "table", new Tokens(), new Attempts(pauses::add));

    @Test
    void a_conflict_passes_and_the_next_try_is_a_transaction_of_its_own() {
        client.answers(() -> canceled("None", "TransactionConflict"), TransactWriteItemsResponse.builder()::build);

        assertThat(table.write(TWO).done()).isTrue();

        assertThat(client.tokens).containsExactly("token-1", "token-2");
        assertThat(pauses).hasSize(1);
    }

    @Test
    void a_transaction_that_is_still_under_way_is_asked_for_again_by_its_own_token() {
        client.answers(
                () -> {
                    throw TransactionInProgressException.builder().build();
                },
                TransactWriteItemsResponse.builder()::build);

        assertThat(table.write(TWO).done()).isTrue();

        assertThat(client.tokens).containsExactly("token-1", "token-1");
    }

    @Test
    void a_refusal_is_final_in_the_midst_of_conflicts() {
        client.answers(() -> canceled("TransactionConflict", "ConditionalCheckFailed"));

        assertThat(table.write(TWO))
                .isInstanceOfSatisfying(
                        Written.Refused.class,
                        refused -> assertThat(refused.failures())
                                .extracting(Written.Failure::position)
                                .containsExactly(1));
        assertThat(client.tokens).hasSize(1);
    }

    @Test
    void a_mistake_is_thrown_and_not_tried_again() {
        client.answers(() -> canceled("ConditionalCheckFailed", "ValidationError"));

        assertThatThrownBy(() -> table.write(TWO)).isInstanceOf(TransactionCanceledException.class);
        assertThat(client.tokens).hasSize(1);
    }

    @Test
    void what_stays_in_conflict_is_given_up_after_five_more_tries() {
        client.always(() -> canceled("ThrottlingError", "None"));

        assertThatThrownBy(() -> table.write(TWO)).isInstanceOf(TableBusy.class);

        assertThat(client.tokens).hasSize(6);
        assertThat(pauses).hasSize(5).allMatch(pause -> pause.compareTo(Duration.ofMillis(500)) < 0);
        assertThat(pauses.getLast()).isGreaterThan(pauses.getFirst());
    }

    @Test
    void a_single_write_in_conflict_with_a_transaction_is_tried_again() {
        client.answers(
                () -> {
                    throw TransactionConflictException.builder().build();
                },
                PutItemResponse.builder()::build);

        assertThat(table.write(TWO.getFirst()).done()).isTrue();
        assertThat(pauses).hasSize(1);
    }

    @Test
    void no_answer_at_all_says_that_nothing_is_known() {
        client.answers(() -> {
            throw SdkClientException.create("connection reset");
        });

        assertThatThrownBy(() -> table.write(TWO)).isInstanceOf(TableBusy.class);
    }

    @Test
    void keys_that_a_batch_left_are_read_with_the_next() {
        Key a = new Key("P", "a");
        Key b = new Key("P", "b");
        client.answers(
                () -> BatchGetItemResponse.builder()
                        .responses(Map.of("table", List.of(a.rendered())))
                        .unprocessedKeys(Map.of(
                                "table",
                                KeysAndAttributes.builder().keys(b.rendered()).build()))
                        .build(),
                () -> BatchGetItemResponse.builder()
                        .responses(Map.of("table", List.of(b.rendered())))
                        .build());

        assertThat(table.getAll(List.of(a, b))).containsOnlyKeys(a, b);
    }

    @Test
    void calls_are_counted_for_the_request_that_makes_them() {
        TableCalls calls = new TableCalls();
        client.answers(() -> canceled("TransactionConflict", "None"), TransactWriteItemsResponse.builder()::build);

        calls.counting(() -> table.write(TWO));

        assertThat(calls.count()).isEqualTo(2);
    }

    private static TransactWriteItemsResponse canceled(String... codes) {
        throw TransactionCanceledException.builder()
                .cancellationReasons(Arrays.stream(codes)
                        .map(code -> CancellationReason.builder().code(code).build())
                        .toList())
                .build();
    }

    private static final class Tokens implements Ids {
        private int count;

        @Override
        public String next() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String token128() {
            return "token-" + ++count;
        }

        @Override
        public String token256() {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Scripted implements DynamoDbClient {
        private final Deque<Supplier<?>> answers = new ArrayDeque<>();
        private final List<String> tokens = new ArrayList<>();
        private Supplier<?> otherwise = () -> {
            throw new AssertionError("nothing more was expected");
        };

        @SafeVarargs
        final void answers(Supplier<?>... next) {
            answers.addAll(Arrays.asList(next));
        }

        void always(Supplier<?> answer) {
            otherwise = answer;
        }

        private Object next() {
            return (answers.isEmpty() ? otherwise : answers.removeFirst()).get();
        }

        @Override
        public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
            tokens.add(request.clientRequestToken());
            return (TransactWriteItemsResponse) next();
        }

        @Override
        public PutItemResponse putItem(PutItemRequest request) {
            return (PutItemResponse) next();
        }

        @Override
        public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
            return (BatchGetItemResponse) next();
        }

        @Override
        public String serviceName() {
            return "dynamodb";
        }

        @Override
        public void close() {}
    }
}
