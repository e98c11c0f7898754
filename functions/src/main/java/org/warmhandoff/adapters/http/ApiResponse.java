package org.warmhandoff.adapters.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** An answer. Bodies are UTF-8 text; header names are lower-case. */
public final class ApiResponse {

    private static final byte[] NO_BODY = {};

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private ApiResponse(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = Collections.unmodifiableMap(headers);
        this.body = body;
    }

    public static ApiResponse of(int status, String contentType, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", contentType);
        headers.put("cache-control", "no-store");
        headers.put("x-content-type-options", "nosniff");
        return new ApiResponse(status, headers, body.clone());
    }

    /** 200 with a resource. */
    public static ApiResponse ok(Consumer<JsonWriter> resource) {
        return json(200, resource);
    }

    /** 201 with what was made. */
    public static ApiResponse created(Consumer<JsonWriter> resource) {
        return json(201, resource);
    }

    public static ApiResponse json(int status, Consumer<JsonWriter> resource) {
        return of(status, "application/json", JsonWriter.object(resource));
    }

    /** The same with one header more, or another one. */
    public ApiResponse with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new ApiResponse(status, more, body);
    }

    /** The same with an {@code ETag}, the hash of its body; 304 without body where that is what the client has already. */
    public ApiResponse taggedFor(ApiRequest request) {
        String tag = '"' + hash(body) + '"';
        boolean known = request.header("if-none-match")
                .map(tags -> tags.strip().equals("*")
                        || Arrays.stream(tags.split(","))
                                .map(String::strip)
                                .map(each -> each.startsWith("W/") ? each.substring(2) : each)
                                .anyMatch(tag::equals))
                .orElse(false);
        ApiResponse tagged = with("etag", tag);
        return known ? new ApiResponse(304, tagged.headers, NO_BODY) : tagged;
    }

    public int status() {
        return status;
    }

    public Map<String, String> headers() {
        return headers;
    }

    public byte[] body() {
        return body.clone();
    }

    ApiResponse withoutBody() {
        return new ApiResponse(status, headers, NO_BODY);
    }

    void write(OutputStream out) throws IOException {
        try (JsonGenerator json = JsonWriter.FACTORY.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("statusCode", status);
            json.writeObjectFieldStart("headers");
            for (Map.Entry<String, String> header : headers.entrySet()) {
                json.writeStringField(header.getKey(), header.getValue());
            }
            json.writeEndObject();
            json.writeFieldName("body");
            json.writeUTF8String(body, 0, body.length);
            json.writeBooleanField("isBase64Encoded", false);
            json.writeEndObject();
        }
    }

    private static String hash(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
