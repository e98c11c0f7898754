package org.warmhandoff.client;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The caller's own id of a client. It is unique within one organization only, and never stands alone in a key. */
public record ClientId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9-]{8,40}");

    public ClientId {
        Objects.requireNonNull(value);
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("the id of a client has 8 to 40 letters, digits and hyphens");
        }
    }

    public static Optional<ClientId> parse(String typed) {
        return typed != null && SHAPE.matcher(typed).matches() ? Optional.of(new ClientId(typed)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
