package org.warmhandoff.local.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.warmhandoff.local.Json;
import org.warmhandoff.local.wire.Message;

/** The links that a receiver of a message can press, in its order, each address once. */
final class Links {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"')\\]]+");

    private Links() {}

    static ArrayNode of(Message message) {
        Map<String, String> textByAddress = new LinkedHashMap<>();
        Jsoup.parse(message.html()).select("a[href]").forEach(anchor -> {
            String address = anchor.attr("href");
            String text = anchor.text().isBlank() ? anchor.attr("aria-label") : anchor.text();
            if (address.startsWith("http")) {
                textByAddress.putIfAbsent(address, text);
            }
        });
        Matcher plain = ADDRESS.matcher(message.text());
        while (plain.find()) {
            String address = plain.group().replaceAll("[.,;:!?]+$", "");
            textByAddress.putIfAbsent(address, address);
        }
        ArrayNode links = Json.array();
        textByAddress.forEach(
                (address, text) -> links.addObject().put("text", text).put("url", address));
        return links;
    }
}
