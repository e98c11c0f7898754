package org.warmhandoff.adapters.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What went wrong, for a program and for a person (RFC 9457). There is no instance: an answer must not differ by what was asked for, and
 * the request's id is in a header.
 *
 * @param name the last part of {@code type}: stable, documented
 * @param detail safe to show to users
 * @param more members of its own
 */
public record Problem(int status, String name, String title, Optional<String> detail, Consumer<JsonWriter> more) {

    /** Where problems are named. */
    public static final String TYPES = "https://warmhandoff.org/problems/";

    public static Problem of(int status, String name, String title) {
        return new Problem(status, name, title, Optional.empty(), json -> {});
    }

    public static Problem of(int status, String name, String title, String detail) {
        return new Problem(status, name, title, Optional.of(detail), json -> {});
    }

    /** The same, with members of its own. */
    public Problem with(Consumer<JsonWriter> members) {
        return new Problem(status, name, title, detail, more.andThen(members));
    }

    public static Problem unparsable(String detail) {
        return of(400, "unparsable", "The request could not be read", detail);
    }

    public static Problem unauthorized() {
        return of(401, "unauthorized", "Sign in first");
    }

    public static Problem forbidden() {
        return of(403, "forbidden", "Your role does not allow this");
    }

    /** One constant body, for what is unknown and for what is somebody else's. */
    public static Problem notFound() {
        return of(404, "not-found", "There is no such thing here");
    }

    /** It was there, and is expired or revoked. */
    public static Problem gone() {
        return of(410, "gone", "This is not here any more");
    }

    /** The state forbids it. The writer writes the current view of the referral. */
    public static Problem conflict(String name, String title, Consumer<JsonWriter> referral) {
        return of(409, name, title).with(json -> json.object("referral", referral));
    }

    public static Problem conflict(String name, String title) {
        return of(409, name, title);
    }

    public static Problem tooLarge() {
        return of(413, "too-large", "The request is too large", "A request is at most 64 KB.");
    }

    public static Problem invalid(List<FieldError> errors) {
        return of(422, "invalid", "Some fields need another look")
                .with(json -> json.objects("errors", errors, (inner, error) -> error.write(inner)));
    }

    public static Problem tooMany(String detail) {
        return of(429, "too-many", "Too many at once", detail);
    }

    public static Problem busy() {
        return of(503, "busy", "Too much is going on", "Nothing is lost: please try again.");
    }

    public static Problem unexpected() {
        return of(500, "unexpected", "Something went wrong", "It is recorded, and somebody will look at it.");
    }

    public ApiResponse response() {
        byte[] body = JsonWriter.object(json -> {
            json.put("type", TYPES + name).put("title", title).put("status", status);
            detail.ifPresent(text -> json.put("detail", text));
            more.accept(json);
        });
        return ApiResponse.of(status, "application/problem+json", body);
    }
}
