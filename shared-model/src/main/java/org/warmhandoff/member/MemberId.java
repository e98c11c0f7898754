package org.warmhandoff.member;

/** A member, named by the {@code sub} of the sign-in: what a token proves. */
public record MemberId(String value) {
    public MemberId {
        if (value.isBlank() || value.length() > 128) {
            throw new IllegalArgumentException("not a member id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
