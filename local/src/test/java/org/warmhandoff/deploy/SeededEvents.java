package org.warmhandoff.deploy;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.warmhandoff.local.LocalSystem;

/**
 * The files of {@code events/} for one running system. What is made anew for each system stands in the files as an example, and is put
 * in here: the id of a referral that allows the move, the token of a link that was mailed. All else is as it stands in the file.
 */
final class SeededEvents {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REFERRAL = "01KAMQ7Z3V8X2N5R9T4W6Y1B0C";
    private static final String REQUEST = "01KAMQ9B2C3D4E5F6G7H8J9K0M";
    private static final String SENDER = "dana-ortiz";
    private static final Pattern TOKEN = Pattern.compile("/([rmacfu])/([A-Za-z0-9_-]{22,43})");

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

    private final LocalSystem system;
    private final HttpClient http = HttpClient.newHttpClient();

    SeededEvents(LocalSystem system) {
        this.system = system;
    }

    byte[] of(DeclaredFunction function) throws Exception {
        String event = Files.readString(Project.EVENTS.resolve(function.eventFile()));
        String move = MOVES.get(function.name());
        if (move != null) {
            String member = JSON.readTree(event)
                    .at("/requestContext/authorizer/jwt/claims/sub")
                    .asText();
            Seen seen = referral(move).orElseThrow(() -> new AssertionError("no seeded referral allows " + move));
            return event.replace(REFERRAL, seen.id())
                    .replace("\"" + member + "\"", "\"" + seen.member() + "\"")
                    .getBytes();
        }
        if (event.contains(REQUEST)) {
            JsonNode requests = get("morgan-avery", "/api/update-requests").path("updateRequests");
            return event.replace(REQUEST, requests.path(0).path("id").asText(REQUEST))
                    .getBytes();
        }
        Matcher token = TOKEN.matcher(event);
        if (token.find()) {
            String purpose = token.group(1);
            return mailed(purpose)
                    .map(live -> event.replace(token.group(2), live))
                    .orElse(event)
                    .getBytes();
        }
        return event.replace(REFERRAL, referral("").map(Seen::id).orElse(REFERRAL))
                .getBytes();
    }

    private record Seen(String id, String member) {}

    /** A referral of the seed that allows the move, and a member to whom it does. */
    private Optional<Seen> referral(String move) throws Exception {
        for (String member :
                List.of(SENDER, "priya-natarajan", "sam-whitfield", "lena-brooks", "theo-grant", "aisha-rahman")) {
            for (String box : List.of("outbound", "inbound", "history")) {
                HttpRequest list = request(member, "/api/referrals?box=" + box + "&limit=100")
                        .build();
                var answer = http.send(list, BodyHandlers.ofString());
                if (answer.statusCode() != 200) {
                    continue;
                }
                for (JsonNode row : JSON.readTree(answer.body()).path("referrals")) {
                    String id = row.path("id").asText();
                    JsonNode allowed = get(member, "/api/referrals/" + id).path("allowedActions");
                    if (move.isEmpty()
                            || stream(allowed)
                                    .anyMatch(action -> action.asText().equals(move))) {
                        return Optional.of(new Seen(id, member));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The newest link of a purpose that a message carries. */
    Optional<String> mailed(String purpose) {
        String said = system.wire().messages().all().reversed().stream()
                .map(message -> Stream.concat(
                                Stream.of(message.text(), message.html()), message.headers().values().stream())
                        .collect(joining("\n")))
                .collect(joining("\n"));
        Matcher token = TOKEN.matcher(said);
        while (token.find()) {
            if (token.group(1).equals(purpose)) {
                return Optional.of(token.group(2));
            }
        }
        return Optional.empty();
    }

    JsonNode get(String member, String path) throws IOException, InterruptedException {
        return JSON.readTree(http.send(request(member, path).build(), BodyHandlers.ofString())
                .body());
    }

    private HttpRequest.Builder request(String member, String path) {
        return HttpRequest.newBuilder(URI.create(system.address() + path))
                .header("Authorization", "Bearer " + system.token(member));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        List<JsonNode> items = new ArrayList<>();
        array.forEach(items::add);
        return items.stream();
    }

    /** Everything in the table, as one text: to see whether something changed. */
    String table() {
        Map<String, String> items = new LinkedHashMap<>();
        system.table()
                .client()
                .scanPaginator(scan -> scan.tableName(system.tableName()))
                .items()
                .forEach(item ->
                        items.put(item.get("PK").s() + " " + item.get("SK").s(), item.toString()));
        return items.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Object::toString)
                .collect(joining("\n"));
    }
}
