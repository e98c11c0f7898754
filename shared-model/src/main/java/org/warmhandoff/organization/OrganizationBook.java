package org.warmhandoff.organization;

import java.util.Optional;
import org.warmhandoff.member.MemberId;
import org.warmhandoff.member.ReadBy;
import org.warmhandoff.paging.Page;

/** The organizations of the network, as administrators keep them. */
public interface OrganizationBook {

    /** By name. */
    Page<Organization> list(Optional<String> from, int limit);

    /** The caller, and the organization of that id, if the id can be one and there is such an organization. */
    ReadBy<Optional<Organization>> find(MemberId caller, Optional<OrganizationId> id);

    /** Saves it, and writes its name into every listing of it that says another. Saying the same again repairs what was left half done. */
    void save(Organization organization);
}
