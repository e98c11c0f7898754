package org.warmhandoff.local.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.local.Json;
import org.warmhandoff.local.clock.Journey;
import org.warmhandoff.local.clock.LocalClock;
import org.warmhandoff.local.http.Request;
import org.warmhandoff.local.http.Response;
import org.warmhandoff.local.lambda.CallLog;
import org.warmhandoff.local.signin.LocalMember;
import org.warmhandoff.local.signin.LocalMembers;
import org.warmhandoff.local.signin.SignIn;
import org.warmhandoff.local.signin.TokenIssuer;
import org.warmhandoff.local.wire.Message;
import org.warmhandoff.local.wire.Schedule;
import org.warmhandoff.local.wire.Wire;

/** Everything under {@code /_local/}: for programs as JSON, for people as a page. */
public final class Desk {

    public static final String PATH = "/_local";

    private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");

    /** A clock further ahead than this would leave what dates and signatures can hold. */
    private static final Duration LONGEST = Duration.ofDays(366 * 20L);

    private static final long MEMBERS_FOR_NANOS = 3_000_000_000L;

    private record RecentMembers(ArrayNode list, long nanos) {}

    private final LocalClock clock;
    private final Journey journey;
    private final Wire wire;
    private final LocalMembers members;
    private final TokenIssuer tokens;
    private final SignIn signIn;
    private final CallLog calls;
    private final String scope;
    private final String textNumber;
    private final Runnable nudge;
    private volatile @Nullable RecentMembers recentMembers;

    public Desk(
            LocalClock clock,
            Journey journey,
            Wire wire,
            LocalMembers members,
            TokenIssuer tokens,
            SignIn signIn,
            CallLog calls,
            String scope,
            String textNumber,
            Runnable nudge) {
        this.clock = clock;
        this.journey = journey;
        this.wire = wire;
        this.members = members;
        this.tokens = tokens;
        this.signIn = signIn;
        this.calls = calls;
        this.scope = scope;
        this.textNumber = textNumber;
        this.nudge = nudge;
    }

    public Response answer(Request request) {
        if (request.path().startsWith(SignIn.PATH + "/")) {
            return signIn.answer(request);
        }
        try {
            return route(request).with("Cache-Control", "no-store");
        } catch (Refusal refusal) {
            return Response.problem(422, "Unprocessable Content", refusal.getMessage());
        }
    }

    private Response route(Request request) {
        String path = request.path().substring(PATH.length());
        return switch (request.method() + " " + path) {
            case "GET " -> Response.redirect(PATH + "/");
            case "GET /", "GET /desk.css", "GET /desk.js" -> DeskPage.file(path);
            case "GET /members" -> Response.json(200, memberList(true));
            case "POST /token" -> Response.json(200, token(body(request)));
            case "GET /messages" ->
                Response.json(200, messages(request.queryParameters().get("to")));
            case "GET /clock" -> Response.json(200, now());
            case "POST /clock" -> Response.json(200, advance(body(request)));
            case "GET /schedules" -> {
                settle();
                yield Response.json(200, schedules());
            }
            case "POST /sms" -> Response.json(200, text(body(request)));
            case "POST /bounce" -> Response.json(200, sendBack(body(request)));
            case "GET /state" -> Response.json(200, state(request.queryParameters()));
            case "GET /sign-in" ->
                signIn.choose(
                        request.queryParameters().getOrDefault("member", ""),
                        request.queryParameters().getOrDefault("then", "/"));
            default -> Response.problem(404, "Not Found", "The desk has no " + request.method() + " " + request.path());
        };
    }

    // For programs

    private ArrayNode memberList(boolean activeOnly) {
        ArrayNode list = Json.array();
        for (LocalMember member : members.all()) {
            boolean active = member.active() && wire.accounts().mayEnter(member.id());
            if (activeOnly && !active) {
                continue;
            }
            ObjectNode entry = list.addObject()
                    .put("member", member.id())
                    .put("name", member.name())
                    .put("email", member.email());
            ArrayNode roles = entry.putArray("roles");
            member.roles().forEach(roles::add);
            entry.putObject("organization").put("id", member.organization()).put("name", member.organizationName());
            entry.put("active", active);
        }
        return list;
    }

    private ObjectNode token(JsonNode body) {
        String id = body.path("member").asText();
        LocalMember member = members.find(id).orElseThrow(() -> new Refusal("There is no member " + id + "."));
        return Json.object()
                .put("token", tokens.accessToken(member.id(), body.path("scope").asText(scope)));
    }

    /** What was just set off is part of the answer: a program asks right after it acts. */
    private void settle() {
        journey.settle(Duration.ofSeconds(5));
    }

    private ArrayNode messages(String to) {
        settle();
        ArrayNode list = Json.array();
        List<Message> found = to == null
                ? wire.messages().all().stream()
                        .filter(message -> !message.inbound())
                        .toList()
                : wire.messages().to(address(to));
        found.forEach(message -> list.add(described(message)));
        return list;
    }

    /** A plus sign in a query is a space to a form, and an E.164 number begins with one. */
    private static String address(String to) {
        return to.startsWith(" ") ? "+" + to.strip() : to;
    }

