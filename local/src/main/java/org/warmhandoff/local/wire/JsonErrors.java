package org.warmhandoff.local.wire;

import org.warmhandoff.local.Json;
import org.warmhandoff.local.http.Response;

/** The two ways in which JSON services word an error. */
final class JsonErrors {

    private JsonErrors() {}

    static Response rest(WireError error) {
        return Response.json(
                        error.status(),
                        Json.object().put("message", error.getMessage()).put("Message", error.getMessage()))
                .with("x-amzn-ErrorType", error.code());
    }

    static Response rpc(WireError error, String contentType) {
        return Response.of(
                error.status(),
                contentType,
                Json.bytes(Json.object().put("__type", error.code()).put("message", error.getMessage())));
    }
}
