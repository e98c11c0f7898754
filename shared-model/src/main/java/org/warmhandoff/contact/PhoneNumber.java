package org.warmhandoff.contact;

import java.util.Objects;
import java.util.regex.Pattern;

/** A telephone number in E.164, as {@link PhoneNumbers} reads it from what a person typed. */
public record PhoneNumber(String value) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    public PhoneNumber {
        Objects.requireNonNull(value);
        if (!E164.matcher(value).matches()) {
            throw new IllegalArgumentException("not a telephone number in E.164");
        }
    }

    /** The digits without the plus. */
    public String digits() {
        return value.substring(1);
    }

    /** {@code (•••) •••-0142}: the last four digits alone. */
    public String masked() {
        String last = value.substring(value.length() - 4);
        return value.length() == 12 && value.startsWith("+1") ? "(•••) •••-" + last : "•••" + last;
    }

    @Override
    public String toString() {
        return value;
    }
}
