package org.warmhandoff.local.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.warmhandoff.local.Json;
import org.warmhandoff.local.template.QueueDeclaration;

/** One queue: messages that are visible, hidden for a while because somebody works on them, or not due yet. */
final class Queue {

    /** A message with how often it was handed out. */
    record Item(String id, String body, Instant sentAt, Instant visibleAt, int received) {

        Item handedOut(Instant hiddenUntil) {
            return new Item(id, body, sentAt, hiddenUntil, received + 1);
        }
    }

    private final QueueDeclaration declaration;
    private final Runnable changed;
    private final List<Item> items = new ArrayList<>();

    Queue(QueueDeclaration declaration, JsonNode saved, Runnable changed) {
        this.declaration = declaration;
        this.changed = changed;
        saved.forEach(item -> items.add(new Item(
                item.path("id").asText(),
                item.path("body").asText(),
                Instant.parse(item.path("sentAt").asText()),
                Instant.parse(item.path("visibleAt").asText()),
                item.path("received").asInt())));
    }

    QueueDeclaration declaration() {
        return declaration;
    }

    String send(String body, Optional<Duration> delay, Instant now) {
        String id = UUID.randomUUID().toString();
        synchronized (this) {
            items.add(new Item(id, body, now, now.plus(delay.orElse(declaration.delay())), 0));
        }
        changed.run();
        return id;
    }

    /** Hands out what is visible; it comes back unless it is deleted in time. */
    List<Item> receive(int most, Instant now) {
        List<Item> batch = new ArrayList<>();
        synchronized (this) {
            for (int i = 0; i < items.size() && batch.size() < most; i++) {
                Item item = items.get(i);
                if (!item.visibleAt().isAfter(now)) {
                    Item out = item.handedOut(now.plus(declaration.visibility()));
                    items.set(i, out);
                    batch.add(out);
                }
            }
        }
        if (!batch.isEmpty()) {
            changed.run();
        }
        return batch;
    }

    void delete(List<Item> done) {
        Set<String> ids = new HashSet<>(done.stream().map(Item::id).toList());
        synchronized (this) {
            items.removeIf(item -> ids.contains(item.id()));
        }
        changed.run();
    }

    synchronized List<Item> items() {
        return List.copyOf(items);
    }

    synchronized Optional<Instant> firstVisibleAfter(Instant instant) {
        return items.stream()
                .map(Item::visibleAt)
                .filter(at -> at.isAfter(instant))
                .min(Instant::compareTo);
    }

    synchronized ArrayNode toJson() {
        ArrayNode json = Json.array();
        items.forEach(item -> json.addObject()
                .put("id", item.id())
                .put("body", item.body())
                .put("sentAt", item.sentAt().toString())
                .put("visibleAt", item.visibleAt().toString())
                .put("received", item.received()));
        return json;
    }

    static String md5(String body) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
