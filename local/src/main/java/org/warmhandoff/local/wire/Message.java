package org.warmhandoff.local.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.warmhandoff.local.Json;

/** An email or a text that a provider has accepted; or, with the sides changed, a text that somebody sent to us. */
public record Message(
        String id,
        Instant at,
        Channel channel,
        String to,
        String from,
        String subject,
        String text,
        String html,
        Map<String, String> headers,
        Map<String, String> tags,
        boolean inbound) {

    /** What kind of message. */
    public enum Channel {
        EMAIL,
        SMS
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object()
                .put("id", id)
                .put("at", at.toString())
                .put("channel", channel.name())
                .put("to", to)
                .put("from", from)
                .put("subject", subject)
                .put("text", text)
                .put("html", html)
                .put("inbound", inbound);
        json.set("headers", Json.MAPPER.valueToTree(headers));
        json.set("tags", Json.MAPPER.valueToTree(tags));
        return json;
    }

    static Message fromJson(JsonNode json) {
        return new Message(
                json.path("id").asText(),
                Instant.parse(json.path("at").asText()),
                Channel.valueOf(json.path("channel").asText()),
                json.path("to").asText(),
                json.path("from").asText(),
                json.path("subject").asText(),
                json.path("text").asText(),
                json.path("html").asText(),
                texts(json.path("headers")),
                texts(json.path("tags")),
                json.path("inbound").asBoolean());
    }

    private static Map<String, String> texts(JsonNode json) {
        Map<String, String> texts = new LinkedHashMap<>();
        json.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }
}
