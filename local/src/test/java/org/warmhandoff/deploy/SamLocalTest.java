package org.warmhandoff.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.warmhandoff.local.LocalSystem;

/**
 * A part of the walk in Lambda's own container: {@code sam local} with the packaged zip, on the wire servers and the table of the local
 * system. Runs where the SAM CLI, an engine and the image are.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
class SamLocalTest {

    private static final String ARCHITECTURE = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x86_64";
    private static final String IMAGE = "public.ecr.aws/lambda/java:25-" + ARCHITECTURE;

    @TempDir
    private static Path folder;

    private static LocalSystem system;
    private static SeededEvents events;
    private static Process api;
    private static int port;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        SamCli.orSkip();
        assumeTrue(ImagesPresent.isHere(IMAGE), "no engine answers, or the image is not here: docker pull " + IMAGE);
        LocalSystem.Options inMemory = LocalSystem.Options.inMemory(Project.TEMPLATE);
        system = LocalSystem.start(new LocalSystem.Options(
                inMemory.template(),
                0,
                true,
                inMemory.folder(),
                inMemory.site(),
                inMemory.parameters(),
                LocalSystem.Beginning.HISTORY,
                inMemory.console()));
        events = new SeededEvents(system);
        // A busy machine may take longer over a first call than Lambda allows; nothing else of the template is changed.
        Files.writeString(
                folder.resolve("template.yaml"),
                Files.readString(Project.TEMPLATE)
                        .replaceAll("Timeout: [0-9]+", "Timeout: 120")
                        .replace("CodeUri: functions/", "CodeUri: " + Project.path("functions") + "/"));
        // What changes from here on, a container did.
        system.rest(true);
        Files.write(
                folder.resolve("env.json"),
                new ObjectMapper().writeValueAsBytes(system.environments("host.docker.internal")));
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        api = sam("start-api", "--port", Integer.toString(port), "--warm-containers", "LAZY")
                .redirectOutput(folder.resolve("api.log").toFile())
                .start();
        for (int seconds = 0; seconds < 120; seconds++) {
            try {
                send("GET", "/u/nobody", "");
                return;
            } catch (IOException notYet) {
                assertThat(api.isAlive())
                        .as(Files.readString(folder.resolve("api.log")))
                        .isTrue();
                Thread.sleep(1000);
            }
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (api != null) {
            // With SIGTERM it removes its containers.
            api.destroy();
            api.waitFor(30, TimeUnit.SECONDS);
        }
        if (system != null) {
            system.close();
        }
    }

    @Test
    void a_function_answers_its_event() throws Exception {
        Path event = folder.resolve("event.json");
        Files.write(event, system.event("AcceptReferral").orElseThrow());
        var before = events.table();
        Process invoked = sam("invoke", "AcceptReferralFunction", "-e", event.toString())
                .redirectError(folder.resolve("invoke.log").toFile())
                .start();
        String answer = new String(invoked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(invoked.waitFor(5, TimeUnit.MINUTES)).isTrue();

        assertThat(invoked.exitValue())
                .as(Files.readString(folder.resolve("invoke.log")))
                .isZero();
        JsonNode response = new ObjectMapper().readTree(answer.strip());
        assertThat(response.path("statusCode").asInt()).as(answer).isEqualTo(200);
        assertThat(new ObjectMapper()
                        .readTree(response.path("body").asText())
                        .path("status")
                        .asText())
                .isEqualTo("ACCEPTED");
        assertThat(events.table().equals(before)).isFalse();
    }

    /** SAM looks at no token and hands on no claims; that opens nothing. In the container that answers the receiver's page, too. */
    @Test
    void a_signed_in_route_without_claims_is_refused() throws Exception {
        var before = events.table();
        String referral = new ObjectMapper()
                .readTree(system.event("AcceptReferral").orElseThrow())
                .at("/pathParameters/id")
                .asText();
        assertThat(send("POST", "/api/referrals/" + referral + "/accept", "").statusCode())
                .isEqualTo(401);
        assertThat(events.table().equals(before)).isTrue();
    }

    @Test
    void a_receiver_accepts_undoes_and_rejects_by_the_link() throws Exception {
        String link = "/r/" + events.mailed("r").orElseThrow();
        assertThat(send("HEAD", link + "/accept", "").statusCode()).isEqualTo(200);
        assertThat(answer(link + "/accept", "confirm=yes")).contains("Undo Now");
        answer(link + "/undo", "confirm=yes");
        assertThat(answer(link + "/reject", "reason=NO_CAPACITY&details=")).contains("Undo Now");
    }

    @Test
    void a_client_gives_feedback_and_unsubscribes() throws Exception {
        String link = "/c/" + events.mailed("c").orElseThrow();
        answer(link + "/1", "answer=NO");
        String unsubscribe = events.mailed("u").orElseThrow();
        var before = events.table();
        assertThat(send("POST", "/u/" + unsubscribe, "List-Unsubscribe=One-Click")
                        .statusCode())
                .isEqualTo(200);
        assertThat(events.table().equals(before)).isFalse();
    }

    /** Opens the page and sends its form, again and again while it is too young; what the answer leads to. */
    private static String answer(String path, String choice) throws Exception {
        Element form = Jsoup.parse(send("GET", path, "").body()).selectFirst("form[method=post]");
        assertThat(form).as("a page without a form at " + path).isNotNull();
        var before = events.table();
        for (int tries = 0; tries < 60; tries++) {
            HttpResponse<String> answer = send("POST", path, filled(form, choice));
            if (answer.headers().firstValue("x-form").isEmpty()) {
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
                assertThat(events.table().equals(before)).isFalse();
                URI shown = URI.create(path)
                        .resolve(answer.headers().firstValue("location").orElseThrow());
                return send(
                                "GET",
                                shown.getRawPath() + (shown.getRawQuery() == null ? "" : "?" + shown.getRawQuery()),
                                "")
                        .body();
            }
            assertThat(events.table().equals(before))
                    .as("a form that is too young")
                    .isTrue();
            Thread.sleep(250);
        }
        throw new AssertionError("the form at " + path + " stays too young");
    }

    private static String filled(Element form, String choice) {
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input[type=hidden]").forEach(input -> fields.put(input.attr("name"), input.attr("value")));
        List<String> pairs = new ArrayList<>(List.of(choice));
        fields.forEach((name, value) -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return String.join("&", pairs);
    }

    private static HttpResponse<String> send(String method, String path, String form) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofMinutes(5))
                .method(method, form.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(form));
        if (!form.isEmpty()) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static ProcessBuilder sam(String... command) {
        List<String> line = new ArrayList<>(List.of(SamCli.orSkip().toString(), "local"));
        line.addAll(List.of(command));
        line.addAll(List.of(
                "--template",
                folder.resolve("template.yaml").toString(),
                "--env-vars",
                folder.resolve("env.json").toString(),
                "--add-host",
                "host.docker.internal:host-gateway",
                "--parameter-overrides",
                "Architecture=" + ARCHITECTURE));
        ProcessBuilder process =
                new ProcessBuilder(line).directory(Project.path("").toFile());
        process.environment().put("SAM_CLI_TELEMETRY", "0");
        process.environment().put("SAM_SKIP_PULL_IMAGE", "1");
        return process.redirectErrorStream(false);
    }
}
