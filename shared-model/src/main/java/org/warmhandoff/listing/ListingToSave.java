package org.warmhandoff.listing;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.need.Need;
import org.warmhandoff.organization.Organization;
import org.warmhandoff.organization.OrganizationId;

/** A listing as an administrator writes it: all that it says, and nothing that the system keeps about it. */
public record ListingToSave(
        String program,
        OrganizationId organization,
        Network network,
        Set<Need> needs,
        String description,
        String address,
        boolean addressHidden,
        String zip,
        ZoneId timeZone,
        String hours,
        List<String> phones,
        List<String> languages,
        String eligibility,
        String howToApply,
        String documents,
        String website,
        boolean paused,
        boolean safety,
        boolean part2,
        boolean victimServices,
        Optional<EmailAddress> referralEmail) {

    public ListingToSave {
        needs = Set.copyOf(needs);
        phones = List.copyOf(phones);
        languages = List.copyOf(languages);
    }

    /** The listing that this makes of the one before, if there was one. */
    public Listing over(Optional<Listing> before, ListingId id, Organization organization, Optional<Mailbox> mailbox) {
        MailState stateThere = mailbox.map(Mailbox::whenSaved).orElse(MailState.SUBSCRIBED);
        ReferralMail mail = before.map(listing -> listing.mail().saved(referralEmail, stateThere))
                .orElseGet(() -> referralEmail
                        .map(address -> ReferralMail.to(address, stateThere))
                        .orElseGet(ReferralMail::none));
        return new Listing(
                id,
                program,
                organization.id(),
                organization.name(),
                network,
                needs,
                description,
                address,
                addressHidden,
                zip,
                timeZone,
                hours,
                phones,
                languages,
                eligibility,
                howToApply,
                documents,
                website,
                paused,
                safety,
                part2,
                victimServices,
                mail,
                before.map(Listing::version).orElse(0) + 1);
    }
}
