package org.warmhandoff.adapters.pages;

import java.util.Objects;

/** An input that the visitor does not see and that comes back with the form: the nonce, the proof, the language. */
public record Hidden(String name, String value) {
    public Hidden {
        Objects.requireNonNull(name);
        Objects.requireNonNull(value);
    }
}
