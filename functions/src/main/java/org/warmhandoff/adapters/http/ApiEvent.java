package org.warmhandoff.adapters.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** API Gateway's event, payload format 2.0: the parts that we read, in one pass over the stream. */
record ApiEvent(
        String source,
        String routeKey,
        String method,
        String sourceIp,
        Map<String, String> pathParameters,
        Map<String, String> query,
        Map<String, String> headers,
        Map<String, String> claims,
        byte[] body) {

    /** The event that keeps a function warm; it comes from no gateway. */
    static final String WARM_UP = "warm-up";

    private static final JsonFactory FACTORY = new JsonFactory();

    boolean isWarmUp() {
        return WARM_UP.equals(source);
    }

    static ApiEvent read(InputStream stream) throws IOException {
        Reading reading = new Reading();
        try (JsonParser parser = FACTORY.createParser(stream)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnparsableRequest("The event is no object.");
            }
            reading.event(parser);
        }
        return reading.done();
    }

    private static final class Reading {
        private String source = "";
        private String routeKey = "";
        private String method = "";
        private String sourceIp = "";
        private String body = "";
        private boolean base64;
        private final Map<String, String> pathParameters = new LinkedHashMap<>();
        private final Map<String, String> query = new LinkedHashMap<>();
        private final Map<String, String> headers = new LinkedHashMap<>();
        private final Map<String, String> claims = new LinkedHashMap<>();

        void event(JsonParser parser) throws IOException {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "source" -> source = text(parser);
                    case "routeKey" -> routeKey = text(parser);
                    case "body" -> body = text(parser);
                    case "isBase64Encoded" -> base64 = parser.currentToken() == JsonToken.VALUE_TRUE;
                    case "pathParameters" -> texts(parser, pathParameters);
                    case "queryStringParameters" -> texts(parser, query);
                    case "headers" -> {
                        Map<String, String> sent = new LinkedHashMap<>();
                        texts(parser, sent);
                        sent.forEach((header, value) -> headers.put(header.toLowerCase(Locale.ROOT), value));
                    }
                    case "requestContext" -> context(parser);
                    default -> parser.skipChildren();
                }
            }
        }

        private void context(JsonParser parser) throws IOException {
            within(parser, (name, inner) -> {
                switch (name) {
                    case "http" ->
                        within(inner, (part, value) -> {
                            switch (part) {
                                case "method" -> method = text(value);
                                case "sourceIp" -> sourceIp = text(value);
                                default -> value.skipChildren();
                            }
                        });
                    case "authorizer" -> inside(inner, "jwt", jwt -> inside(jwt, "claims", c -> texts(c, claims)));
                    default -> inner.skipChildren();
                }
            });
        }

        private static void inside(JsonParser parser, String wanted, Step step) throws IOException {
            within(parser, (name, inner) -> {
                if (name.equals(wanted)) {
                    step.read(inner);
                } else {
                    inner.skipChildren();
                }
            });
        }

        /** Reads each field of the object that is here; of anything else nothing. */
        private static void within(JsonParser parser, Part part) throws IOException {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                parser.skipChildren();
                return;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                part.read(name, parser);
            }
        }

        private static void texts(JsonParser parser, Map<String, String> into) throws IOException {
            within(parser, (name, value) -> {
                if (value.currentToken().isScalarValue() && value.currentToken() != JsonToken.VALUE_NULL) {
                    into.put(name, value.getText());
                } else {
                    value.skipChildren();
                }
            });
        }

        private static String text(JsonParser parser) throws IOException {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                return parser.getText();
            }
            parser.skipChildren();
            return "";
        }

        ApiEvent done() {
            return new ApiEvent(source, routeKey, method, sourceIp, pathParameters, query, headers, claims, bytes());
        }

        private byte[] bytes() {
            try {
                return base64 ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                throw new UnparsableRequest("The body is not the base64 that it is said to be.");
            }
        }

        private interface Part {
            void read(String name, JsonParser parser) throws IOException;
        }

        private interface Step {
            void read(JsonParser parser) throws IOException;
        }
    }
}
