package org.warmhandoff.deploy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;

/**
 * Writes the rehearsals by which functions are primed: stands between a function and the servers of the local system, and takes down
 * what they answer. Only where the test of the runtime runs with {@code -Drehearse=true}.
 */
final class Rehearsals implements AutoCloseable {

    private static final Path FOLDER = Project.path("functions/src/main/resources/org/warmhandoff/wiring/rehearsals");

    private static final List<String> ENDPOINTS = List.of("AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_DYNAMODB");

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<HttpServer> servers = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();

    /** The directory that it keeps would be that of the record. */
    private static final Set<String> KEEPS_WHAT_IT_READ = Set.of("SearchListings");

    static boolean isRecorded(DeclaredFunction function) {
        return Boolean.getBoolean("rehearse")
                && function.startsFromSnapshot()
                && !KEEPS_WHAT_IT_READ.contains(function.name());
    }

    /** The same settings, with this in the place of the servers. */
    Map<String, String> between(Map<String, String> environment) throws IOException {
        Map<String, String> with = new HashMap<>(environment);
        for (String name : ENDPOINTS) {
            if (with.containsKey(name)) {
                with.put(name, door(URI.create(with.get(name))));
            }
        }
        return with;
    }

    private String door(URI behind) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> pass(exchange, behind));
        server.start();
        servers.add(server);
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void pass(HttpExchange exchange, URI behind) throws IOException {
        try (exchange) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            behind.resolve(exchange.getRequestURI().toString()))
                    .method(
                            exchange.getRequestMethod(),
                            HttpRequest.BodyPublishers.ofByteArray(
                                    exchange.getRequestBody().readAllBytes()));
            for (String name : List.of("Content-Type", "X-Amz-Target", "Authorization", "X-Amz-Date")) {
                String value = exchange.getRequestHeaders().getFirst(name);
                if (value != null) {
                    request.header(name, value);
                }
            }
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            synchronized (answers) {
                answers.add(new String(answer.body(), StandardCharsets.UTF_8));
            }
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What was answered before does not belong to the request that comes now. */
    void begin() {
        synchronized (answers) {
            answers.clear();
        }
    }

    /** Keeps what one request of a function was answered. What lives for some weeks only is to be alive for as long as this is kept. */
    void keep(DeclaredFunction function, byte[] event, String originSecret, String table) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(
                new String(event, StandardCharsets.UTF_8).replace("\n", " ").replace(originSecret, "{origin-secret}"));
        synchronized (answers) {
            answers.forEach(answer -> lines.add(answer.replace(Year.now() + "-", "2099-")
                    .replace("{\"Responses\":{\"" + table + "\"", "{\"Responses\":{\"{table}\"")));
        }
        Files.createDirectories(FOLDER);
        Files.write(FOLDER.resolve(function.name() + "Handler.jsonl"), lines);
    }

    @Override
    public void close() {
        servers.forEach(server -> server.stop(0));
    }
}
