package org.warmhandoff.referral;

import java.time.ZoneId;
import org.warmhandoff.member.Member;
import org.warmhandoff.member.MemberId;
import org.warmhandoff.organization.Organization;
import org.warmhandoff.organization.OrganizationId;

/**
 * Who sent a referral, as it was when it was sent: receivers keep reading the same name and number.
 *
 * @param organizationName the display name
 */
public record Sender(
        OrganizationId organization,
        String organizationName,
        String organizationPhone,
        String program,
        MemberId caseworker,
        String caseworkerName,
        String caseworkerEmail,
        String caseworkerPhone,
        ZoneId zone,
        boolean victimServices,
        boolean part2) {

    public static Sender of(Member member, Organization organization) {
        return new Sender(
                organization.id(),
                organization.displayName(),
                organization.phone(),
                member.program(),
                member.id(),
                member.name(),
                member.email(),
                member.phone().isBlank() ? organization.phone() : member.phone(),
                organization.timeZone(),
                organization.victimServices(),
                organization.part2());
    }
}
