package org.warmhandoff.walks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.warmhandoff.local.Json;
import org.warmhandoff.local.LocalSystem;
import org.warmhandoff.local.lambda.StandardOutput;

/** The started, seeded system, and the ways in which people outside reach it. */
final class Walk implements AutoCloseable {

    static final String DANA = "dana.ortiz@harbor-family.example.org";
    static final String LENA = "lena.brooks@rainier-food-bank.example.org";
    static final String SAM = "sam.whitfield@rainier-food-bank.example.org";
    static final String THEO = "theo.grant@cedar-legal-aid.example.org";
    static final String MORGAN = "morgan.avery@puget-network.example.org";

    private static final ApiDescription DESCRIPTION = ApiDescription.read(root().resolve("docs/openapi.yaml"));

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger next = new AtomicInteger(100);
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final Collection<String> log = new ConcurrentLinkedQueue<>();
    private final LocalSystem system;

    private Walk(Path root) throws Exception {
        // What a function prints is a line of its log too.
        StandardOutput.install();
        LocalSystem.Options options = new LocalSystem.Options(
                root.resolve("template.yaml"),
                0,
                false,
                Optional.empty(),
                root.resolve("ui/dist"),
                Map.of(),
                LocalSystem.Beginning.NETWORK,
                log::add);
        this.system = LocalSystem.start(options);
    }

    static Walk begin() throws Exception {
        return new Walk(root());
    }

    static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("template.yaml"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no template.yaml above the working directory");
    }

    LocalSystem system() {
        return system;
    }

    String address() {
        return system.address();
    }

    /** What is written down of the API; every answer of every walk is held against it. */
    ApiDescription description() {
        return DESCRIPTION;
    }

    /** Every line that functions logged so far. */
    String log() {
        return String.join("\n", log);
    }

    // HTTP

    Answer call(String method, String pathOrAddress, String body, Map<String, String> headers) {
        String address = pathOrAddress.startsWith("/") ? address() + pathOrAddress : pathOrAddress;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            Answer answered = new Answer(answer.statusCode(), answer.headers(), answer.body());
            DESCRIPTION.check(method, address.replace(address(), ""), body, answered);
            return answered;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Answer get(String address) {
        return call("GET", address, "", Map.of());
    }

    Answer postForm(String address, Map<String, String> fields) {
        return postForm(address, fields, Map.of());
    }

    Answer postForm(String address, Map<String, String> fields, Map<String, String> headers) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Content-Type", "application/x-www-form-urlencoded");
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return call("POST", address, body, all);
    }

    /** Opens the page, takes a moment, and sends its form with these choices. */
    Answer submit(String link, Map<String, String> choices) {
        Answer page = get(link);
        assertThat(page.status()).as("opening the page").isEqualTo(200);
        pass("PT3S");
        return submit(page, link, choices);
    }

    Answer submit(Answer page, String link, Map<String, String> choices) {
        Map<String, String> fields = page.hidden();
        fields.putAll(choices);
        return postForm(link, fields);
    }

    /** As {@link #submit(String, Map)}, then opens the page that the answer leads to. */
    Answer answer(String link, Map<String, String> choices) {
        Answer done = submit(link, choices);
        assertThat(done.status()).as(done.body()).isEqualTo(303);
        Answer shown = get(URI.create(link.startsWith("/") ? address() + link : link)
                .resolve(done.header("location"))
                .toString());
        assertThat(shown.status()).isEqualTo(200);
        return shown;
    }

    // The desk

    Member signIn(String email) {
        for (JsonNode member : desk("GET", "/_local/members", Json.object())) {
            if (member.path("email").asText().equals(email)) {
                return new Member(this, member.path("member").asText());
            }
        }
        throw new AssertionError("nobody has the address " + email);
    }

    /** A token lasts twelve hours of a clock that is moved by days, by whoever walks and by the desk's own buttons. */
    String token(String member) {
        Instant now = system.clock().instant();
        return tokens.compute(
                        member, (_, held) -> held != null && now.isBefore(held.until()) ? held : token(member, now))
                .text();
    }

    private Token token(String member, Instant now) {
        String text = desk("POST", "/_local/token", Json.object().put("member", member))
                .path("token")
                .asText();
        return new Token(text, now.plus(Duration.ofHours(11)));
    }

    private record Token(String text, Instant until) {}

    JsonNode desk(String method, String path, ObjectNode body) {
        Answer answer = call(
                method, path, method.equals("GET") ? "" : body.toString(), Map.of("Content-Type", "application/json"));
        assertThat(answer.status()).as(path + ": " + answer.body()).isEqualTo(200);
        return answer.json();
    }

    JsonNode pass(String duration) {
        return desk("POST", "/_local/clock", Json.object().put("advance", duration));
    }

    void text(String from, String words) {
        desk("POST", "/_local/sms", Json.object().put("from", from).put("body", words));
        settle();
    }

