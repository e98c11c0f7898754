package org.warmhandoff.deploy;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.warmhandoff.local.LocalSystem;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The files of {@code events/} for one running system, in which every function has something to do. */
final class SeededEvents {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CASEWORKER = "dana-ortiz";
    private static final String RECEIVER = "sam-whitfield";
    private static final Pattern LINK = Pattern.compile("/([rmacfu])/([A-Za-z0-9_-]{22,43})");

    private final LocalSystem system;
    private final HttpClient http = HttpClient.newHttpClient();

    SeededEvents(LocalSystem system) {
        this.system = system;
    }

    byte[] of(DeclaredFunction function) {
        return system.event(function.name()).orElseThrow();
    }

    /**
     * Leaves something to do for each function: an address that waits to be confirmed, a request for an update, a referral whose mail has
     * not left, a follow-up that was due yesterday. From then on nobody works here but who is called from outside.
     */
    void prepare() throws Exception {
        String manage = "/m/" + mailed("m").orElseThrow();
        answer(manage, Map.of("choice", "CHANGE_ADDRESS", "address", "front-desk@example.org"));
        answer(manage, Map.of("choice", "CONTACT", "message", "We open an hour later now."));
        system.rest(true);

        system.clock().beginEarlier(Duration.ofDays(8));
        call(CASEWORKER, "PUT", "/api/clients/runtime-0001", """
                {"name": {"given": "Ines", "family": "Falk"}, "birthDate": "1990-05-05", "gender": "WOMAN",
                 "household": {"adults": 1, "childrenAges": []}, "address": "", "zip": "98108", "timeZone": "%s",
                 "language": "en", "needs": ["FOOD"], "emails": [], "phones": [],
                 "safeContact": {"doNotContact": false, "notes": ""}}""".formatted(whereItIsNoon()), 201);
        String referred = refer("runtime-0001", "rainier-food-pantry")
                .at("/referrals/0/id")
                .asText();
        // No move but undoing or withdrawing it is open then.
        call(RECEIVER, "POST", "/api/referrals/" + referred + "/accept", "{}", 200);
        call(CASEWORKER, "POST", "/api/shares", """
                {"referralIds": ["%s"], "email": "ines.falk@mail.example.org", "phone": "+12065550299", "consent": true}""".formatted(referred), 201);

        system.clock().beginEarlier(Duration.ZERO);
        refer("runtime-0001", "emerald-diaper-bank");
        for (int move = 0; move < 3; move++) {
            refer("runtime-0001", "rainier-food-pantry");
        }
        // A page that is asked for now is long enough open for who looks at another clock.
        system.clock().beginEarlier(Duration.ofSeconds(10));
    }

    private JsonNode refer(String client, String listing) throws Exception {
        return call(CASEWORKER, "POST", "/api/referrals", """
                {"clientId": "%s", "listingIds": ["%s"], "consent": {"given": true, "method": "VERBAL"}, "notes": ""}""".formatted(client, listing), 201);
    }

    /** A follow-up goes out by day, and this has to work at night too. */
    private static String whereItIsNoon() {
        int hour = InstantSource.system().instant().atOffset(ZoneOffset.UTC).getHour();
        int east = 12 - hour;
        // Named the other way round: west of Greenwich is plus.
        return east == 0 ? "Etc/GMT" : "Etc/GMT" + (east > 0 ? "-" : "+") + Math.abs(east);
    }

    private void answer(String path, Map<String, String> choices) throws Exception {
        Document page = Jsoup.parse(send("", "GET", path, "", "").body());
        Map<String, String> fields = new LinkedHashMap<>();
        page.select("input[type=hidden][name]").forEach(input -> fields.put(input.attr("name"), input.attr("value")));
        fields.putAll(choices);
        system.journey().advance(Duration.ofSeconds(3));
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(joining("&"));
        HttpResponse<String> done = send("", "POST", path, "application/x-www-form-urlencoded", form);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
        assertThat(system.journey().settle(Duration.ofMinutes(1))).isTrue();
    }

    JsonNode get(String member, String path) throws Exception {
        return JSON.readTree(send(member, "GET", path, "", "").body());
    }

    private JsonNode call(String member, String method, String path, String body, int expected) throws Exception {
        HttpResponse<String> answer = send(member, method, path, "application/json", body);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(expected);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(String member, String method, String path, String type, String body)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(system.address() + path))
                .method(method, BodyPublishers.ofString(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        if (!member.isEmpty()) {
            request.header("Authorization", "Bearer " + system.token(member));
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** The newest link of a purpose that a message carries. */
    Optional<String> mailed(String purpose) {
        String said = system.wire().messages().all().reversed().stream()
                .map(message -> Stream.concat(
                                Stream.of(message.text(), message.html()), message.headers().values().stream())
                        .collect(joining("\n")))
                .collect(joining("\n"));
        Matcher token = LINK.matcher(said);
        while (token.find()) {
            if (token.group(1).equals(purpose)) {
                return Optional.of(token.group(2));
            }
        }
        return Optional.empty();
    }

    /** Everything in the table: to see whether something changed. */
    Set<Map<String, AttributeValue>> table() {
        return TableContents.of(system);
    }
}
