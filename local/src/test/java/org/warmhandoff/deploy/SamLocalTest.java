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
    void a_function_answers_its_file_of_events() throws Exception {
        Process invoked = sam(
                        "invoke",
                        "WhoAmIFunction",
                        "-e",
                        Project.EVENTS.resolve("who-am-i.json").toString())
                .redirectError(folder.resolve("invoke.log").toFile())
                .start();
        String answer = new String(invoked.getInputStream().readAllBytes());
        assertThat(invoked.waitFor(120, TimeUnit.SECONDS)).isTrue();

        assertThat(invoked.exitValue())
                .as(Files.readString(folder.resolve("invoke.log")))
                .isZero();
        JsonNode response = new ObjectMapper().readTree(answer.strip());
        assertThat(response.path("statusCode").asInt()).as(answer).isEqualTo(200);
        assertThat(response.path("body").asText()).contains("Dana Ortiz");
    }

    /** SAM looks at no token and hands on no claims; that opens nothing. */
    @Test
    void a_signed_in_route_without_claims_is_refused() throws Exception {
        assertThat(send("GET", "/api/me", "").statusCode()).isEqualTo(401);
    }

    @Test
    void a_receiver_accepts_and_undoes_by_the_link() throws Exception {
        String token = events.mailed("r").orElseThrow();
        HttpResponse<String> page = send("GET", "/r/" + token + "/accept", "");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(send("HEAD", "/r/" + token + "/accept", "").statusCode()).isEqualTo(200);

        Element form = Jsoup.parse(page.body()).selectFirst("form[method=post]");
        assertThat(form).as("a page without a form: " + page.body()).isNotNull();
        // A nonce is too young for two seconds.
        Thread.sleep(3000);
        HttpResponse<String> accepted = send("POST", "/r/" + token + "/accept", filled(form, "confirm=yes"));
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(303);

        Element undo =
                Jsoup.parse(send("GET", "/r/" + token + "/undo", "").body()).selectFirst("form[method=post]");
        Thread.sleep(3000);
        assertThat(send("POST", "/r/" + token + "/undo", filled(undo, "confirm=yes"))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void a_client_gives_feedback_and_unsubscribes() throws Exception {
        String client = events.mailed("c").orElseThrow();
        assertThat(send("GET", "/c/" + client, "").statusCode()).isEqualTo(200);
        assertThat(send("GET", "/c/" + client + "/1", "").statusCode()).isEqualTo(200);
        String unsubscribe = events.mailed("u").orElseThrow();
        assertThat(send("POST", "/u/" + unsubscribe, "List-Unsubscribe=One-Click")
                        .statusCode())
                .isEqualTo(200);
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
                .timeout(Duration.ofSeconds(90))
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
                Project.TEMPLATE.toString(),
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
