package org.warmhandoff.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.warmhandoff.local.Json;
import org.warmhandoff.local.LocalSystem;
import org.warmhandoff.wiring.BeforeSnapshot;

/**
 * What the first request that comes to a function finds. Before the snapshot every function that has one was led through its own path,
 * with no effect, and nothing was made that its copies must not share; and few classes are left to load.
 */
class FirstRequestTest {

    private static final Pattern ACCEPT = Pattern.compile("/r/([A-Za-z0-9_-]{43})/accept");

    /** What two copies of one snapshot must not have in common. */
    private static final List<Class<?>> UNIQUE = List.of(Random.class, SecureRandom.class, UUID.class, Instant.class);

    @TempDir
    private static Path task;

    private static LocalSystem system;
    private static Map<String, Map<String, String>> environments;
    private static String token;
    private static JsonNode owed;

    @BeforeAll
    static void start() throws Exception {
        system = LocalSystem.start(
                LocalSystem.Options.inMemory(Project.TEMPLATE).beginning(LocalSystem.Beginning.NETWORK));
        environments = system.environments("127.0.0.1");
        environments.values().forEach(environment -> environment.put("AWS_REGION", "us-east-1"));
        refer();
        system.journey().settle(java.time.Duration.ofMinutes(2));
        Matcher link = ACCEPT.matcher(system.wire().messages().all().getLast().text());
        assertThat(link.find()).isTrue();
        token = link.group(1);
        system.stopStream(true);
        owed = refer();
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    private static JsonNode refer() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(system.address() + "/api/referrals"))
                                .header("Authorization", "Bearer " + system.token("dana-ortiz"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(basket("emerald-diaper-bank")))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Json.read(answer.body().getBytes()).path("referrals").path(0);
    }

    private static String basket(String listing) {
        ObjectNode basket = Json.object().put("clientId", "harbor-0001").put("notes", "Mornings are best.");
        basket.putArray("listingIds").add(listing);
        basket.putObject("consent").put("given", true).put("method", "VERBAL");
        return basket.toString();
    }

    // ---- before the snapshot

    @TestFactory
    Stream<DynamicTest> before_its_snapshot_a_function_is_primed_and_changes_and_keeps_nothing() {
        return TemplateFile.read().functions().values().stream()
                .map(function -> DynamicTest.dynamicTest(function.name(), () -> {
                    String table = table();
                    int messages = system.wire().messages().all().size();
                    BeforeSnapshot made =
                            BeforeSnapshot.of(function.handler(), environments.get(function.name() + "Function"));
                    assertThat(made.isPrimed()).isEqualTo(function.startsFromSnapshot());

                    made.prepare();

                    assertThat(table()).isEqualTo(table);
                    assertThat(system.wire().messages().all()).hasSize(messages);
                    assertThat(made.held()).noneMatch(held -> UNIQUE.stream().anyMatch(type -> type.isInstance(held)));
                }));
    }

    @Test
    void a_function_starts_where_AWS_does_not_answer() throws Exception {
        DeclaredFunction function = TemplateFile.read().functions().get("WhoAmI");
        Map<String, String> alone = new HashMap<>(environments.get("WhoAmIFunction"));
        // Nobody listens at the port of discarding.
        alone.replaceAll((name, value) -> name.startsWith("AWS_ENDPOINT_URL") ? "http://127.0.0.1:9" : value);
        unpack();
        try (RuntimeProcess process =
                RuntimeProcess.start(function.handler(), task, RuntimeProcess.fromSnapshot(alone))) {
            process.awaitReady();
            assertThat(process.invoke("{\"source\":\"warm-up\"}".getBytes()).body())
                    .isEqualTo("{}");
        }
    }

    private static String table() {
        return system
                .table()
                .client()
                .scanPaginator(scan -> scan.tableName(system.tableName()).consistentRead(true))
                .items()
                .stream()
                .map(item -> new TreeMap<>(item).toString())
                .sorted()
                .reduce("", String::concat);
    }

    // ---- classes

    @Test
    @EnabledOnOs(OS.LINUX)
    void few_classes_are_loaded_until_the_first_answer() throws Exception {
        unpack();
        Map<String, Integer> counted = new TreeMap<>();
        count("WhoAmI", gateway("GET", "/api/me", Map.of(), "dana-ortiz", ""), counted);
        count(
                "CreateReferrals",
                gateway("POST", "/api/referrals", Map.of(), "dana-ortiz", basket("rainier-food-pantry")),
                counted);
        count("AcceptReferral", gateway("GET", "/r/{token}/accept", Map.of("token", token), "", ""), counted);
        count("ListReferrals", gateway("GET", "/api/referrals", Map.of(), "dana-ortiz", ""), counted);
        ObjectNode streamed = Json.object();
        ObjectNode change = streamed.putArray("Records").addObject().put("eventName", "INSERT");
        ObjectNode keys =
                change.putObject("dynamodb").put("SequenceNumber", "1").putObject("Keys");
        keys.putObject("PK").put("S", "REF#" + owed.path("id").asText());
        keys.putObject("SK").put("S", "MSG#MAIL#0");
        count("DispatchOutbox", streamed, counted);
        FirstRequests.compare("classes", counted, 60);
    }

    /** Classes until the first answer; and for those with a snapshot how many of them the request itself still had to load. */
    private static void count(String name, ObjectNode event, Map<String, Integer> counted) throws Exception {
        DeclaredFunction function = TemplateFile.read().functions().get(name);
        Path log = Files.createTempFile("classes", ".log");
        Map<String, String> environment = environments.get(name + "Function");
        try (RuntimeProcess process = RuntimeProcess.start(
                function.handler(),
                task,
                function.startsFromSnapshot() ? RuntimeProcess.fromSnapshot(environment) : environment,
                List.of("-Xlog:class+load:file=" + log))) {
            process.awaitReady();
            int before = lines(log);
            RuntimeProcess.Answer answer = process.invoke(Json.bytes(event));
            int after = lines(log);
            assertThat(answer.failed()).as(process.log()).isFalse();
            if (function.startsFromSnapshot()) {
                assertThat(Json.read(answer.body().getBytes())
                                .path("statusCode")
                                .asInt())
                        .as(answer.body() + process.log())
                        .isIn(200, 201);
                counted.put(name + "\tby the first request after the snapshot", after - before);
            }
            counted.put(name + "\tuntil the first answer", after);
        } finally {
            Files.delete(log);
        }
    }

    private static int lines(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return (int) lines.filter(line -> line.contains(" source: ")).count();
        }
    }

    private static ObjectNode gateway(
            String method, String path, Map<String, String> parts, String member, String body) {
        ObjectNode event = Json.object().put("version", "2.0").put("routeKey", method + " " + path);
        parts.forEach(event.putObject("pathParameters")::put);
        event.putObject("queryStringParameters").put("box", "outbound");
        event.putObject("headers").put("content-type", "application/json");
        ObjectNode context = event.putObject("requestContext");
        context.putObject("http").put("method", method).put("sourceIp", "192.0.2.1");
        context.putObject("authorizer").putObject("jwt").putObject("claims").put("sub", member);
        return event.put("body", body).put("isBase64Encoded", false);
    }

    private static void unpack() throws IOException {
        if (Files.exists(task.resolve("lib"))) {
            return;
        }
        Unpacked.into(task);
    }
}
