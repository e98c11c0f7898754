package org.warmhandoff.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.warmhandoff.adapters.queue.SqsLateMessages;
import org.warmhandoff.adapters.schedule.SchedulerTimers;
import org.warmhandoff.adapters.sms.SnsTexter;
import org.warmhandoff.contact.PhoneNumber;
import org.warmhandoff.message.MessageKey;
import org.warmhandoff.message.OutgoingText;
import org.warmhandoff.message.Submission;
import org.warmhandoff.referral.ReferralId;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** The deployed adapters against LocalStack: what leaves them, and what comes back. */
@ExtendWith(ImagesPresent.class)
class LocalStackServicesTest {

    private static final MessageKey MESSAGE = MessageKey.mail(new ReferralId("01KAMQ7Z3V8X2N5R9T4W6Y1B0C"), 0);

    @Test
    void the_stream_tells_of_each_message_in_the_outbox_by_its_key_alone() throws Exception {
        DynamoDbClient table = LocalStack.client(DynamoDbClient.builder());
        DynamoDbStreamsClient streams = LocalStack.client(DynamoDbStreamsClient.builder());
        LocalStack.createTable(table, "outbox");

        put(table, "META", "secret");
        put(table, "MSG#MAIL#0", "secret");

        String arn = table.describeTable(describe -> describe.tableName("outbox"))
                .table()
                .latestStreamArn();
        List<Record> records = records(streams, arn, 2);
        assertThat(records).allSatisfy(record -> {
            assertThat(record.eventNameAsString()).isEqualTo("INSERT");
            assertThat(record.dynamodb().streamViewTypeAsString()).isEqualTo("KEYS_ONLY");
            assertThat(record.dynamodb().hasNewImage()).isFalse();
        });
        assertThat(records.stream()
                        .map(record -> record.dynamodb().keys().get("SK").s())
                        .filter(name -> name.startsWith(MessageKey.PREFIX)))
                .containsExactly("MSG#MAIL#0");
    }

    @Test
    void a_text_goes_out() throws Exception {
        SnsTexter texter = new SnsTexter(LocalStack.client(SnsClient.builder()), "+18005550100");

        Submission answer =
                texter.send(new OutgoingText(MESSAGE, new PhoneNumber("+12175550142"), "A text with no name in it."));

        assertThat(answer).isInstanceOf(Submission.Accepted.class);
        JsonNode sent = get("/_aws/sns/sms-messages")
                .path("sms_messages")
                .path("+12175550142")
                .path(0);
        assertThat(sent.path("Message").asText()).isEqualTo("A text with no name in it.");
    }

    @Test
    void a_number_on_the_carriers_own_list_can_be_asked_for() throws Exception {
        SnsClient sns = LocalStack.client(SnsClient.builder());
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(LocalStack.endpoint().resolve("/_aws/sns/phone-opt-outs"))
                                .POST(HttpRequest.BodyPublishers.ofString("{\"phoneNumber\":\"+12175550143\"}"))
                                .build(),
                        BodyHandlers.discarding());

        assertThat(sns.checkIfPhoneNumberIsOptedOut(check -> check.phoneNumber("+12175550143"))
                        .isOptedOut())
                .isTrue();
        assertThat(sns.checkIfPhoneNumberIsOptedOut(check -> check.phoneNumber("+12175550144"))
                        .isOptedOut())
                .isFalse();
    }

    @Test
    void keys_that_are_late_come_back_from_the_queue() {
        SqsClient sqs = LocalStack.client(SqsClient.builder());
        String url = sqs.createQueue(create -> create.queueName("follow-ups")).queueUrl();
        SqsLateMessages late = new SqsLateMessages(sqs, url);

        late.put(MESSAGE, Duration.ZERO);
        late.putAll(List.of(MESSAGE, MESSAGE));

        List<String> bodies = new ArrayList<>();
        for (int tries = 0; tries < 10 && bodies.size() < 3; tries++) {
            sqs
                    .receiveMessage(receive ->
                            receive.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(1))
                    .messages()
                    .stream()
                    .map(Message::body)
                    .forEach(bodies::add);
        }
        assertThat(bodies).containsOnly(MESSAGE.text()).hasSize(3);
    }

    @Test
    void a_schedule_is_made_once_however_often_it_is_asked_for() {
        SchedulerClient scheduler = LocalStack.client(SchedulerClient.builder());
        scheduler.createScheduleGroup(create -> create.name("follow-ups"));
        SchedulerTimers timers = new SchedulerTimers(
                scheduler,
                new SchedulerTimers.Settings(
                        "follow-ups",
                        "arn:aws:sqs:us-east-1:000000000000:follow-ups",
                        "arn:aws:iam::000000000000:role/schedule",
                        "arn:aws:sqs:us-east-1:000000000000:failed"));
        Instant due = Instant.parse("2030-11-29T15:00:00Z");

        timers.at(MESSAGE, due);
        timers.at(MESSAGE, due);

        List<String> names = scheduler.listSchedules(list -> list.groupName("follow-ups")).schedules().stream()
                .map(schedule -> schedule.name())
                .toList();
        assertThat(names).hasSize(1);
        GetScheduleResponse made =
                scheduler.getSchedule(get -> get.groupName("follow-ups").name(names.getFirst()));
        assertThat(made.scheduleExpression()).isEqualTo("at(2030-11-29T15:00:00)");
        assertThat(made.scheduleExpressionTimezone()).isEqualTo("UTC");
        assertThat(made.target().input()).isEqualTo(MESSAGE.text());
        assertThat(made.target().deadLetterConfig().arn()).endsWith(":failed");
    }

    private static void put(DynamoDbClient table, String sort, String value) {
        table.putItem(item -> item.tableName("outbox")
                .item(Map.of(
                        "PK", AttributeValue.fromS("REF#01KAMQ7Z3V8X2N5R9T4W6Y1B0C"),
                        "SK", AttributeValue.fromS(sort),
                        "value", AttributeValue.fromS(value))));
    }

    private static List<Record> records(DynamoDbStreamsClient streams, String arn, int wanted) throws Exception {
        List<Record> records = new ArrayList<>();
        for (int tries = 0; tries < 30 && records.size() < wanted; tries++) {
            records.clear();
            streams.describeStream(describe -> describe.streamArn(arn))
                    .streamDescription()
                    .shards()
                    .forEach(shard -> {
                        String from = streams.getShardIterator(iterator -> iterator.streamArn(arn)
                                        .shardId(shard.shardId())
                                        .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                                .shardIterator();
                        records.addAll(streams.getRecords(get -> get.shardIterator(from))
                                .records());
                    });
            Thread.sleep(200);
        }
        return records;
    }

    private static JsonNode get(String path) throws Exception {
        URI address = LocalStack.endpoint().resolve(path);
        return new ObjectMapper()
                .readTree(HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                        .body());
    }
}
