package org.warmhandoff.actions.savelisting;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.adapters.http.Fields;
import org.warmhandoff.adapters.resources.Zones;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.contact.PhoneNumber;
import org.warmhandoff.contact.PhoneNumbers;
import org.warmhandoff.contact.Zip;
import org.warmhandoff.followup.ZipZones;
import org.warmhandoff.listing.ListingToSave;
import org.warmhandoff.listing.Network;
import org.warmhandoff.need.Need;
import org.warmhandoff.organization.Organization;

/** Reads a listing from the body of a request, and says of each field what is wrong with it. */
final class ListingFields {

    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_PHONES = 5;
    private static final int MOST_LANGUAGES = 30;

    private final PhoneNumbers phoneNumbers;

    ListingFields(PhoneNumbers phoneNumbers) {
        this.phoneNumbers = phoneNumbers;
    }

    ListingToSave read(Fields fields, Optional<Organization> organization) {
        String program = fields.text("program", 1, LONGEST_LINE);
        Optional<String> organizationId = Optional.ofNullable(fields.text("organizationId", 1, LONGEST_LINE));
        if (organizationId.isPresent() && organization.isEmpty()) {
            fields.refuse("organizationId", "There is no such organization.");
        }
        Network network = fields.oneOf("network", Network.class);
        var needs = fields.manyOf("needs", Need.class);
        String description = fields.optionalLines("description", LONGEST_TEXT).orElse("");
        String address = fields.optionalLines("address", 2 * LONGEST_LINE).orElse("");
        Optional<Zip> zip = fields.optionalParsed("zip", Zip::parse, "A ZIP code of five digits.");
        Optional<ZoneId> zone = fields.optionalParsed("timeZone", Zones::parse, Zones.DETAIL);
        String hours = fields.optionalLines("hours", LONGEST_TEXT).orElse("");
        List<String> phones = fields
                .distinct("phones", 0, MOST_PHONES, phoneNumbers::parse, "A telephone number with its area code.")
                .stream()
                .map(PhoneNumber::value)
                .toList();
        List<String> languages = fields.distinct(
                "languages",
                0,
                MOST_LANGUAGES,
                code -> Optional.of(code).filter(each -> each.matches("[a-z]{2,3}")),
                "An ISO 639 code, such as en or es.");
        String eligibility = fields.optionalLines("eligibility", LONGEST_TEXT).orElse("");
        String howToApply = fields.optionalLines("howToApply", LONGEST_TEXT).orElse("");
        String documents = fields.optionalLines("documents", LONGEST_TEXT).orElse("");
        String website = fields.optionalParsed(
                        "website", ListingFields::website, "An address that begins with https:// or http://.")
                .orElse("");
        Optional<EmailAddress> referralEmail =
                fields.optionalParsed("referralEmail", EmailAddress::parse, "One email address.");
        if (network == Network.OUT && referralEmail.isEmpty() && !fields.refused("referralEmail")) {
            fields.refuse("referralEmail", "Out of network, referrals are sent by email.");
        }
        boolean addressHidden = fields.flag("addressHidden", false);
        boolean paused = fields.flag("paused", false);
        boolean safety = fields.flag("safety", false);
        boolean part2 = fields.flag("part2", false);
        boolean victimServices = fields.flag("victimServices", false);
        fields.verify();
        Organization known = organization.orElseThrow();
        return new ListingToSave(
                program,
                known.id(),
                network,
                needs,
                description,
                address,
                addressHidden,
                zip.map(Zip::value).orElse(""),
                zone.or(() -> zip.flatMap(ZipZones::of)).orElse(known.timeZone()),
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
                referralEmail);
    }

    /** It becomes a link on the pages of clients: nothing but the web, and a host. */
    private static Optional<String> website(String typed) {
        try {
            URI address = new URI(typed);
            String scheme = String.valueOf(address.getScheme());
            boolean web = scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http");
            return web && address.getHost() != null && address.getUserInfo() == null && typed.length() <= 500
                    ? Optional.of(typed)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
