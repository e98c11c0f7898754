package org.warmhandoff.organization;

import java.util.Objects;
import java.util.regex.Pattern;

/** Names one organization of the network. It is part of table keys, so it has no {@code #} and no space. */
public record OrganizationId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public OrganizationId {
        Objects.requireNonNull(value);
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not the id of an organization");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
