package org.warmhandoff.adapters.resources;

import java.util.Optional;

/** Texts that may be empty are null outside: nothing was said. */
final class Texts {

    private Texts() {}

    static Optional<String> maybe(String text) {
        return Optional.of(text).filter(said -> !said.isBlank());
    }
}
