package org.warmhandoff.referral;

import java.time.ZoneId;
import org.warmhandoff.listing.Listing;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.listing.Network;
import org.warmhandoff.organization.OrganizationId;

/** Where a referral went, as the listing stood when it was sent. */
public record Receiver(
        ListingId listing,
        String program,
        OrganizationId organization,
        String organizationName,
        Network network,
        ZoneId zone,
        boolean unnamed,
        boolean part2) {

    public static Receiver of(Listing listing) {
        return new Receiver(
                listing.id(),
                listing.program(),
                listing.organization(),
                listing.organizationName(),
                listing.network(),
                listing.timeZone(),
                listing.unnamed(),
                listing.part2());
    }
}
