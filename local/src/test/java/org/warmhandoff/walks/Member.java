package org.warmhandoff.walks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.local.Json;

/** Somebody who is signed in. */
record Member(Walk walk, String id) {

    Answer call(String method, String path, @Nullable JsonNode body, Map<String, String> headers) {
        Map<String, String> all = new java.util.HashMap<>(headers);
        all.put("Authorization", "Bearer " + walk.token(id));
        if (body != null) {
            all.put("Content-Type", "application/json");
        }
        return walk.call(method, path, body == null ? "" : body.toString(), all);
    }

    Answer get(String path) {
        return call("GET", path, null, Map.of());
    }

    Answer post(String path, JsonNode body) {
        return call("POST", path, body, Map.of());
    }

    Answer post(String path) {
        return post(path, Json.object());
    }

    Answer put(String path, JsonNode body) {
        return call("PUT", path, body, Map.of());
    }

    static ObjectNode basket(String client, String notes, List<String> listings) {
        ObjectNode body = Json.object().put("clientId", client).put("notes", notes);
        ArrayNode ids = body.putArray("listingIds");
        listings.forEach(ids::add);
        body.putObject("consent").put("given", true).put("method", "VERBAL");
        return body;
    }

    /** Refers the client and answers the referrals' ids, in basket order. */
    List<String> refer(String client, String... listings) {
        Answer answer = post("/api/referrals", basket(client, "Mornings are best.", List.of(listings)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        List<String> ids = new ArrayList<>();
        answer.json()
                .path("referrals")
                .forEach(referral -> ids.add(referral.path("id").asText()));
        return ids;
    }

    JsonNode referral(String id) {
        Answer answer = get("/api/referrals/" + id);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** The referral's row among the outbound ones. */
    JsonNode row(String id) {
        return StreamSupport.stream(
                        get("/api/referrals?box=outbound&limit=100")
                                .json()
                                .path("referrals")
                                .spliterator(),
                        false)
                .filter(row -> row.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    List<String> notes(String id) {
        List<String> texts = new ArrayList<>();
        referral(id)
                .path("activity")
                .forEach(entry -> texts.add(entry.path("text").asText()));
        return texts;
    }

    String channel(String kind, String value) {
        return post("/api/channels/check", Json.object().put(kind, value))
                .json()
                .path("state")
                .asText();
    }
}
