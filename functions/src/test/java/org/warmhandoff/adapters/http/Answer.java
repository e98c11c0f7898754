package org.warmhandoff.adapters.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a handler answered, as API Gateway would read it, and what it logged meanwhile. */
public record Answer(JsonNode raw, List<String> log) {

    public int status() {
        return raw.path("statusCode").asInt();
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(raw.path("headers").get(name)).map(JsonNode::asText);
    }

    public String body() {
        return raw.path("body").asText();
    }

    /** The body as JSON. */
    public JsonNode json() {
        try {
            return Events.MAPPER.readTree(body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + body(), e);
        }
    }

    /** A value of the body, by its JSON Pointer. */
    public JsonNode at(String pointer) {
        return json().at(pointer);
    }

    /** The pointers of a 422, in the order of its errors. */
    public List<String> pointers() {
        return json().path("errors").findValuesAsText("pointer");
    }

    /** The body as a page. */
    public Document page() {
        return Jsoup.parse(body());
    }

    /** The page's hidden inputs, to be sent back. */
    public Map<String, String> hidden() {
        Map<String, String> hidden = new LinkedHashMap<>();
        for (Element input : page().select("input[type=hidden]")) {
            hidden.put(input.attr("name"), input.attr("value"));
        }
        return hidden;
    }
}
