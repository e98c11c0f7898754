package org.warmhandoff.adapters.schedule;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import org.warmhandoff.message.MessageKey;
import org.warmhandoff.message.Timers;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ActionAfterCompletion;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;

/**
 * Timers of EventBridge Scheduler: one schedule each, fired once into the queue of the one sender and then deleted. Its name says which
 * message and when, so that asking twice is asking once, and another time for the same message is another schedule.
 *
 * <p>Times are UTC: what {@code at()} means in the hour that a summer time takes away is nowhere written down.
 */
public final class SchedulerTimers implements Timers {

    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern(
                    "'at('uuuu-MM-dd'T'HH:mm:ss')'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int NAME_BYTES = 20;
    private static final int LONGEST_RETRY_SECONDS = 86_400;
    private static final int RETRIES = 185;

    private final SchedulerClient client;
    private final Settings settings;

    /** Fixed at deployment: no caller chooses where a schedule goes or as whom. */
    public record Settings(String group, String queueArn, String roleArn, String deadLetterArn) {}

    public SchedulerTimers(SchedulerClient client, Settings settings) {
        this.client = client;
        this.settings = settings;
    }

    @Override
    public void at(MessageKey message, Instant time) {
        String expression = AT.format(wholeSecond(time));
        String name = name(message, expression);
        try {
            client.createSchedule(schedule -> schedule.name(name)
                    .clientToken(name)
                    .groupName(settings.group())
                    .scheduleExpression(expression)
                    .scheduleExpressionTimezone("UTC")
                    .flexibleTimeWindow(window -> window.mode(FlexibleTimeWindowMode.OFF))
                    .actionAfterCompletion(ActionAfterCompletion.DELETE)
                    .target(target -> target.arn(settings.queueArn())
                            .roleArn(settings.roleArn())
                            .input(message.text())
                            .retryPolicy(again -> again.maximumEventAgeInSeconds(LONGEST_RETRY_SECONDS)
                                    .maximumRetryAttempts(RETRIES))
                            .deadLetterConfig(dead -> dead.arn(settings.deadLetterArn()))));
        } catch (ConflictException there) {
            GetScheduleResponse standing =
                    client.getSchedule(schedule -> schedule.name(name).groupName(settings.group()));
            boolean same = standing.scheduleExpression().equals(expression)
                    && standing.target().input().equals(message.text());
            if (!same) {
                throw new IllegalStateException("another schedule has the name of this one", there);
            }
        }
    }

    /** Never early: a schedule knows no parts of a second. */
    private static Instant wholeSecond(Instant time) {
        Instant second = time.truncatedTo(ChronoUnit.SECONDS);
        return second.equals(time) ? second : second.plusSeconds(1);
    }

    private static String name(MessageKey message, String expression) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((message.text() + "|" + expression).getBytes(StandardCharsets.UTF_8));
            return "fu-" + HexFormat.of().formatHex(hash, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
