package org.warmhandoff.adapters.http;

import java.util.Optional;
import org.warmhandoff.member.Member;
import org.warmhandoff.member.Role;

/**
 * Who calls, and whether they may. The member was read with what the call is about, so nothing of that is looked at before this has
 * passed: an unknown, inactive or unfit member gets 403 whatever was asked for.
 */
public final class SignedIn {

    private SignedIn() {}

    /** Any active member. */
    public static Member member(Optional<Member> found) {
        return found.filter(Member::active).orElseThrow(() -> new RequestRefused(Problem.forbidden()));
    }

    /** An active member in one of these roles. */
    public static Member in(Optional<Member> found, Role... roles) {
        Member member = member(found);
        for (Role role : roles) {
            if (member.may(role)) {
                return member;
            }
        }
        throw new RequestRefused(Problem.forbidden());
    }

    /** What was asked for, or 404: unknown and somebody else's look alike. */
    public static <T> T found(Optional<T> what) {
        return what.orElseThrow(() -> new RequestRefused(Problem.notFound()));
    }
}
