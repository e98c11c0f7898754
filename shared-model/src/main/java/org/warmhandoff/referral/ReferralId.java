package org.warmhandoff.referral;

import java.util.regex.Pattern;

/** Names a referral; opaque, a ULID when we made it. */
public record ReferralId(String value) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9-]{1,40}");

    public ReferralId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a referral id");
        }
    }

    /** What somebody named in a path: what no referral can be called is as unknown as any other. */
    public static ReferralId orUnknown(String named) {
        return new ReferralId(SHAPE.matcher(named).matches() ? named : "unknown");
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
