package org.warmhandoff.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.warmhandoff.local.Json;
import org.warmhandoff.local.http.Response;

/** Reads what a function answered as API Gateway reads it. */
final class HttpAnswer {

    private static final int LARGEST = 6 * 1024 * 1024;

    private HttpAnswer() {}

    static Response of(byte[] answer) {
        if (answer.length > LARGEST) {
            return error();
        }
        JsonNode json;
        try {
            json = Json.read(answer);
        } catch (IllegalArgumentException _) {
            return error();
        }
        if (!json.isObject() || !json.has("statusCode")) {
            return Response.json(200, json);
        }
        if (!json.path("statusCode").canConvertToInt()) {
            return error();
        }
        List<Response.Header> headers = new ArrayList<>();
        for (var header : json.path("headers").properties()) {
            if (!header.getValue().isValueNode()) {
                return error();
            }
            headers.add(new Response.Header(header.getKey(), header.getValue().asText()));
        }
        json.path("cookies").forEach(cookie -> headers.add(new Response.Header("Set-Cookie", cookie.asText())));
        if (headers.stream().noneMatch(header -> header.name().equalsIgnoreCase("content-type"))) {
            headers.add(new Response.Header("Content-Type", "text/plain; charset=utf-8"));
        }
        String body = json.path("body").asText("");
        byte[] bytes = json.path("isBase64Encoded").asBoolean(false)
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
        return new Response(json.path("statusCode").asInt(), headers, bytes);
    }

    static Response error() {
        return message(500, "Internal Server Error");
    }

    static Response message(int status, String message) {
        return Response.json(status, Json.object().put("message", message));
    }
}
