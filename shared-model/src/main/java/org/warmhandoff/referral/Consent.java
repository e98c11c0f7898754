package org.warmhandoff.referral;

import java.time.Instant;
import org.warmhandoff.member.MemberId;

/** The client's consent to this referral, as the caseworker recorded it. */
public record Consent(Instant at, MemberId by, Method method) {

    /** How the client consented. */
    public enum Method {
        VERBAL,
        WRITTEN,
        ELECTRONIC
    }
}
