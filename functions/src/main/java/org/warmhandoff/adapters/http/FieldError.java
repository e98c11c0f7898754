package org.warmhandoff.adapters.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is wrong with one field of a request.
 *
 * @param pointer a JSON Pointer into the body, or {@code /?name} for a query parameter
 * @param detail for the person who filled it in
 * @param more what else a program can use: texts, numbers or codes
 */
public record FieldError(String pointer, String detail, Map<String, Object> more) {

    public FieldError {
        more = Map.copyOf(new LinkedHashMap<>(more));
    }

    public FieldError(String pointer, String detail) {
        this(pointer, detail, Map.of());
    }

    public void write(JsonWriter json) {
        json.put("pointer", pointer).put("detail", detail);
        more.keySet().stream().sorted().forEach(name -> {
            switch (more.get(name)) {
                case Integer number -> json.put(name, number);
                case Long number -> json.put(name, number);
                case Boolean flag -> json.put(name, flag);
                case Object other -> json.put(name, other.toString());
            }
        });
    }
}
