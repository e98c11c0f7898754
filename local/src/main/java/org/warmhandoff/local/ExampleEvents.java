package org.warmhandoff.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.local.dynamodb.OwedMessages;
import org.warmhandoff.local.http.Request;
import org.warmhandoff.local.http.Response;
import org.warmhandoff.local.signin.LocalMember;
import org.warmhandoff.local.signin.LocalMembers;
import org.warmhandoff.local.wire.Message;
import org.warmhandoff.local.wire.Messages;
import org.warmhandoff.message.MessageKey;

/**
 * The files of {@code events/} for one running system. Ids, links and nonces are made anew for each system, so they stand in the files as
 * examples, and are put in here: the id of a referral that allows the move with a member who may make it, the token of a link that was
 * mailed, the nonce of its page, the key of a message that is owed. All else is as it stands in the file.
 */
final class ExampleEvents {

    private static final String REFERRAL = "01KAMQ7Z3V8X2N5R9T4W6Y1B0C";
    private static final String UPDATE_REQUEST = "01KAMQ9B2C3D4E5F6G7H8J9K0M";
    private static final String MAILED_ID = "0100019a-b1c2-0000";
    private static final String MAILED_TO = "intake@example.org";

    /** What a field of a form holds whose value the page gives. */
    private static final String FROM_THE_PAGE = "EXAMPLE";

    private static final Pattern LINK = Pattern.compile("/([rmacfu])/([A-Za-z0-9_-]{22,43})");

    /** Which move a referral must allow, and to whom. */
    private static final Map<String, String> MOVES = Map.of(
            "AcceptReferral", "ACCEPT",
            "RejectReferral", "REJECT",
            "ReviewReferral", "REVIEW",
            "UndoDecision", "UNDO",
            "WithdrawReferral", "WITHDRAW",
            "ArchiveReferral", "ARCHIVE",
            "RestoreReferral", "RESTORE",
            "ShareWithClient", "SHARE");

    private static final int TRIES = 5;

    private record Seen(String referral, String member) {}

    private final Path folder;
    private final Function<Request, Response> gateway;
    private final UnaryOperator<String> tokens;
    private final LocalMembers members;
    private final Messages messages;
    private final OwedMessages owed;

    ExampleEvents(
            Path folder,
            Function<Request, Response> gateway,
            UnaryOperator<String> tokens,
            LocalMembers members,
            Messages messages,
            OwedMessages owed) {
        this.folder = folder;
        this.gateway = gateway;
        this.tokens = tokens;
        this.members = members;
        this.messages = messages;
        this.owed = owed;
    }

    /** Empty if no function of that name has a file. */
    Optional<byte[]> of(String function) {
        return file(function).map(event -> filled(function, event).getBytes(StandardCharsets.UTF_8));
    }

