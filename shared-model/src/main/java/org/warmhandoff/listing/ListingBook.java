package org.warmhandoff.listing;

import java.util.Optional;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.member.MemberId;
import org.warmhandoff.member.ReadBy;
import org.warmhandoff.organization.Organization;
import org.warmhandoff.organization.OrganizationId;

/** The listings of the whole network, as administrators keep them. */
public interface ListingBook {

    /**
     * What a listing is saved over.
     *
     * @param organization that of the listing to be, if there is such an organization
     * @param mailbox the referral address of the listing to be, used before or not; empty without an address
     */
    record Before(Optional<Listing> listing, Optional<Organization> organization, Optional<Mailbox> mailbox) {}

    ReadBy<Before> before(
            MemberId caller, ListingId id, Optional<OrganizationId> organization, Optional<EmailAddress> referralEmail);

    /**
     * Saves a listing with everything that changes with it: its place among the mailbox's listings, what the mailbox's other listings say
     * of it, the directory's version, and what the listing's open referrals need when their address changed.
     *
     * @return false when any of that is not as it was in {@code before} any more: read again
     */
    boolean save(Before before, Listing after);
}
