package org.warmhandoff.adapters.http;

import java.util.Arrays;
import java.util.Optional;
import org.warmhandoff.member.Member;
import org.warmhandoff.member.Role;

/**
 * Who is calling, and may they. Every signed-in function asks this first, of the member that it read together with what the call is
 * about, and looks at nothing else before:
 *
 * <pre>{@code
 * http.answer(event, answer, context, request -> {
 *     var read = listings.find(request.member(), id);                     // 401 without claims
 *     Member caller = Caller.as(Role.ADMINISTRATOR, read.member());       // 403
 *     ...
 * });
 * }</pre>
 */
public final class Caller {

    private Caller() {}

    /** Any member, as long as they are active. */
    public static Member any(Optional<Member> read) {
        return read.filter(Member::active).orElseThrow(() -> new RequestRefused(Problem.forbidden()));
    }

    /** An active member who holds the role, or one of several. */
    public static Member as(Role role, Optional<Member> read) {
        return asOneOf(read, role);
    }

    public static Member asOneOf(Optional<Member> read, Role... roles) {
        return read.filter(member -> Arrays.stream(roles).anyMatch(member::may))
                .orElseThrow(() -> new RequestRefused(Problem.forbidden()));
    }

    /** What was asked for, or 404: what is unknown and what is somebody else's look alike. */
    public static <T> T found(Optional<T> what) {
        return what.orElseThrow(() -> new RequestRefused(Problem.notFound()));
    }
}
