package org.warmhandoff.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.warmhandoff.local.Json;

/** A response; headers in order, a name may come twice. */
public record Response(int status, List<Header> headers, byte[] body) {

    /** One header line. */
    public record Header(String name, String value) {}

    public static Response of(int status, String contentType, byte[] body) {
        return new Response(status, List.of(new Header("Content-Type", contentType)), body);
    }

    public static Response json(int status, JsonNode body) {
        return of(status, "application/json", Json.bytes(body));
    }

    public static Response html(int status, String body) {
        return of(status, "text/html; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }

    public static Response empty(int status) {
        return new Response(status, List.of(), new byte[0]);
    }

    public static Response redirect(String location) {
        return empty(303).with("Location", location);
    }

    /** What went wrong, as RFC 9457 has it. */
    public static Response problem(int status, String title, String detail) {
        return of(
                status,
                "application/problem+json",
                Json.bytes(Json.object()
                        .put("type", "about:blank")
                        .put("title", title)
                        .put("status", status)
                        .put("detail", detail)));
    }

    public Response with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Response(status, more, body);
    }
}
