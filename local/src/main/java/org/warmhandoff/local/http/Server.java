package org.warmhandoff.local.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Listens on one port and hands whole requests to a handler. */
public final class Server implements AutoCloseable {

    static {
        // Else the JDK's server waits 40 ms with a small answer for an acknowledgment that is not coming.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final int LARGEST_BODY = 10 * 1024 * 1024;

    /** Answers one request. Null hangs up without an answer. */
    @FunctionalInterface
    public interface Handler {
        @Nullable
        Response answer(Request request) throws Exception;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Consumer<String> log;
    private volatile Handler handler = _ -> Response.problem(503, "Starting", "The local system is starting.");

    public Server(InetSocketAddress address, Consumer<String> log) throws IOException {
        this.log = log;
        this.server = HttpServer.create(address, 0);
        server.setExecutor(threads);
        server.createContext("/", this::exchange);
        server.start();
    }

    public void handle(Handler with) {
        this.handler = with;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void exchange(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
            Response response = body.length > LARGEST_BODY
                    ? Response.json(413, org.warmhandoff.local.Json.object().put("message", "Request Entity Too Large"))
                    : handler.answer(request(exchange, body));
            if (response != null) {
                send(exchange, response);
            }
        } catch (IOException | InterruptedException _) {
            // The other side went away, or the system is closing: nobody is left to tell.
        } catch (Exception e) {
            log.accept("http: " + exchange.getRequestMethod() + " "
                    + exchange.getRequestURI().getPath() + ": " + e);
            send(exchange, Response.problem(500, "Internal Server Error", "The log of the local system says more."));
        }
    }

    private static Request request(HttpExchange exchange, byte[] body) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                exchange.getRequestURI().getRawQuery(),
                headers,
                body,
                exchange.getRemoteAddress());
    }

    private static void send(HttpExchange exchange, Response response) throws IOException {
        response.headers().stream()
                .filter(header -> !header.name().equalsIgnoreCase("content-length"))
                .forEach(header -> exchange.getResponseHeaders().add(header.name(), header.value()));
        byte[] body = response.body();
        boolean bodiless = response.status() == 304 || response.status() == 204;
        if (exchange.getRequestMethod().equals("HEAD")) {
            if (!bodiless) {
                exchange.getResponseHeaders().set("Content-Length", String.valueOf(body.length));
            }
            exchange.sendResponseHeaders(response.status(), -1);
        } else if (bodiless || body.length == 0) {
            exchange.sendResponseHeaders(response.status(), -1);
        } else {
            exchange.sendResponseHeaders(response.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
