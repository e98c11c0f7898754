package org.warmhandoff.adapters.http;

import java.util.Optional;
import java.util.function.Function;

/**
 * Looks for single values of a request before the caller's role is known, so that what they name is read together with the caller. It
 * finds or does not find, and complains of nothing: that is for afterwards.
 */
public final class Peek {

    private final Optional<Json> body;

    private Peek(Optional<Json> body) {
        this.body = body;
    }

    /** Into the body. */
    public static Peek at(ApiRequest request) {
        try {
            return new Peek(Optional.of(request.json()));
        } catch (RequestRefused unreadable) {
            return new Peek(Optional.empty());
        }
    }

    /** What the value at a JSON Pointer names, if it is a text that can name such a thing. */
    public <T> Optional<T> find(String pointer, Function<String, Optional<T>> parser) {
        return body.flatMap(json -> json.at(pointer))
                .flatMap(value ->
                        value instanceof Json.Str(String text) ? tried(text.strip(), parser) : Optional.empty());
    }

    /** What a part of the path names, if it can. */
    public static <T> Optional<T> path(ApiRequest request, String name, Function<String, T> type) {
        return tried(request.path(name), text -> Optional.of(type.apply(text)));
    }

    private static <T> Optional<T> tried(String text, Function<String, Optional<T>> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
