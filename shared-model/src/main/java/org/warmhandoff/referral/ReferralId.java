package org.warmhandoff.referral;

/** Names a referral; opaque, a ULID when we made it. */
public record ReferralId(String value) {
    public ReferralId {
        if (!value.matches("[A-Za-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("not a referral id");
        }
    }

    /** The short code for people: eight characters of the id's random part, shown {@code XXXX-XXXX}. Not unique and never a key. */
    public String reference() {
        String tail = value.length() > 8
                ? value.substring(value.length() - 8)
                : ("00000000" + value).substring(value.length());
        return tail.substring(0, 4) + "-" + tail.substring(4);
    }

    @Override
    public String toString() {
        return value;
    }
}
