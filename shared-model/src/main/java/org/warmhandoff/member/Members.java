package org.warmhandoff.member;

import java.time.Instant;
import java.util.Optional;
import org.warmhandoff.organization.Organization;

/** Members as the signed-in see themselves. */
public interface Members {

    /** Where a call needs nothing of the table before it knows the caller's organization. */
    Optional<Member> find(MemberId id);

    /** The organization that a member's item names. Always there: no member is saved without. */
    Organization organizationOf(Member member);

    /** Answers up to {@code until} count as seen by this member. */
    void seen(MemberId id, Instant until);
}
