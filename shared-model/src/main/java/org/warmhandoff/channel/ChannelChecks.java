package org.warmhandoff.channel;

import java.time.Instant;
import java.util.Optional;
import org.warmhandoff.member.Member;
import org.warmhandoff.organization.OrganizationId;

/** What asking about a channel takes beside the channel itself. */
public interface ChannelChecks {

    /**
     * Counts one more check of a member.
     *
     * @return until when there are none left; empty where this one is fine
     */
    Optional<Instant> enoughUntil(Member member, Instant now);

    /** Whether an organization has the address on one of its clients. */
    boolean holds(OrganizationId organization, ChannelAddress address);
}
