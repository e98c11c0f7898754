package org.warmhandoff.member;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.warmhandoff.organization.OrganizationId;

/**
 * Somebody who signs in. Organization and roles are read here at each call and never taken from a token or from input: who was removed
 * a second ago is out now.
 *
 * @param program the program that the member works for, shown to receivers beside the organization
 * @param phone where receivers reach this caseworker, as typed
 * @param seenUntil answers up to then were seen
 */
public record Member(
        MemberId id,
        OrganizationId organization,
        String name,
        String email,
        String program,
        String phone,
        Set<Role> roles,
        boolean active,
        Optional<Instant> seenUntil) {

    public Member {
        roles = Set.copyOf(roles);
    }

    /** Whether this member may act in the role now. */
    public boolean may(Role role) {
        return active && roles.contains(role);
    }

    /** The same member who has seen all answers up to a time. */
    public Member seen(Instant until) {
        return new Member(id, organization, name, email, program, phone, roles, active, Optional.of(until));
    }
}
