package org.warmhandoff.link;

import java.time.Instant;
import java.util.Optional;

/**
 * A capability that was sent to somebody: whoever holds its token may open what it is bound to. The token itself is never kept, only its
 * hash (ASVS 11.5.1, 6.5.2).
 *
 * @param sentAt when it was made: lifetimes of answers are counted from what it opens, not from the link alone
 * @param expiresAt absent where what it opens decides how long it lives
 */
public record Link(
        TokenHash hash,
        Purpose purpose,
        Target target,
        Instant sentAt,
        Optional<Instant> expiresAt,
        Optional<Instant> revokedAt) {

    /** Whether it opens anything at all any more. */
    public boolean dead(Instant now) {
        return revokedAt.isPresent()
                || expiresAt.filter(end -> !now.isBefore(end)).isPresent();
    }
}
