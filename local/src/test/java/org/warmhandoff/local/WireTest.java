package org.warmhandoff.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.warmhandoff.local.sample.SampleSystem.client;
import static org.warmhandoff.local.sample.SampleSystem.get;
import static org.warmhandoff.local.sample.SampleSystem.post;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.warmhandoff.local.sample.RecordingHandler;
import org.warmhandoff.local.sample.SampleSystem;
import org.warmhandoff.local.wire.Faults;
import org.warmhandoff.local.wire.Message;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ActionAfterCompletion;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.ValidationException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;
import software.amazon.awssdk.services.sesv2.model.TooManyRequestsException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The real clients of the SDK against the servers that stand in for AWS. */
class WireTest {

    private static LocalSystem system;
    private static SesV2Client mail;
    private static SnsClient texts;
    private static SqsClient queues;
    private static SchedulerClient scheduler;

    @BeforeAll
    static void start() throws Exception {
        RecordingHandler.reset();
        system = LocalSystem.start(SampleSystem.options());
        mail = client(system, SesV2Client.builder());
        texts = client(system, SnsClient.builder());
        queues = client(system, SqsClient.builder());
        scheduler = client(system, SchedulerClient.builder());
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @BeforeEach
    void forget() {
        system.journey().settle(Duration.ofSeconds(10));
        RecordingHandler.reset();
    }

    private static void settle() {
        assertThat(system.journey().settle(Duration.ofSeconds(20))).isTrue();
    }

    private static SendEmailRequest mailTo(String address) {
        return SendEmailRequest.builder()
                .fromEmailAddress("referrals@example.org")
                .destination(to -> to.toAddresses(address))
                .configurationSetName("MailSet")
                .emailTags(tag -> tag.name("message").value("m-1"))
                .content(content -> content.simple(simple -> simple.subject(s -> s.data("New referral"))
                        .body(body -> body.text(t -> t.data("See http://localhost/r/abc/accept."))
                                .html(h ->
                                        h.data("<a href=\"http://localhost/r/abc/accept\">Accept <b>Client</b></a>")))
                        .headers(header -> header.name("List-Unsubscribe").value("<http://localhost/u/abc>"))))
                .build();
    }

    private static List<String> mailEvents() {
        return RecordingHandler.events("MailEventFunction").stream()
                .map(event -> event.path("Records").get(0).path("Sns").path("Message"))
                .map(message -> Json.read(message.asText()).path("eventType").asText())
                .toList();
    }

    @Nested
    class Mail {

        @Test
        void is_kept_as_its_receiver_sees_it_and_told_of_by_events() throws Exception {
            String id = mail.sendEmail(mailTo("one@example.org")).messageId();
            settle();

            JsonNode message = Json.read(
                            get(system, "/_local/messages?to=one@example.org").body())
                    .get(0);
            assertThat(message.path("id").asText()).isEqualTo(id);
            assertThat(message.path("channel").asText()).isEqualTo("EMAIL");
            assertThat(message.path("subject").asText()).isEqualTo("New referral");
            assertThat(message.path("headers").path("List-Unsubscribe").asText())
                    .isEqualTo("<http://localhost/u/abc>");
            assertThat(message.path("links")).hasSize(1);
            assertThat(message.path("links").get(0).path("text").asText()).isEqualTo("Accept Client");
            assertThat(message.path("links").get(0).path("url").asText()).isEqualTo("http://localhost/r/abc/accept");

            assertThat(mailEvents()).containsExactly("Send", "Delivery");
            JsonNode event = Json.read(RecordingHandler.events("MailEventFunction")
                    .getFirst()
                    .path("Records")
                    .get(0)
                    .path("Sns")
                    .path("Message")
                    .asText());
            assertThat(event.path("mail").path("messageId").asText()).isEqualTo(id);
            assertThat(event.path("mail").path("tags").path("message").get(0).asText())
                    .isEqualTo("m-1");
            assertThat(event.path("mail").path("destination").get(0).asText()).isEqualTo("one@example.org");
        }

        @Test
        void bounces_when_the_desk_says_so_or_the_address_is_the_simulators() throws Exception {
            mail.sendEmail(mailTo("two@example.org"));
            settle();
            RecordingHandler.reset();

            assertThat(post(system, "/_local/bounce", "{\"to\":\"two@example.org\"}")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(mailEvents()).containsExactly("Bounce");
            assertThat(post(system, "/_local/bounce", "{\"to\":\"two@example.org\",\"type\":\"COMPLAINT\"}")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(mailEvents()).containsExactly("Bounce", "Complaint");
            assertThat(post(system, "/_local/bounce", "{\"to\":\"nobody@example.org\"}")
                            .statusCode())
                    .isEqualTo(422);

            RecordingHandler.reset();
            mail.sendEmail(mailTo("bounce@simulator.amazonses.com"));
            settle();
            assertThat(mailEvents()).containsExactly("Send", "Bounce");
        }

        @Test
        void fails_as_a_test_plans_it() {
            int before = system.wire().messages().count();
            system.wire().faults().next("SendEmail", Faults.Fault.THROTTLE);
            assertThatThrownBy(() -> mail.sendEmail(mailTo("three@example.org")))
                    .isInstanceOf(TooManyRequestsException.class);
            system.wire().faults().next("SendEmail", Faults.Fault.NO_CONNECTION);
            assertThatThrownBy(() -> mail.sendEmail(mailTo("three@example.org")))
                    .isInstanceOf(SdkClientException.class);
            assertThat(system.wire().messages().count()).isEqualTo(before);

            system.wire().faults().next("SendEmail", Faults.Fault.FAIL_AFTER);
            assertThatThrownBy(() -> mail.sendEmail(mailTo("three@example.org")))
                    .isInstanceOf(SesV2Exception.class);
            system.wire().faults().next("SendEmail", Faults.Fault.LOSE_ANSWER);
            assertThatThrownBy(() -> mail.sendEmail(mailTo("three@example.org")))
                    .isInstanceOf(SdkClientException.class);
            assertThat(system.wire().messages().count()).isEqualTo(before + 2);
        }
    }

    @Nested
    class Texts {

        private String send(String number, String text) {
            return texts.publish(request -> request.phoneNumber(number)
                            .message(text)
                            .messageAttributes(Map.of(
                                    "AWS.MM.SMS.OriginationNumber",
                                    MessageAttributeValue.builder()
                                            .dataType("String")
                                            .stringValue("+18005550100")
                                            .build())))
                    .messageId();
        }

        @Test
        void go_out_and_come_in() throws Exception {
            String id = send("+12065550101", "Hello & welcome: http://localhost/c/x1");
            Message text = system.wire().messages().to("+12065550101").getFirst();
            assertThat(text.id()).isEqualTo(id);
            assertThat(text.from()).isEqualTo("+18005550100");
            assertThat(Json.read(get(system, "/_local/messages?to=%2B12065550101")
                                    .body())
                            .get(0)
                            .path("links")
                            .get(0)
                            .path("url")
                            .asText())
                    .isEqualTo("http://localhost/c/x1");

            assertThat(post(system, "/_local/sms", "{\"from\":\"+12065550101\",\"body\":\"STOP\"}")
                            .statusCode())
                    .isEqualTo(200);
            JsonNode payload = Json.read(RecordingHandler.events("TextFunction")
                    .getFirst()
                    .path("Records")
                    .get(0)
                    .path("Sns")
                    .path("Message")
                    .asText());
            assertThat(payload.path("originationNumber").asText()).isEqualTo("+12065550101");
            assertThat(payload.path("messageBody").asText()).isEqualTo("STOP");
            assertThat(payload.path("previousPublishedMessageId").asText()).isEqualTo(id);
        }

        @Test
        void that_fail_are_told_of_by_lines_of_a_log() throws Exception {
            String id = send("+12065550102", "Hello");
            post(system, "/_local/bounce", "{\"to\":\"+12065550102\",\"type\":\"SMS_FAILED\"}");

            JsonNode event = RecordingHandler.events("MailEventFunction").getFirst();
            byte[] zipped = Base64.getDecoder()
                    .decode(event.path("awslogs").path("data").asText());
            JsonNode data = Json.read(new GZIPInputStream(new ByteArrayInputStream(zipped)).readAllBytes());
            JsonNode line =
                    Json.read(data.path("logEvents").get(0).path("message").asText());
            assertThat(line.path("notification").path("messageId").asText()).isEqualTo(id);
            assertThat(line.path("delivery").path("destination").asText()).isEqualTo("+12065550102");
            assertThat(line.path("status").asText()).isEqualTo("FAILURE");
        }

        @Test
        void to_no_number_are_refused() {
            assertThatThrownBy(() -> send("555", "Hello")).isInstanceOf(InvalidParameterException.class);
            assertThatThrownBy(() -> send("+12065550103", "")).isInstanceOf(InvalidParameterException.class);
            system.wire().optOutAtCarrier("+12065550104");
            assertThat(texts.checkIfPhoneNumberIsOptedOut(request -> request.phoneNumber("+12065550104"))
                            .isOptedOut())
                    .isTrue();
            assertThatThrownBy(() -> send("+12065550104", "Hello")).isInstanceOf(InvalidParameterException.class);
        }
    }

    @Nested
    class Queues {

        private String url() {
            return queues.getQueueUrl(request -> request.queueName("Work")).queueUrl();
        }

        @Test
        void deliver_and_try_what_failed_again_until_it_goes_to_the_dead_letters() {
            RecordingHandler.fail(entry -> entry.path("body").asText().equals("bad"));
            queues.sendMessageBatch(request -> request.queueUrl(url())
                    .entries(
                            entry -> entry.id("1").messageBody("good"),
                            entry -> entry.id("2").messageBody("bad")));
            settle();
            assertThat(system.wire().queues().bodies("Work")).containsExactly("bad");

            system.journey().advance(Duration.ofMinutes(5));

            assertThat(system.wire().queues().bodies("Work")).isEmpty();
            assertThat(system.wire().queues().bodies("Failed")).contains("bad");
        }

        @Test
        void keep_what_is_delayed_until_its_time() {
            queues.sendMessage(
                    request -> request.queueUrl(url()).messageBody("later").delaySeconds(900));
            settle();
            assertThat(RecordingHandler.events("QueueFunction")).isEmpty();

            system.journey().advance(Duration.ofMinutes(15));

            assertThat(RecordingHandler.events("QueueFunction")).hasSize(1);
        }
    }

    @Nested
    class Schedules {

        private CreateScheduleRequest at(String name, Instant at) {
            return CreateScheduleRequest.builder()
                    .name(name)
                    .groupName("Group")
                    .clientToken(name)
                    .scheduleExpression(
                            "at(" + LocalDateTime.ofInstant(at, ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS) + ")")
                    .flexibleTimeWindow(window -> window.mode(FlexibleTimeWindowMode.OFF))
                    .actionAfterCompletion(ActionAfterCompletion.DELETE)
                    .target(target -> target.arn("arn:aws:sqs:us-east-1:000000000000:Work")
                            .roleArn("arn:aws:iam::000000000000:role/Role")
                            .input("{\"key\":\"" + name + "\"}"))
                    .build();
        }

        private Instant in(Duration time) {
            // A second that is not 00: an expression of whole minutes would lose its seconds here.
            return system.clock()
                    .instant()
                    .plus(time)
                    .truncatedTo(ChronoUnit.MINUTES)
                    .plusSeconds(7);
        }

        @Test
        void are_idempotent_by_token_and_conflict_by_name() {
            CreateScheduleRequest once = at("twice", in(Duration.ofDays(30)));
            String arn = scheduler.createSchedule(once).scheduleArn();
            assertThat(scheduler.createSchedule(once).scheduleArn()).isEqualTo(arn);
            assertThatThrownBy(() -> scheduler.createSchedule(
                            at("twice", in(Duration.ofDays(31))).toBuilder().build()))
                    .isInstanceOf(ConflictException.class);
            assertThat(scheduler
                            .getSchedule(r -> r.name("twice").groupName("Group"))
                            .scheduleExpression())
                    .isEqualTo(once.scheduleExpression());
            scheduler.deleteSchedule(r -> r.name("twice").groupName("Group"));
            assertThatThrownBy(() -> scheduler.createSchedule(
                            once.toBuilder().scheduleExpression("at(tomorrow)").build()))
                    .isInstanceOf(ValidationException.class);
        }

        @Test
        void fire_in_order_each_at_its_time() throws Exception {
            Instant second = in(Duration.ofDays(8));
            Instant first = in(Duration.ofDays(7));
            scheduler.createSchedule(at("second", second));
            scheduler.createSchedule(at("first", first));
            JsonNode listed = Json.read(get(system, "/_local/schedules").body());
            assertThat(listed.get(0).path("name").asText()).isEqualTo("first");
            assertThat(listed.get(0).path("at").asText()).isEqualTo(first.toString());
            assertThat(Json.read(get(system, "/_local/clock").body())
                            .path("nextDue")
                            .asText())
                    .isEqualTo(first.toString());

            Instant before = system.clock().instant();
            JsonNode reached = Json.read(
                    post(system, "/_local/clock", "{\"advance\":\"P9D\"}").body());

            assertThat(Instant.parse(reached.path("now").asText()))
                    .isBetween(
                            before.plus(Duration.ofDays(9)),
                            before.plus(Duration.ofDays(9)).plusSeconds(60));
            assertThat(reached.path("nextDue").isNull()).isTrue();
            List<JsonNode> events = RecordingHandler.events("QueueFunction");
            assertThat(events)
                    .extracting(
                            event -> event.path("Records").get(0).path("body").asText())
                    .containsExactly("{\"key\":\"first\"}", "{\"key\":\"second\"}");
            assertThat(events)
                    .extracting(event -> event.path("Records")
                            .get(0)
                            .path("attributes")
                            .path("SentTimestamp")
                            .asText())
                    .containsExactly(String.valueOf(first.toEpochMilli()), String.valueOf(second.toEpochMilli()));
            // Swept after each visit and at the end.
            assertThat(RecordingHandler.events("SweepFunction"))
                    .extracting(event -> event.path("time").asText())
                    .contains(
                            first.toString(),
                            second.toString(),
                            reached.path("now").asText());
        }
    }

    @Nested
    class The_stream {

        private void put(String sk) {
            system.table()
                    .client()
                    .putItem(request -> request.tableName(system.tableName())
                            .item(Map.of("PK", AttributeValue.fromS("REF#1"), "SK", AttributeValue.fromS(sk))));
        }

        @Test
        void brings_what_passes_the_filter_and_tries_again_from_the_lowest_that_failed() {
            RecordingHandler.fail(entry -> sk(entry).equals("MSG#bad"));
            put("META");
            put("MSG#1");
            put("MSG#bad");
            put("MSG#2");
            settle();

            List<JsonNode> events = RecordingHandler.events("StreamFunction");
            List<String> seen = events.stream()
                    .flatMap(event -> event.path("Records").valueStream())
                    .map(The_stream::sk)
                    .toList();
            assertThat(seen).contains("MSG#1", "MSG#2").doesNotContain("META");
            assertThat(seen.stream().filter("MSG#1"::equals)).hasSize(1);
            assertThat(seen.stream().filter("MSG#bad"::equals)).hasSize(4);
            assertThat(system.wire().queues().bodies("Failed"))
                    .anyMatch(body -> body.contains("RetryAttemptsExhausted"));
        }

        private static String sk(JsonNode entry) {
            return entry.path("dynamodb").path("Keys").path("SK").path("S").asText();
        }
    }

    @Test
    void a_due_key_of_the_table_is_visited() {
        Instant due = system.clock().instant().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.MILLIS);
        system.table()
                .client()
                .putItem(request -> request.tableName(system.tableName())
                        .item(Map.of(
                                "PK", AttributeValue.fromS("REF#2"),
                                "SK", AttributeValue.fromS("OWED"),
                                "DUEPK", AttributeValue.fromS("DUE#3"),
                                "DUESK", AttributeValue.fromS(org.warmhandoff.adapters.dynamo.Stamp.of(due)))));
        assertThat(system.journey().nextDue()).contains(due);

        system.journey().advance(Duration.ofDays(3));

        assertThat(RecordingHandler.events("SweepFunction"))
                .extracting(event -> event.path("time").asText())
                .contains(due.toString());
    }

    @Test
    void the_clock_goes_forward_only() throws Exception {
        assertThat(post(system, "/_local/clock", "{\"advance\":\"-PT1S\"}").statusCode())
                .isEqualTo(422);
        assertThat(post(system, "/_local/clock", "{\"advance\":\"soon\"}").statusCode())
                .isEqualTo(422);
        assertThat(post(system, "/_local/clock", "nonsense").statusCode()).isEqualTo(422);
    }
}
