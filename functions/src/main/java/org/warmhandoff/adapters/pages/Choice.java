package org.warmhandoff.adapters.pages;

import java.util.Objects;

/** One of several answers: the code that is sent and the words that are read. */
public record Choice(String code, String label) {
    public Choice {
        Objects.requireNonNull(code);
        Objects.requireNonNull(label);
    }
}
