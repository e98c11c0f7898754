package org.warmhandoff.contact;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** A ZIP code of five digits. */
public record Zip(String value) {

    private static final Pattern FIVE = Pattern.compile("[0-9]{5}");
    private static final Pattern TYPED = Pattern.compile("([0-9]{5})(-?[0-9]{4})?");

    public Zip {
        Objects.requireNonNull(value);
        if (!FIVE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a ZIP code");
        }
    }

    /** Takes ZIP+4 too, and keeps the five digits. */
    public static Optional<Zip> parse(String typed) {
        if (typed == null) {
            return Optional.empty();
        }
        var shape = TYPED.matcher(typed.strip());
        return shape.matches() ? Optional.of(new Zip(shape.group(1))) : Optional.empty();
    }

    /** The first three digits: a sectional center of the postal service. */
    public String sectionalCenter() {
        return value.substring(0, 3);
    }

    @Override
    public String toString() {
        return value;
    }
}
