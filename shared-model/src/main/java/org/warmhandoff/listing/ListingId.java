package org.warmhandoff.listing;

/** Names a listing: {@code [A-Za-z0-9-]{1,40}}, chosen by the administrator who saves it first. */
public record ListingId(String value) {
    public ListingId {
        if (!value.matches("[A-Za-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("not a listing id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
