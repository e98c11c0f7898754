package org.warmhandoff.organization;

import java.time.ZoneId;

/**
 * An organization of the network: it sends referrals, receives them, or both.
 *
 * @param name what members of the network call it
 * @param displayName what receivers and clients read in messages; a neutral one keeps the name of a clinic from saying what somebody
 *     suffers from
 * @param timeZone the zone of clients who have none of their own and no ZIP
 * @param phone the number to call when a link leads nowhere any more
 * @param outOfNetworkReferring whether it may refer to programs outside the network (the first seed's "opted-in organizations")
 * @param victimServices whether it serves victims of violence: messages to its clients need written consent (34 U.S.C. 12291)
 * @param part2 whether it treats substance use under 42 CFR Part 2
 */
public record Organization(
        OrganizationId id,
        String name,
        String displayName,
        ZoneId timeZone,
        String phone,
        boolean outOfNetworkReferring,
        boolean victimServices,
        boolean part2) {}
