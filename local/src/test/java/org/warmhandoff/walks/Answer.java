package org.warmhandoff.walks;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.warmhandoff.local.Json;

/** What the system answered. */
record Answer(int status, HttpHeaders headers, String body) {

    JsonNode json() {
        return Json.read(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    Document page() {
        return Jsoup.parse(body);
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The hidden inputs of the page's form: what a browser sends along. */
    Map<String, String> hidden() {
        Map<String, String> fields = new LinkedHashMap<>();
        page().select("form input[type=hidden][name]")
                .forEach(input -> fields.put(input.attr("name"), input.attr("value")));
        return fields;
    }
}
