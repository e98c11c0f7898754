package org.warmhandoff.client;

import java.util.Objects;

/** What a client is called. One of the two may be empty: not everybody has two names. */
public record Name(String given, String family) {

    public Name {
        Objects.requireNonNull(given);
        Objects.requireNonNull(family);
        given = given.strip();
        family = family.strip();
        if (given.isEmpty() && family.isEmpty()) {
            throw new IllegalArgumentException("a client has a name");
        }
    }

    public String full() {
        return (given + " " + family).strip();
    }
}
