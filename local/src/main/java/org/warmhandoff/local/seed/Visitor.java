package org.warmhandoff.local.seed;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.warmhandoff.local.http.Request;
import org.warmhandoff.local.http.Response;
import org.warmhandoff.local.wire.Message;
import org.warmhandoff.local.wire.Messages;

/** Somebody without an account who opens a link of a message and answers the page, as a person would: not at once. */
final class Visitor {

    private static final Duration READING = Duration.ofSeconds(40);

    private final Function<Request, Response> gateway;
    private final Messages messages;
    private final Consumer<Duration> time;

    Visitor(Function<Request, Response> gateway, Messages messages, Consumer<Duration> time) {
        this.gateway = gateway;
        this.messages = messages;
        this.time = time;
    }

    /** Opens the newest link of this kind that was sent to the address, and sends its form with these choices. */
    void answer(String to, String pathBegins, String pathEnds, Map<String, String> choices) {
        String path = messages.to(to).reversed().stream()
                .flatMap(message -> paths(message).stream())
                .filter(found -> found.startsWith(pathBegins) && found.endsWith(pathEnds))
                .findFirst()
                .orElseThrow(() -> new SeedRefused("no link " + pathBegins + "..." + pathEnds + " was sent to " + to));
        Response page = call("GET", path, "");
        Map<String, String> form = new LinkedHashMap<>();
        Jsoup.parse(new String(page.body(), StandardCharsets.UTF_8))
                .select("input[type=hidden][name]")
                .forEach(input -> form.put(input.attr("name"), input.attr("value")));
        form.putAll(choices);
        time.accept(READING);
        Response answer = call("POST", path, encoded(form));
        if (answer.status() != 303) {
            throw new SeedRefused("a form was answered " + answer.status());
        }
    }

    private static List<String> paths(Message message) {
        return Jsoup.parse(message.html()).select("a[href]").stream()
                .map(anchor -> anchor.attr("href"))
                .filter(address -> address.startsWith("http"))
                .map(address -> URI.create(address).getRawPath())
                .toList();
    }

    private Response call(String method, String path, String form) {
        Map<String, List<String>> headers =
                form.isEmpty() ? Map.of() : Map.of("content-type", List.of("application/x-www-form-urlencoded"));
        return gateway.apply(new Request(
                method,
                path,
                null,
                headers,
                form.getBytes(StandardCharsets.UTF_8),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
