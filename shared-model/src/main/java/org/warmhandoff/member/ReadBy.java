package org.warmhandoff.member;

import java.util.Optional;
import java.util.function.Function;

/**
 * What was asked for beside the member who asks, from one consistent read: membership costs no call of its own, and who was removed a
 * second ago reads nothing.
 *
 * @param member the caller as the table has it now; empty when nobody knows the sign-in
 * @param found what was asked for; not to be looked at before the caller's role is known to suffice
 */
public record ReadBy<T>(Optional<Member> member, T found) {

    public <R> ReadBy<R> map(Function<? super T, ? extends R> change) {
        return new ReadBy<>(member, change.apply(found));
    }
}
