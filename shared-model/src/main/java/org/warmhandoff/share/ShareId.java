package org.warmhandoff.share;

/** Names one sharing of a basket with a client; a ULID. */
public record ShareId(String value) {
    public ShareId {
        if (!value.matches("[A-Za-z0-9]{1,40}")) {
            throw new IllegalArgumentException("not a share id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
