package org.warmhandoff.listing;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.warmhandoff.need.Need;
import org.warmhandoff.organization.Organization;
import org.warmhandoff.organization.OrganizationId;

/**
 * A program that clients are referred to: what a caseworker needs to choose it and a client needs to get there.
 *
 * @param organizationName kept here so that a directory is one read; renaming the organization rewrites it
 * @param address as written on an envelope; empty when there is none
 * @param addressHidden shelters: the address is shown to administrators alone
 * @param zip five digits, or empty
 * @param paused takes no referrals for now
 * @param safety serves people who flee violence: messages about it carry a link alone and its follow-up is off unless asked for
 * @param part2 substance use treatment under 42 CFR Part 2, handled as {@code safety} is
 * @param victimServices a victim services program, handled as {@code safety} is
 * @param mail where referrals go; private to administrators
 * @param version raised by each save: two administrators do not overwrite each other unseen
 */
public record Listing(
        ListingId id,
        String program,
        OrganizationId organization,
        String organizationName,
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
        ReferralMail mail,
        int version) {

    public Listing {
        needs = Set.copyOf(needs);
        phones = List.copyOf(phones);
        languages = List.copyOf(languages);
    }

    /** Messages to clients say nothing of this program: they carry the link alone. */
    public boolean unnamed() {
        return safety || part2 || victimServices;
    }

    /** The address that anybody but an administrator may see. */
    public Optional<String> shownAddress() {
        return addressHidden || address.isBlank() ? Optional.empty() : Optional.of(address);
    }

    /** Why {@code sender} cannot refer here now, if it cannot. */
    public Optional<NotReferableBecause> notReferableFor(Organization sender) {
        if (paused) {
            return Optional.of(NotReferableBecause.PAUSED);
        }
        if (network == Network.IN) {
            return Optional.empty();
        }
        if (!sender.outOfNetworkReferring()) {
            return Optional.of(NotReferableBecause.OUT_OF_NETWORK_NOT_ENABLED);
        }
        return switch (mail.state()) {
            case UNSUBSCRIBED -> Optional.of(NotReferableBecause.UNSUBSCRIBED);
            case BOUNCING -> Optional.of(NotReferableBecause.BOUNCING);
            case SUBSCRIBED -> mail.address().isEmpty() ? Optional.of(NotReferableBecause.BOUNCING) : Optional.empty();
        };
    }

    /** The same listing with other mail settings; not a save, so the version stays. */
    public Listing with(ReferralMail changed) {
        return new Listing(
                id,
                program,
                organization,
                organizationName,
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
                changed,
                version);
    }
}
