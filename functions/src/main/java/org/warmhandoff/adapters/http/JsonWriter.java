package org.warmhandoff.adapters.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Writes one resource as JSON. Nothing is skipped: what is absent is an explicit null. */
public final class JsonWriter {

    static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator json;

    JsonWriter(JsonGenerator json) {
        this.json = json;
    }

    /** The bytes of one object. */
    public static byte[] object(Consumer<JsonWriter> fields) {
        var bytes = new ByteArrayOutputStream(1_024);
        try (JsonGenerator generator = FACTORY.createGenerator(bytes)) {
            generator.writeStartObject();
            fields.accept(new JsonWriter(generator));
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public JsonWriter put(String name, String value) {
        return set(name, value);
    }

    public JsonWriter put(String name, long value) {
        return set(name, value);
    }

    public JsonWriter put(String name, boolean value) {
        return set(name, value);
    }

    public JsonWriter put(String name, Instant value) {
        return set(name, value);
    }

    public JsonWriter put(String name, LocalDate value) {
        return set(name, value);
    }

    /** The constant's name: its code. */
    public JsonWriter put(String name, Enum<?> value) {
        return set(name, value);
    }

    /** Null when absent. */
    public JsonWriter put(String name, Optional<?> value) {
        return set(name, value.orElse(null));
    }

    public JsonWriter nothing(String name) {
        return set(name, null);
    }

    /** A list of texts, numbers, times or codes. */
    public JsonWriter values(String name, Collection<?> values) {
        return writing(() -> {
            json.writeArrayFieldStart(name);
            for (Object value : values) {
                write(value);
            }
            json.writeEndArray();
        });
    }

    public JsonWriter object(String name, Consumer<JsonWriter> fields) {
        return writing(() -> {
            json.writeObjectFieldStart(name);
            fields.accept(this);
            json.writeEndObject();
        });
    }

    /** An object, written by its writer. */
    public <T> JsonWriter object(String name, T value, BiConsumer<JsonWriter, T> writer) {
        return object(name, inner -> writer.accept(inner, value));
    }

    /** An object, or null when absent. */
    public <T> JsonWriter object(String name, Optional<T> value, BiConsumer<JsonWriter, T> writer) {
        return value.isPresent() ? object(name, inner -> writer.accept(inner, value.get())) : nothing(name);
    }

    /** A list of objects. */
    public <T> JsonWriter objects(String name, Collection<? extends T> values, BiConsumer<JsonWriter, T> writer) {
        return writing(() -> {
            json.writeArrayFieldStart(name);
            for (T value : values) {
                json.writeStartObject();
                writer.accept(this, value);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private JsonWriter set(String name, Object value) {
        return writing(() -> {
            json.writeFieldName(name);
            write(value);
        });
    }

    private void write(Object value) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case String text -> json.writeString(text);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Boolean flag -> json.writeBoolean(flag);
            case Instant time ->
                json.writeString(time.truncatedTo(ChronoUnit.MILLIS).toString());
            case LocalDate date -> json.writeString(date.toString());
            case Enum<?> constant -> json.writeString(constant.name());
            case Optional<?> optional -> write(optional.orElse(null));
            default -> json.writeString(value.toString());
        }
    }

    private JsonWriter writing(Writing what) {
        try {
            what.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    @FunctionalInterface
    private interface Writing {
        void write() throws IOException;
    }
}
