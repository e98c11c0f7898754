package org.warmhandoff.local.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.warmhandoff.local.Json;

/** A one-time schedule. {@code next} is when it fires, or is tried again; {@code attempts} how often that failed. */
public record Schedule(
        String name,
        String group,
        String expression,
        String zone,
        String state,
        String target,
        String role,
        String input,
        String deadLetters,
        int mostRetries,
        String afterCompletion,
        String clientToken,
        JsonNode window,
        Instant createdAt,
        Instant next,
        int attempts) {

    private static final Pattern AT = Pattern.compile("at\\((\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2})\\)");
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final int DEFAULT_RETRIES = 185;

    static Instant due(String expression, String zone) {
        Matcher at = AT.matcher(expression);
        if (!at.matches()) {
            throw new WireError(
                    400, "ValidationException", "Invalid Schedule Expression " + expression + " (here: at(...) alone)");
        }
        try {
            return LocalDateTime.parse(at.group(1))
                    .atZone(zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone))
                    .toInstant();
        } catch (DateTimeException e) {
            throw new WireError(400, "ValidationException", "Invalid schedule: " + e.getMessage());
        }
    }

    static Schedule asked(String name, JsonNode body, Instant now) {
        String expression = body.path("ScheduleExpression").asText();
        String zone = body.path("ScheduleExpressionTimezone").asText("");
        JsonNode target = body.path("Target");
        return new Schedule(
                name,
                body.path("GroupName").asText("default"),
                expression,
                zone,
                body.path("State").asText("ENABLED"),
                target.path("Arn").asText(),
                target.path("RoleArn").asText(),
                target.path("Input").asText(),
                target.path("DeadLetterConfig").path("Arn").asText(""),
                target.path("RetryPolicy").path("MaximumRetryAttempts").asInt(DEFAULT_RETRIES),
                body.path("ActionAfterCompletion").asText("NONE"),
                body.path("ClientToken").asText(""),
                body.path("FlexibleTimeWindow"),
                now,
                due(expression, zone),
                0);
    }

    String arn() {
        return "arn:aws:scheduler:us-east-1:000000000000:schedule/" + group + "/" + name;
    }

    /** The due time itself, whatever attempts came since. */
    public Instant at() {
        return due(expression, zone);
    }

    boolean isWaiting() {
        return state.equals("ENABLED");
    }

    boolean asksTheSameAs(Schedule other) {
        return expression.equals(other.expression)
                && zone.equals(other.zone)
                && target.equals(other.target)
                && input.equals(other.input);
    }

    Schedule failedAt(Instant now) {
        return with(state, now.plus(FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, 6))), attempts + 1);
    }

    Schedule completed() {
        return with("COMPLETED", next, attempts);
    }

    private Schedule with(String newState, Instant newNext, int newAttempts) {
        return new Schedule(
                name,
                group,
                expression,
                zone,
                newState,
                target,
                role,
                input,
                deadLetters,
                mostRetries,
                afterCompletion,
                clientToken,
                window,
                createdAt,
                newNext,
                newAttempts);
    }

    /** As {@code GetSchedule} answers. */
    ObjectNode described() {
        ObjectNode json = Json.object()
                .put("Arn", arn())
                .put("Name", name)
                .put("GroupName", group)
                .put("ScheduleExpression", expression)
                .put("ScheduleExpressionTimezone", zone.isEmpty() ? "UTC" : zone)
                .put("State", state.equals("COMPLETED") ? "ENABLED" : state)
                .put("ActionAfterCompletion", afterCompletion)
                .put("CreationDate", createdAt.getEpochSecond())
                .put("LastModificationDate", createdAt.getEpochSecond());
        json.set("FlexibleTimeWindow", window);
        ObjectNode to =
                json.putObject("Target").put("Arn", target).put("RoleArn", role).put("Input", input);
        to.putObject("RetryPolicy").put("MaximumRetryAttempts", mostRetries);
        if (!deadLetters.isEmpty()) {
            to.putObject("DeadLetterConfig").put("Arn", deadLetters);
        }
        return json;
    }

    ObjectNode toJson() {
        ObjectNode json = described()
                .put("state", state)
                .put("next", next.toString())
                .put("attempts", attempts)
                .put("createdAt", createdAt.toString())
                .put("ClientToken", clientToken);
        return json;
    }

    static Schedule fromJson(JsonNode json) {
        Schedule asked = asked(
                json.path("Name").asText(),
                json,
                Instant.parse(json.path("createdAt").asText()));
        return asked.with(
                json.path("state").asText(),
                Instant.parse(json.path("next").asText()),
                json.path("attempts").asInt());
    }
}