    /** The last message to the address comes back. */
    void bounce(String to) {
        desk("POST", "/_local/bounce", Json.object().put("to", to));
        settle();
    }

    /** What was set off is finished: the desk waits for it too, but not as long as a busy machine needs. */
    private void settle() {
        assertThat(system.journey().settle(Duration.ofMinutes(2))).isTrue();
    }

    List<JsonNode> messages(String to) {
        settle();
        List<JsonNode> found = new ArrayList<>();
        desk("GET", "/_local/messages?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8), Json.object())
                .forEach(found::add);
        return found;
    }

    JsonNode lastMessage(String to) {
        return messages(to).getLast();
    }

    /** The newest link of this path that was sent to the address. */
    String link(String to, String path) {
        return links(to, path).getLast();
    }

    List<String> links(String to, String path) {
        Pattern wanted = Pattern.compile(path);
        List<String> links = new ArrayList<>();
        for (JsonNode message : messages(to)) {
            for (JsonNode link : message.path("links")) {
                String address = link.path("url").asText();
                if (address.startsWith(address())
                        && wanted.matcher(address.substring(address().length())).matches()
                        && !links.contains(address)) {
                    links.add(address);
                }
            }
        }
        return links;
    }

    // Who and what there is

    int number() {
        return next.incrementAndGet();
    }

    /** A new out-of-network program with a mailbox of its own. */
    Mailbox program() {
        int n = number();
        return program(n, "Walk Program " + n);
    }

    /** The same, by a name that nobody else has. */
    Mailbox program(String name) {
        return program(number(), name);
    }

    private Mailbox program(int n, String name) {
        String email = "program-" + n + "@walks.example.org";
        save(listing("st-brigid").put("program", name).put("network", "OUT").put("referralEmail", email), n);
        return new Mailbox("walk-program-" + n, email);
    }

    /** A new organization in network, with one program and one member who answers for it. */
    Receiver receiver() {
        int n = number();
        String email = "receiver-" + n + "@walks.example.org";
        String organization = "walk-kitchen-" + n;
        Member morgan = signIn(MORGAN);
        Answer opened = morgan.put(
                "/api/organizations/" + organization,
                Json.object().put("name", "Lakeview Kitchen " + n).put("timeZone", "America/Los_Angeles"));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        ObjectNode member = Json.object()
                .put("name", "Robin Walker " + n)
                .put("email", email)
                .put("organizationId", organization);
        member.putArray("roles").add("RECEIVER");
        Answer added = morgan.post("/api/members", member);
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        String program = "Community Meals " + n;
        save(listing(organization).put("network", "IN").put("program", program), n);
        return new Receiver("walk-program-" + n, program, email);
    }

    private ObjectNode listing(String organization) {
        ObjectNode listing = Json.object()
                .put("organizationId", organization)
                .put("description", "For walks.")
                .put("address", "77 S Jackson St, Seattle, WA 98104")
                .put("zip", "98104")
                .put("timeZone", "America/Los_Angeles")
                .put("hours", "Mon-Fri 9 AM-5 PM")
                .put("eligibility", "Anyone.")
                .put("howToApply", "Come in.");
        listing.putArray("needs").add("HOUSING");
        listing.putArray("phones").add("+12065550161");
        listing.putArray("languages").add("en");
        return listing;
    }

    private void save(ObjectNode listing, int n) {
        Answer saved = signIn(MORGAN).put("/api/listings/walk-program-" + n, listing);
        assertThat(saved.status()).as(saved.body()).isEqualTo(201);
    }

    /** A new client of Harbor Family Services. */
    Person client(String given, String family, String language) {
        int n = number();
        Person person = new Person(
                "walk-client-" + n, "client-" + n + "@walks.example.org", "+1206555%04d".formatted(4000 + n));
        ObjectNode body = Json.object()
                .put("birthDate", "1988-04-17")
                .put("gender", "UNDISCLOSED")
                .put("address", "12 Quince Harbor Street, Seattle, WA 98108")
                .put("zip", "98108")
                .put("timeZone", "America/Los_Angeles")
                .put("language", language);
        body.putObject("name").put("given", given).put("family", family);
        body.putObject("household").put("adults", 1).putArray("childrenAges").add(4);
        body.putArray("needs").add("FOOD");
        body.putArray("emails").addObject().put("address", person.email());
        body.putArray("phones").addObject().put("number", person.phone());
        body.putObject("safeContact").put("doNotContact", false).put("notes", "");
        Answer saved = signIn(DANA).put("/api/clients/" + person.id(), body);
        assertThat(saved.status()).as(saved.body()).isEqualTo(201);
        return person;
    }

    /** A listing and where its referrals are mailed. */
    record Mailbox(String listing, String email) {}

    /** A listing in network, what it is called, and who answers for it. */
    record Receiver(String listing, String program, String email) {}

    /** A client, and how to reach them. */
    record Person(String id, String email, String phone) {}

    @Override
    public void close() {
        system.close();
    }
}
