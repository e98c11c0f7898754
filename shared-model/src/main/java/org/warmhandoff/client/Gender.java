package org.warmhandoff.client;

import java.util.Optional;

/** As the client says it. The names are the codes of the API. */
public enum Gender {
    WOMAN("Woman"),
    MAN("Man"),
    NON_BINARY("Non-binary"),
    OTHER("Other"),
    UNDISCLOSED("Prefers not to say");

    private final String label;

    Gender(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static Optional<Gender> ofCode(String code) {
        for (Gender gender : values()) {
            if (gender.name().equals(code)) {
                return Optional.of(gender);
            }
        }
        return Optional.empty();
    }
}
