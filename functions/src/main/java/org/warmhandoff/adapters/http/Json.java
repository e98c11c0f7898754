package org.warmhandoff.adapters.http;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON value that somebody sent: a small immutable tree, read within limits. */
public sealed interface Json {

    /** The deepest nesting that is read. */
    int DEEPEST = 20;

    record Obj(Map<String, Json> fields) implements Json {
        public Obj {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    record Arr(List<Json> elements) implements Json {
        public Arr {
            elements = List.copyOf(elements);
        }
    }

    record Str(String text) implements Json {}

    record Num(BigDecimal number) implements Json {}

    record Bool(boolean flag) implements Json {}

    record Null() implements Json {}

    /** The field of an object; absent where this is no object or has none of that name. */
    default Optional<Json> field(String name) {
        return this instanceof Obj(Map<String, Json> fields) ? Optional.ofNullable(fields.get(name)) : Optional.empty();
    }

    /** The value that a JSON Pointer leads to. */
    default Optional<Json> at(String pointer) {
        if (pointer.isEmpty()) {
            return Optional.of(this);
        }
        Optional<Json> here = Optional.of(this);
        for (String part : pointer.substring(1).split("/", -1)) {
            String name = part.replace("~1", "/").replace("~0", "~");
            here = here.flatMap(value -> value instanceof Arr(List<Json> elements) && name.matches("\\d{1,6}")
                    ? Integer.parseInt(name) < elements.size()
                            ? Optional.of(elements.get(Integer.parseInt(name)))
                            : Optional.empty()
                    : value.field(name));
        }
        return here;
    }

    /** @throws UnparsableRequest where the bytes are not one JSON value within the limits */
    static Json parse(byte[] bytes) {
        try (JsonParser parser = JsonReading.FACTORY.createParser(bytes)) {
            if (parser.nextToken() == null) {
                throw new UnparsableRequest("The body is empty.");
            }
            Json value = JsonReading.value(parser);
            if (parser.nextToken() != null) {
                throw new UnparsableRequest("The body is more than one JSON value.");
            }
            return value;
        } catch (IOException | NumberFormatException e) {
            // The latter for an exponent beyond all bounds, which the parser lets through.
            throw new UnparsableRequest("The body is not JSON.");
        }
    }
}
