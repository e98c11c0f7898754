package org.warmhandoff.local.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.warmhandoff.local.Json;
import org.warmhandoff.local.http.Request;

/** Writes a request as the event of payload format 2.0. */
final class HttpEvent {

    static final String API = "local";
    static final String DOMAIN = API + ".execute-api.us-east-1.amazonaws.com";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private HttpEvent() {}

    static byte[] of(
            Request request, Routes.Match match, TokenCheck.Verdict verdict, Instant now, String originSecret) {
        ObjectNode event = Json.object()
                .put("version", "2.0")
                .put("routeKey", match.routeKey())
                .put("rawPath", request.path())
                .put("rawQueryString", request.query() == null ? "" : request.query());
        headers(request, event, originSecret);
        if (request.query() != null && !request.query().isEmpty()) {
            ObjectNode parameters = event.putObject("queryStringParameters");
            queryParameters(request.query()).forEach(parameters::put);
        }
        context(request, match, verdict, now, event);
        if (!match.pathParameters().isEmpty()) {
            ObjectNode parameters = event.putObject("pathParameters");
            match.pathParameters().forEach(parameters::put);
        }
        body(request, event);
        return Json.bytes(event);
    }

    private static void headers(Request request, ObjectNode event, String originSecret) {
        ObjectNode headers = Json.object();
        request.headers().forEach((name, values) -> {
            if (name.equals("cookie")) {
                var cookies = event.putArray("cookies");
                values.stream()
                        .flatMap(line -> Arrays.stream(line.split(";\\s*")))
                        .forEach(cookies::add);
            } else {
                headers.put(name, String.join(",", values));
            }
        });
        String viewer = request.remote().getAddress().getHostAddress();
        headers.put("host", DOMAIN);
        headers.put("x-forwarded-for", viewer);
        headers.put("x-forwarded-port", "443");
        headers.put("x-forwarded-proto", "https");
        headers.put("content-length", String.valueOf(request.body().length));
        // As the distribution in front adds them, over whatever a visitor sent.
        headers.put("true-client-ip", viewer);
        if (!originSecret.isEmpty()) {
            headers.put("x-origin-secret", originSecret);
        }
        event.set("headers", headers);
    }

    private static Map<String, String> queryParameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                parameters.merge(
                        decoded(parts[0]),
                        parts.length == 2 ? decoded(parts[1]) : "",
                        (first, next) -> first + "," + next);
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    private static void context(
            Request request, Routes.Match match, TokenCheck.Verdict verdict, Instant now, ObjectNode event) {
        ObjectNode context = event.putObject("requestContext")
                .put("accountId", "000000000000")
                .put("apiId", API);
        if (verdict instanceof TokenCheck.Verdict.Allowed allowed) {
            ObjectNode jwt = context.putObject("authorizer").putObject("jwt");
            ObjectNode claims = jwt.putObject("claims");
            allowed.claims().forEach(claims::put);
            if (allowed.scopes().isEmpty()) {
                jwt.putNull("scopes");
            } else {
                var scopes = jwt.putArray("scopes");
                allowed.scopes().forEach(scopes::add);
            }
        }
        context.put("domainName", DOMAIN).put("domainPrefix", API);
        context.putObject("http")
                .put("method", request.method())
                .put("path", request.path())
                .put("protocol", "HTTP/1.1")
                .put("sourceIp", request.remote().getAddress().getHostAddress())
                .put("userAgent", request.header("user-agent").orElse(""));
        context.put("requestId", UUID.randomUUID().toString())
                .put("routeKey", match.routeKey())
                .put("stage", "$default")
                .put("time", TIME.format(now))
                .put("timeEpoch", now.toEpochMilli());
    }

    private static void body(Request request, ObjectNode event) {
        boolean text = isText(request.header("content-type").orElse(""));
        if (request.body().length > 0) {
            event.put("body", text ? request.text() : Base64.getEncoder().encodeToString(request.body()));
        }
        event.put("isBase64Encoded", request.body().length > 0 && !text);
    }

    private static boolean isText(String contentType) {
        String type = contentType.split(";")[0].strip().toLowerCase(Locale.ROOT);
        return type.startsWith("text/")
                || type.equals("application/json")
                || type.equals("application/xml")
                || type.equals("application/javascript");
    }
}
