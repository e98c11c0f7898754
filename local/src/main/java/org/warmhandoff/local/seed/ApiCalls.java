package org.warmhandoff.local.seed;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.local.Json;
import org.warmhandoff.local.http.Request;
import org.warmhandoff.local.http.Response;

/** Calls the API as somebody: through gateway and handlers like any request, but before the system answers others. */
final class ApiCalls {

    private final Function<Request, Response> gateway;
    private final UnaryOperator<String> tokens;

    ApiCalls(Function<Request, Response> gateway, UnaryOperator<String> tokens) {
        this.gateway = gateway;
        this.tokens = tokens;
    }

    JsonNode put(String member, String path, JsonNode body) {
        return call(member, "PUT", path, body);
    }

    JsonNode post(String member, String path, JsonNode body) {
        return call(member, "POST", path, body);
    }

    JsonNode get(String member, String path) {
        return call(member, "GET", path, null);
    }

    private JsonNode call(String member, String method, String path, @Nullable JsonNode body) {
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("authorization", List.of("Bearer " + tokens.apply(member)));
        headers.put("content-type", List.of("application/json"));
        byte[] bytes = body == null ? new byte[0] : Json.bytes(body);
        Response response = gateway.apply(new Request(
                method, path, null, headers, bytes, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
        if (response.status() >= 300) {
            throw new SeedRefused(method + " " + path + " was answered " + response.status() + ": "
                    + new String(response.body(), java.nio.charset.StandardCharsets.UTF_8));
        }
        return Json.read(response.body());
    }
}