    private Optional<String> file(String function) {
        String name = function.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        Path file = folder.resolve(name + ".json");
        if (!name.matches("[a-z-]+") || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String filled(String function, String event) {
        String move = MOVES.get(function);
        if (move != null) {
            return referral(move, sub(event))
                    .map(seen -> event.replace(REFERRAL, seen.referral())
                            .replace("\"" + sub(event) + "\"", "\"" + seen.member() + "\""))
                    .orElse(event);
        }
        if (event.contains(UPDATE_REQUEST)) {
            String open = get(sub(event), "/api/update-requests", null)
                    .path("updateRequests")
                    .path(0)
                    .path("id")
                    .asText(UPDATE_REQUEST);
            return event.replace(UPDATE_REQUEST, open);
        }
        Matcher link = LINK.matcher(event);
        if (link.find()) {
            return mailed(link.group(1))
                    .map(live -> withForm(event.replace(link.group(2), live)))
                    .orElse(event);
        }
        return switch (function) {
            case "DispatchOutbox" -> withMessage(event, MessageKey.PREFIX + "MAIL#");
            case "SendFollowUp" -> withMessage(event, MessageKey.PREFIX + "FU#");
            case "DeliveryEvents" -> withMail(event);
            case "ViewReferral" ->
                referral("", sub(event))
                        .map(seen -> event.replace(REFERRAL, seen.referral())
                                .replace("\"" + sub(event) + "\"", "\"" + seen.member() + "\""))
                        .orElse(event);
            default -> event;
        };
    }

    private static String sub(String event) {
        return Json.read(event).at("/requestContext/authorizer/jwt/claims/sub").asText();
    }

    /** A referral that allows the move, and a member to whom it does: the one of the file, if it can be. */
    private Optional<Seen> referral(String move, String first) {
        List<String> tried = Stream.concat(
                        Stream.of(first),
                        members.all().stream().filter(LocalMember::active).map(LocalMember::id))
                .distinct()
                .toList();
        for (String member : tried) {
            for (String box : List.of("outbound", "inbound", "history")) {
                for (JsonNode row : get(member, "/api/referrals", "box=" + box + "&limit=100")
                        .path("referrals")) {
                    String id = row.path("id").asText();
                    for (JsonNode allowed :
                            get(member, "/api/referrals/" + id, null).path("allowedActions")) {
                        if (move.isEmpty() || allowed.asText().equals(move)) {
                            return Optional.of(new Seen(id, member));
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The newest link of a purpose that a message carries and that still opens. */
    private Optional<String> mailed(String purpose) {
        return messages.all().reversed().stream()
                .flatMap(message ->
                        Stream.concat(Stream.of(message.text(), message.html()), message.headers().values().stream()))
                .flatMap(said -> LINK.matcher(said).results())
                .filter(link -> link.group(1).equals(purpose))
                .map(link -> link.group(2))
                .distinct()
                .filter(token ->
                        call("GET", page(purpose, token), null, Map.of()).status() == 200)
                .findFirst();
    }

    private static String page(String purpose, String token) {
        return "/" + purpose + "/" + token + (purpose.equals("r") ? "/accept" : "");
    }

    /** What a field of the event's form takes from the page, the page of this system gives. */
    private String withForm(String event) {
        ObjectNode request = (ObjectNode) Json.read(event);
        String body = new String(
                Base64.getDecoder()
                        .decode(
                                request.path("isBase64Encoded").asBoolean()
                                        ? request.path("body").asText()
                                        : ""),
                StandardCharsets.UTF_8);
        if (!body.contains("=" + FROM_THE_PAGE)) {
            return event;
        }
        Response page = call("GET", request.path("rawPath").asText(), null, Map.of());
        Map<String, String> given = new HashMap<>();
        Jsoup.parse(new String(page.body(), StandardCharsets.UTF_8))
                .select("input[type=hidden][name]")
                .forEach(input -> given.put(input.attr("name"), input.attr("value")));
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : body.split("&")) {
            String[] pair = field.split("=", 2);
            fields.put(
                    pair[0],
                    pair[1].equals(FROM_THE_PAGE)
                            ? URLEncoder.encode(given.getOrDefault(pair[0], FROM_THE_PAGE), StandardCharsets.UTF_8)
                            : pair[1]);
        }
        byte[] form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
        request.put("body", Base64.getEncoder().encodeToString(form));
        ((ObjectNode) request.path("headers")).put("content-length", String.valueOf(form.length));
        return request.toString();
    }

    /** The key that the event names, in the words of its kind of event, for one of the same kind that is owed. */
    private String withMessage(String event, String kind) {
        return owed.first(kind)
                .map(key -> {
                    JsonNode record = Json.read(event).at("/Records/0");
                    JsonNode keys = record.at("/dynamodb/Keys");
                    return keys.isObject()
                            ? event.replace(keys.at("/PK/S").asText(), key.owner())
                                    .replace(keys.at("/SK/S").asText(), key.name())
                            : event.replace(record.path("body").asText(), key.text());
                })
                .orElse(event);
    }

    private String withMail(String event) {
        String tag = Json.read(Json.read(event).at("/Records/0/Sns/Message").asText())
                .at("/mail/tags/message/0")
                .asText();
        return messages.all().reversed().stream()
                .filter(message -> message.channel() == Message.Channel.EMAIL
                        && message.tags().containsKey("message"))
                .findFirst()
                .map(mail -> event.replace(tag, mail.tags().get("message"))
                        .replace(MAILED_ID, mail.id())
                        .replace(MAILED_TO, mail.to()))
                .orElse(event);
    }

    private JsonNode get(String member, String path, @Nullable String query) {
        Response answer = call("GET", path, query, Map.of("authorization", List.of("Bearer " + tokens.apply(member))));
        return answer.status() == 200 ? Json.read(answer.body()) : Json.object();
    }

    private Response call(String method, String path, @Nullable String query, Map<String, List<String>> headers) {
        Request request = new Request(
                method, path, query, headers, new byte[0], new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Response answer = gateway.apply(request);
        // A table that is too slow for once on a busy machine says nothing of what is there.
        for (int tries = 1; tries < TRIES && answer.status() == 503; tries++) {
            answer = gateway.apply(request);
        }
        return answer;
    }
}
