package org.warmhandoff.adapters.http;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Events as API Gateway makes them, for the tests of handlers.
 *
 * {@snippet :
 * Answer answer = Events.signedIn("sub-1").post("/api/referrals/{id}/accept").path("id", "R1").to(handler);
 * Answer page = Events.visitor().post("/r/{token}/accept").path("token", token).form("confirm", "yes").to(handler);
 * }
 */
public final class Events {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private final Optional<String> subject;

    private Events(Optional<String> subject) {
        this.subject = subject;
    }

    /** Somebody with a token of ours. */
    public static Events signedIn(String subject) {
        return new Events(Optional.of(subject));
    }

    /** Somebody with a link, or with nothing. */
    public static Events visitor() {
        return new Events(Optional.empty());
    }

    /** An event of the folder {@code events}, as it is there. */
    public static Event file(String name) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("events"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("there is no folder events above this one");
        }
        try {
            return new Event((ObjectNode) MAPPER.readTree(
                    folder.resolve("events").resolve(name + ".json").toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Event get(String route) {
        return event("GET", route);
    }

    public Event head(String route) {
        return event("HEAD", route);
    }

    public Event post(String route) {
        return event("POST", route);
    }

    public Event put(String route) {
        return event("PUT", route);
    }

    private Event event(String method, String route) {
        ObjectNode event = MAPPER.createObjectNode();
        event.put("version", "2.0").put("routeKey", method + " " + route).put("rawPath", route);
        event.put("rawQueryString", "");
        event.putObject("headers").put("host", "localhost");
        ObjectNode context = event.putObject("requestContext");
        context.put("requestId", "gateway-request");
        context.put("routeKey", method + " " + route).put("stage", "$default");
        context.putObject("http")
                .put("method", method)
                .put("path", route)
                .put("protocol", "HTTP/1.1")
                .put("sourceIp", "198.51.100.7")
                .put("userAgent", "test");
        subject.ifPresent(sub -> {
            ObjectNode jwt = context.putObject("authorizer").putObject("jwt");
            jwt.putObject("claims").put("sub", sub).put("token_use", "access").put("scope", "warm-handoff/api");
            jwt.putArray("scopes").add("warm-handoff/api");
        });
        event.put("isBase64Encoded", false);
        return new Event(event);
    }

    /** One event, changed step by step. */
    public static final class Event {
        private final ObjectNode event;
        private TestContext context = new TestContext();

        private Event(ObjectNode event) {
            this.event = event;
        }

        public Event path(String name, String value) {
            event.withObject("/pathParameters").put(name, value);
            String path = event.path("rawPath").asText().replace("{" + name + "}", value);
            event.put("rawPath", path);
            event.withObject("/requestContext/http").put("path", path);
            return this;
        }

        public Event query(String name, String value) {
            event.withObject("/queryStringParameters").put(name, value);
            return this;
        }

        public Event header(String name, String value) {
            event.withObject("/headers").put(name, value);
            return this;
        }

        public Event from(String sourceIp) {
            event.withObject("/requestContext/http").put("sourceIp", sourceIp);
            return this;
        }

        /** A JSON body, as text. */
        public Event json(String body) {
            header("content-type", "application/json");
            event.put("body", body).put("isBase64Encoded", false);
            return this;
        }

        /** A JSON body from anything that Jackson can write: maps, lists, records. */
        public Event json(Object body) {
            try {
                return json(MAPPER.writeValueAsString(body));
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException(e);
            }
        }

        /** A form as browsers send it, names and values in turn; API Gateway hands it over in base64. */
        public Event form(String... namesAndValues) {
            List<String> pairs = new ArrayList<>();
            for (int i = 0; i < namesAndValues.length; i += 2) {
                pairs.add(encoded(namesAndValues[i]) + "=" + encoded(namesAndValues[i + 1]));
            }
            return body("application/x-www-form-urlencoded", String.join("&", pairs));
        }

        /** The same from a map: the hidden inputs of a page and what was filled in. */
        public Event form(Map<String, String> fields) {
            List<String> flat = new ArrayList<>();
            new LinkedHashMap<>(fields).forEach((name, value) -> flat.addAll(List.of(name, value)));
            return form(flat.toArray(String[]::new));
        }

        /** The other encoding of forms. */
        public Event multipart(String... namesAndValues) {
            StringBuilder body = new StringBuilder();
            for (int i = 0; i < namesAndValues.length; i += 2) {
                body.append("--limit\r\nContent-Disposition: form-data; name=\"")
                        .append(namesAndValues[i])
                        .append("\"\r\n\r\n")
                        .append(namesAndValues[i + 1])
                        .append("\r\n");
            }
            return body(
                    "multipart/form-data; boundary=limit",
                    body.append("--limit--\r\n").toString());
        }

        /** Any body in base64. */
        public Event body(String contentType, String body) {
            header("content-type", contentType);
            event.put("body", Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)))
                    .put("isBase64Encoded", true);
            return this;
        }

        /** Anything else of the event. */
        public ObjectNode raw() {
            return event;
        }

        public Event within(TestContext context) {
            this.context = context;
            return this;
        }

        public InputStream stream() {
            try {
                return new ByteArrayInputStream(MAPPER.writeValueAsBytes(event));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Sends it to a handler. */
        public Answer to(RequestStreamHandler handler) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                handler.handleRequest(stream(), out, context);
                return new Answer(MAPPER.readTree(out.toByteArray()), context.lines());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
