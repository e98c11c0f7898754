package org.warmhandoff.adapters.resources;

import static org.warmhandoff.adapters.resources.Texts.maybe;

import org.warmhandoff.adapters.http.JsonWriter;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.listing.Listing;
import org.warmhandoff.member.Member;
import org.warmhandoff.member.Role;
import org.warmhandoff.organization.Organization;

/**
 * A listing as a member sees it: whether the member's organization can refer to it now, and for administrators alone where its referrals
 * go, whether mail gets there, and an address that is hidden.
 */
public final class ListingResource {

    private final Organization organization;
    private final boolean administrator;

    private ListingResource(Organization organization, boolean administrator) {
        this.organization = organization;
        this.administrator = administrator;
    }

    public static ListingResource seenBy(Member member, Organization organization) {
        return new ListingResource(organization, member.may(Role.ADMINISTRATOR));
    }

    public void write(JsonWriter json, Listing listing) {
        var because = listing.notReferableFor(organization);
        // The ZIP of a shelter in a small town is as good as its address.
        boolean place = administrator || !listing.addressHidden();
        json.put("id", listing.id().value())
                .put("program", listing.program())
                .object(
                        "organization",
                        inner ->
                                inner.put("id", listing.organization().value()).put("name", listing.organizationName()))
                .put("network", listing.network())
                .values("needs", listing.needs().stream().sorted().toList())
                .put("description", maybe(listing.description()))
                .put("address", maybe(listing.address()).filter(address -> place))
                .put("addressHidden", listing.addressHidden())
                .put("zip", maybe(listing.zip()).filter(zip -> place))
                .put("timeZone", listing.timeZone().getId())
                .put("hours", maybe(listing.hours()))
                .values("phones", listing.phones())
                .values("languages", listing.languages())
                .put("eligibility", maybe(listing.eligibility()))
                .put("howToApply", maybe(listing.howToApply()))
                .put("documents", maybe(listing.documents()))
                .put("website", maybe(listing.website()))
                .put("paused", listing.paused())
                .put("safety", listing.safety())
                .put("part2", listing.part2())
                .put("victimServices", listing.victimServices());
        if (administrator) {
            // A paused listing hides why else nobody can refer to it: who keeps the directory sees both.
            json.put("referralEmail", listing.mail().address().map(EmailAddress::value))
                    .put(
                            "emailState",
                            listing.mail().address().map(_ -> listing.mail().state()));
        }
        json.put("referable", because.isEmpty()).put("notReferableBecause", because);
    }
}
