package org.warmhandoff.listing;

import java.time.Instant;
import java.util.Optional;
import org.warmhandoff.contact.EmailAddress;

/**
 * What the people behind a referral address may change by the links in their mail. Each change is made on what was read, and answers false
 * where that stands no more: read again.
 */
public interface MailSettings {

    Optional<Listing> listing(ListingId id);

    /** An address's preference; one that was never used has chosen nothing. */
    Mailbox mailbox(EmailAddress address);

    /** The people at an address chose whether mail comes, for every listing that uses it. */
    boolean choose(Mailbox before, MailState chosen, Instant now);

    /** Somebody asks that a listing's referrals go elsewhere: the new address is asked to confirm, the old one is told. */
    boolean ask(Listing before, EmailAddress wanted, Instant now);

    /** The old address takes the request back. */
    boolean cancel(Listing before, Instant now);

    /** The new address confirms: open referrals are sent there, links sent to the old one end, and the old one is told. */
    boolean confirm(Listing before, Instant now);

    /** The old address takes the change back: the same, the other way round. */
    boolean undo(Listing before, Instant now);

    /** Asks the network's administrators something. The same request again is the same request. */
    void contact(UpdateRequest request);
}