    private static ObjectNode described(Message message) {
        ObjectNode json = Json.object()
                .put("id", message.id())
                .put("at", message.at().toString())
                .put("channel", message.channel().name())
                .put("to", message.to())
                .put("from", message.from())
                .put("subject", message.subject().isEmpty() ? null : message.subject())
                .put("text", message.text())
                .put("html", message.html().isEmpty() ? null : message.html());
        json.set("headers", Json.MAPPER.valueToTree(message.headers()));
        json.set("links", Links.of(message));
        return json;
    }

    private ObjectNode now() {
        return Json.object()
                .put("now", clock.instant().toString())
                .put("nextDue", journey.nextDue().map(Instant::toString).orElse(null));
    }

    private ObjectNode advance(JsonNode body) {
        Duration by;
        try {
            by = duration(body.path("advance").asText());
        } catch (DateTimeException | ArithmeticException _) {
            throw new Refusal("advance is a duration as ISO 8601 writes it: P7D, PT3S.");
        }
        if (by.isNegative()) {
            throw new Refusal("The clock goes forward only.");
        }
        if (by.compareTo(LONGEST) > 0) {
            throw new Refusal("That is too far ahead.");
        }
        Instant reached = journey.advance(by);
        return Json.object()
                .put("now", reached.toString())
                .put("nextDue", journey.nextDue().map(Instant::toString).orElse(null));
    }

    /** ISO 8601 has weeks too, which {@link Duration} does not read. */
    private static Duration duration(String text) {
        return text.matches("P\\d{1,4}W") ? Duration.ofDays(Period.parse(text).getDays()) : Duration.parse(text);
    }

    private ArrayNode schedules() {
        ArrayNode list = Json.array();
        for (Schedule schedule : wire.schedules().waiting()) {
            ObjectNode entry = list.addObject()
                    .put("name", schedule.name())
                    .put("at", schedule.at().toString())
                    .put("target", schedule.target());
            entry.put("input", schedule.input());
        }
        return list;
    }

    private ObjectNode text(JsonNode body) {
        String from = body.path("from").asText().strip();
        if (!NUMBER.matcher(from).matches()) {
            throw new Refusal("from is a phone number as E.164 writes it: +12065550142.");
        }
        if (!body.path("body").isTextual()) {
            throw new Refusal("body is the text.");
        }
        wire.receiveText(from, body.path("body").asText(), textNumber);
        finished();
        return Json.object().put("from", from).put("to", textNumber);
    }

    private ObjectNode sendBack(JsonNode body) {
        String to = body.path("to").asText().strip();
        Wire.Return how;
        try {
            how = Wire.Return.valueOf(body.path("type").asText("BOUNCE").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            throw new Refusal("type is BOUNCE, COMPLAINT or SMS_FAILED.");
        }
        settle();
        if (!wire.sendBack(to, how)) {
            throw new Refusal("Nothing was sent to " + to + " that could come back as " + how + ".");
        }
        finished();
        return Json.object().put("to", to).put("type", how.name());
    }

    private void finished() {
        nudge.run();
        journey.settle(Duration.ofSeconds(30));
    }

    private static JsonNode body(Request request) {
        try {
            JsonNode body = Json.read(request.body());
            if (body.isObject()) {
                return body;
            }
        } catch (IllegalArgumentException _) {
            // Said below.
        }
        throw new Refusal("The body is a JSON object.");
    }

    // For the page

    /** What changed since the page last asked: {@code messages} and {@code call} say what it has already. */
    private ObjectNode state(Map<String, String> known) {
        ObjectNode state = now();
        state.put("textNumber", textNumber);
        journey.progress()
                .ifPresent(progress -> state.putObject("journey")
                        .put("at", progress.at().toString())
                        .put("to", progress.to().toString())
                        .put("visits", progress.visits()));
        state.set("members", recentMembers());
        state.set("schedules", schedules());
        List<Message> all = wire.messages().all();
        int from = Math.clamp(number(known, "messages"), 0, all.size());
        ArrayNode messages = state.putArray("messages");
        all.subList(from, all.size())
                .forEach(message -> messages.add(described(message).put("inbound", message.inbound())));
        state.put("messageCount", all.size());
        ArrayNode list = state.putArray("calls");
        calls.callsAfter(number(known, "call")).forEach(call -> {
            ObjectNode entry = list.addObject()
                    .put("number", call.number())
                    .put("function", call.function())
                    .put("trigger", call.trigger())
                    .put("at", call.at().toString())
                    .put("millis", call.millis())
                    .put("outcome", call.outcome().name())
                    .put("detail", call.detail());
            ArrayNode aws = entry.putArray("awsCalls");
            call.awsCalls().forEach(aws::add);
        });
        state.set("queues", Json.MAPPER.valueToTree(wire.queues().sizes()));
        return state;
    }

    /** The page asks every second; who the members are changes seldom. */
    private ArrayNode recentMembers() {
        RecentMembers known = recentMembers;
        if (known == null || System.nanoTime() - known.nanos() > MEMBERS_FOR_NANOS) {
            known = new RecentMembers(memberList(false), System.nanoTime());
            recentMembers = known;
        }
        return known.list();
    }

    private static int number(Map<String, String> known, String name) {
        try {
            return Integer.parseInt(known.getOrDefault(name, "0"));
        } catch (NumberFormatException _) {
            throw new Refusal(name + " is a number.");
        }
    }
}
