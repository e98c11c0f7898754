package org.warmhandoff.idempotency;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.warmhandoff.member.MemberId;

/**
 * One creating request that may be sent again: a key that the caller chose, for one member and one route.
 *
 * @param route the function's word, such as {@code create-referrals}
 * @param bodyHash SHA-256 of the body: the same key with another body is a mistake of the caller's
 */
public record Attempt(MemberId member, String route, String key, String bodyHash) {

    /** How long an attempt is remembered. */
    public static final Duration KEPT = Duration.ofHours(24);

    /** What an attempt made: the ids by which its answer is found again. */
    public record Done(String bodyHash, List<String> ids, Instant expiresAt) {
        public Done {
            ids = List.copyOf(ids);
        }

        /** An expired one may still lie in the table; it counts no more. */
        public boolean over(Instant now) {
            return !now.isBefore(expiresAt);
        }
    }

    /** Whether {@code done} is this very request, made before. */
    public boolean sameAs(Done done) {
        return bodyHash.equals(done.bodyHash());
    }
}
