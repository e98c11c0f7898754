package org.warmhandoff.local.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.warmhandoff.local.Json;
import org.warmhandoff.local.http.Request;
import org.warmhandoff.local.http.Response;

/** EventBridge Scheduler's REST API. */
final class ScheduleService implements Service {

    private static final String SCHEDULES = "/schedules/";
    private static final String GROUPS = "/schedule-groups/";
    private static final Pattern NAME = Pattern.compile("[0-9a-zA-Z-_.]{1,64}");
    private static final Pattern TOKEN = Pattern.compile("[a-zA-Z0-9-_]{1,64}");

    private final Schedules schedules;
    private final Queues queues;
    private final Set<String> groups = ConcurrentHashMap.newKeySet();
    private final InstantSource clock;

    ScheduleService(Schedules schedules, Queues queues, Set<String> groups, InstantSource clock) {
        this.schedules = schedules;
        this.queues = queues;
        this.groups.add("default");
        this.groups.addAll(groups);
        this.clock = clock;
    }

    @Override
    public String operation(Request request) {
        String noun = request.path().startsWith(GROUPS) ? "ScheduleGroup" : "Schedule";
        return switch (request.method()) {
            case "POST" -> "Create" + noun;
            case "PUT" -> "Update" + noun;
            case "DELETE" -> "Delete" + noun;
            default -> request.path().equals("/schedules") ? "ListSchedules" : "Get" + noun;
        };
    }

    @Override
    public Response answer(Request request) {
        String group = request.queryParameters().getOrDefault("groupName", "default");
        return switch (operation(request)) {
            case "CreateSchedule" -> create(name(request, SCHEDULES), Json.read(request.body()));
            case "UpdateSchedule" -> update(name(request, SCHEDULES), Json.read(request.body()));
            case "GetSchedule" ->
                Response.json(200, existing(group, name(request, SCHEDULES)).described());
            case "DeleteSchedule" -> {
                existing(group, name(request, SCHEDULES));
                schedules.remove(group, name(request, SCHEDULES));
                yield Response.json(200, Json.object());
            }
            case "ListSchedules" -> list(request);
            case "CreateScheduleGroup" -> {
                groups.add(name(request, GROUPS));
                yield Response.json(200, Json.object().put("ScheduleGroupArn", groupArn(name(request, GROUPS))));
            }
            case "GetScheduleGroup" -> {
                requireGroup(name(request, GROUPS));
                yield Response.json(
                        200,
                        Json.object()
                                .put("Arn", groupArn(name(request, GROUPS)))
                                .put("Name", name(request, GROUPS))
                                .put("State", "ACTIVE"));
            }
            default ->
                throw new WireError(
                        404, "ResourceNotFoundException", "The local Scheduler knows no " + operation(request));
        };
    }

    @Override
    public Response error(WireError error) {
        return JsonErrors.rest(error);
    }

    @Override
    public WireError throttled() {
        return new WireError(429, "ThrottlingException", "Rate exceeded");
    }

    private Response create(String name, JsonNode body) {
        Schedule asked = checked(name, body);
        Schedule known = schedules.find(asked.group(), name).orElse(null);
        if (known == null) {
            schedules.put(asked);
        } else if (!known.clientToken().equals(asked.clientToken()) || !known.asksTheSameAs(asked)) {
            throw new WireError(409, "ConflictException", "Schedule " + name + " already exists.");
        }
        return Response.json(200, Json.object().put("ScheduleArn", asked.arn()));
    }

    private Response update(String name, JsonNode body) {
        Schedule asked = checked(name, body);
        existing(asked.group(), name);
        schedules.put(asked);
        return Response.json(200, Json.object().put("ScheduleArn", asked.arn()));
    }

    private Schedule checked(String name, JsonNode body) {
        require(NAME.matcher(name).matches(), "Name is 1 to 64 of [0-9a-zA-Z-_.]");
        String token = body.path("ClientToken").asText("");
        require(token.isEmpty() || TOKEN.matcher(token).matches(), "ClientToken is 1 to 64 of [a-zA-Z0-9-_]");
        require(
                Set.of("OFF", "FLEXIBLE")
                        .contains(body.path("FlexibleTimeWindow").path("Mode").asText()),
                "FlexibleTimeWindow.Mode is OFF or FLEXIBLE");
        require(!body.path("Target").path("RoleArn").asText().isEmpty(), "Target.RoleArn is missing");
        Schedule asked = Schedule.asked(name, body, clock.instant());
        requireGroup(asked.group());
        String target = asked.target();
        boolean known = target.startsWith("arn:aws:lambda:")
                || (target.startsWith("arn:aws:sqs:") && queues.has(target.substring(target.lastIndexOf(':') + 1)));
        require(known, "Target.Arn names neither a queue nor a function here: " + target);
        return asked;
    }

    private Schedule existing(String group, String name) {
        return schedules
                .find(group, name)
                .orElseThrow(
                        () -> new WireError(404, "ResourceNotFoundException", "Schedule " + name + " does not exist."));
    }

    private Response list(Request request) {
        String group = request.queryParameters().get("ScheduleGroup");
        ObjectNode answer = Json.object();
        var list = answer.putArray("Schedules");
        schedules.waiting().stream()
                .filter(schedule -> group == null || schedule.group().equals(group))
                .forEach(schedule -> {
                    ObjectNode entry = list.addObject()
                            .put("Arn", schedule.arn())
                            .put("Name", schedule.name())
                            .put("GroupName", schedule.group())
                            .put("State", schedule.state());
                    entry.putObject("Target").put("Arn", schedule.target());
                });
        return Response.json(200, answer);
    }

    private void requireGroup(String group) {
        if (!groups.contains(group)) {
            throw new WireError(404, "ResourceNotFoundException", "Schedule group " + group + " does not exist.");
        }
    }

    private static void require(boolean fine, String message) {
        if (!fine) {
            throw new WireError(400, "ValidationException", message);
        }
    }

    private static String name(Request request, String prefix) {
        return URLDecoder.decode(request.path().substring(prefix.length()), StandardCharsets.UTF_8);
    }

    private static String groupArn(String name) {
        return "arn:aws:scheduler:us-east-1:000000000000:schedule-group/" + name;
    }
}
