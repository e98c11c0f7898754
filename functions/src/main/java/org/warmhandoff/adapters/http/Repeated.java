package org.warmhandoff.adapters.http;

import java.util.Optional;
import org.warmhandoff.idempotency.Attempt;

/**
 * Requests that carry an {@code Idempotency-Key}:
 *
 * <pre>{@code
 * Optional<Attempt> attempt = Repeated.attempt(request, "create-referrals");
 * var read = port.read(request.member(), attempt, ...);                   // Attempt.Done rides in the same batch
 * Member caller = Caller.as(Role.CASEWORKER, read.member());
 * Optional<Attempt.Done> earlier = Repeated.earlier(attempt, read.found().earlier());   // 422: same key, other body
 * if (earlier.isPresent()) {
 *     return Repeated.again(created(...the same ids...));
 * }
 * ...                                                                     // and IdempotencyItem.put among the writes
 * }</pre>
 */
public final class Repeated {

    private Repeated() {}

    /** @param route the function's word, such as {@code create-referrals} */
    public static Optional<Attempt> attempt(ApiRequest request, String route) {
        return request.idempotencyKey().map(key -> new Attempt(request.member(), route, key, request.bodyHash()));
    }

    /** What the same request made before, if it did. */
    public static Optional<Attempt.Done> earlier(Optional<Attempt> attempt, Optional<Attempt.Done> read) {
        attempt.filter(now -> read.isPresent() && !now.sameAs(read.get())).ifPresent(now -> {
            throw new InvalidRequest("", "This Idempotency-Key was used with another body.");
        });
        return attempt.isPresent() ? read : Optional.empty();
    }

    /** Says that nothing was made this time. */
    public static ApiResponse again(ApiResponse first) {
        return first.with("idempotency-replayed", "true");
    }
}
