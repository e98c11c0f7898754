package org.warmhandoff.local.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.local.Json;

/**
 * Named JSON documents and journals. Documents are written a moment after they change, several changes at once, and
 * when the system ends; journals line by line.
 */
public final class Store implements AutoCloseable {

    private static final long WRITE_AFTER_MILLIS = 100;

    private final @Nullable Path folder;
    private final Map<String, Supplier<JsonNode>> changed = new ConcurrentHashMap<>();
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("store").factory());

    private Store(@Nullable Path folder) {
        this.folder = folder;
        writer.scheduleWithFixedDelay(this::write, WRITE_AFTER_MILLIS, WRITE_AFTER_MILLIS, TimeUnit.MILLISECONDS);
    }

    public static Store inMemory() {
        return new Store(null);
    }

    public static Store in(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new Store(folder);
    }

    public Optional<JsonNode> load(String name) {
        Path file = file(name + ".json");
        try {
            return file != null && Files.exists(file)
                    ? Optional.of(Json.read(Files.readAllBytes(file)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps the document; {@code state} is asked when it is written. */
    public void save(String name, Supplier<JsonNode> state) {
        if (folder != null) {
            changed.put(name, state);
        }
    }

    public List<JsonNode> journal(String name) {
        Path file = file(name + ".jsonl");
        try {
            return file != null && Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .filter(line -> !line.isBlank())
                            .map(Json::read)
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized void append(String name, JsonNode entry) {
        Path file = file(name + ".jsonl");
        if (file == null) {
            return;
        }
        try {
            Files.write(
                    file,
                    (entry + "\n").getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        writer.close();
        write();
    }

    private synchronized void write() {
        changed.keySet().forEach(name -> {
            Supplier<JsonNode> state = changed.remove(name);
            Path file = file(name + ".json");
            if (state == null || file == null) {
                return;
            }
            try {
                Path fresh = file.resolveSibling(name + ".json.new");
                Files.write(fresh, Json.bytes(state.get()));
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private @Nullable Path file(String name) {
        return folder == null ? null : folder.resolve(name);
    }
}
