package org.warmhandoff.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.local.sample.SampleSystem.client;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.warmhandoff.local.sample.RecordingHandler;
import org.warmhandoff.local.sample.SampleSystem;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

class RestartTest {

    @TempDir
    Path folder;

    @BeforeEach
    void forget() {
        RecordingHandler.reset();
    }

    /** On the same port, as a browser that is signed in would expect. */
    private LocalSystem start(int port) throws Exception {
        return LocalSystem.start(SampleSystem.options().keptIn(folder).on(port));
    }

    private static Map<String, AttributeValue> item(String sk) {
        return Map.of("PK", AttributeValue.fromS("REF#1"), "SK", AttributeValue.fromS(sk));
    }

    @Test
    void everything_survives_a_restart() throws Exception {
        Instant left;
        int port;
        String token;
        try (LocalSystem system = start(0)) {
            port = URI.create(system.address()).getPort();
            system.table().client().putItem(r -> r.tableName(system.tableName()).item(item("MSG#1")));
            client(system, SnsClient.builder())
                    .publish(r -> r.phoneNumber("+12065550101").message("Hello"));
            client(system, SqsClient.builder())
                    .sendMessage(r -> r.queueUrl("http://x/000000000000/Work")
                            .messageBody("later")
                            .delaySeconds(900));
            system.journey().advance(Duration.ofMinutes(3));
            client(system, SchedulerClient.builder())
                    .createSchedule(r -> r.name("kept")
                            .groupName("Group")
                            .scheduleExpression("at(2040-01-01T10:00:01)")
                            .flexibleTimeWindow(window -> window.mode(FlexibleTimeWindowMode.OFF))
                            .target(target -> target.arn("arn:aws:sqs:us-east-1:000000000000:Work")
                                    .roleArn("arn:aws:iam::000000000000:role/Role")
                                    .input("{}")));
            assertThat(RecordingHandler.events("StreamFunction")).hasSize(1);
            token = system.token("member-1");
            left = system.clock().instant();
        }
        RecordingHandler.reset();

        try (LocalSystem system = start(port)) {
            assertThat(system.clock().instant()).isBetween(left, left.plusSeconds(60));
            assertThat(system.wire().messages().to("+12065550101")).hasSize(1);
            assertThat(system.wire().queues().bodies("Work")).containsExactly("later");
            assertThat(system.wire().schedules().waiting()).hasSize(1);
            assertThat(system.table()
                            .client()
                            .getItem(r -> r.tableName(system.tableName()).key(item("MSG#1")))
                            .hasItem())
                    .isTrue();
            assertThat(SampleSystem.send(SampleSystem.request(system, "/api/things/all")
                                    .header("Authorization", "Bearer " + token)
                                    .GET())
                            .statusCode())
                    .isEqualTo(201);
            system.table().client().putItem(r -> r.tableName(system.tableName()).item(item("MSG#2")));
            assertThat(system.journey().settle(Duration.ofSeconds(20))).isTrue();
            // Only the new one: the stream goes on where it stood.
            assertThat(RecordingHandler.events("StreamFunction")).hasSize(1);
            assertThat(RecordingHandler.events("SweepFunction")).isNotEmpty();

            system.journey().advance(Duration.ofMinutes(13));
            assertThat(RecordingHandler.events("QueueFunction")).hasSize(1);
        }
    }
}
