package org.warmhandoff.member;

import java.util.Optional;
import org.warmhandoff.idempotency.Attempt;
import org.warmhandoff.organization.Organization;
import org.warmhandoff.organization.OrganizationId;
import org.warmhandoff.paging.Page;

/** The members of the whole network, as administrators keep them. */
public interface Roster {

    /** A member and where they work. */
    record Listed(Member member, Organization organization) {}

    /**
     * What a new member is decided on.
     *
     * @param organization where they are to work, if there is such an organization
     * @param earlier what came of an earlier request with the same idempotency key
     */
    record BeforeAdding(Optional<Organization> organization, Optional<Attempt.Done> earlier) {}

    /** What a change of a member is decided on. */
    record BeforeSaving(Optional<Member> before, Optional<Organization> organization) {}

    /** How a change ended. */
    enum Saved {
        DONE,
        /** Nobody would be left to administer the network. */
        LAST_ADMINISTRATOR,
        /** Something that it rests on is not as it was read: read again. */
        CHANGED_MEANWHILE
    }

    /** Every member by name. */
    Page<Listed> list(Optional<String> from, int limit);

    ReadBy<BeforeAdding> beforeAdding(
            MemberId caller, Optional<OrganizationId> organization, Optional<Attempt> attempt);

    ReadBy<BeforeSaving> beforeSaving(MemberId caller, MemberId id, Optional<OrganizationId> organization);

    /** A member and the organization beside, if there is such a member. */
    Optional<Listed> find(MemberId id);

    /** False when the sign-in is a member's already, or the attempt was made before. */
    boolean add(Member member, Optional<Attempt> attempt);

    /** Replaces all that others keep of a member. {@code by} is the administrator who does it; somebody who can must be left. */
    Saved save(Member member, Member by);
}
