package org.warmhandoff.actions.saveclient;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.warmhandoff.adapters.http.Fields;
import org.warmhandoff.adapters.resources.Zones;
import org.warmhandoff.client.Client;
import org.warmhandoff.client.ClientId;
import org.warmhandoff.client.Gender;
import org.warmhandoff.client.Household;
import org.warmhandoff.client.Name;
import org.warmhandoff.client.SafeContact;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.contact.PhoneNumber;
import org.warmhandoff.contact.PhoneNumbers;
import org.warmhandoff.contact.Zip;
import org.warmhandoff.need.Need;
import org.warmhandoff.organization.OrganizationId;

/** Reads a client from the body of a request, and says of each field what is wrong with it. */
final class ClientFields {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 500;
    private static final int MOST_ADDRESSES = 5;
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

    private final PhoneNumbers phoneNumbers;

    ClientFields(PhoneNumbers phoneNumbers) {
        this.phoneNumbers = phoneNumbers;
    }

    /** The client at its first version: who saves it counts on. */
    Client read(Fields fields, OrganizationId organization, ClientId id, Instant now) {
        Optional<Name> name = name(fields);
        Optional<LocalDate> birthDate = birthDate(fields, now);
        Gender gender = fields.optionalOneOf("gender", Gender.class).orElse(Gender.UNDISCLOSED);
        Household household =
                fields.optionalObject("household").map(ClientFields::household).orElse(new Household(1, List.of()));
        Optional<String> address = fields.optionalLines("address", LONGEST_TEXT);
        Optional<Zip> zip = fields.optionalParsed("zip", Zip::parse, "A ZIP code of five digits.");
        var zone = fields.optionalParsed("timeZone", Zones::parse, Zones.DETAIL);
        String language = fields.optionalParsed(
                        "language",
                        code -> Optional.of(code).filter(Client::isLanguage),
                        "An ISO 639 code, such as en or es.")
                .orElse("en");
        List<Need> needs = List.copyOf(fields.manyOf("needs", Need.class));
        List<EmailAddress> emails = distinct(fields, "emails", "address", EmailAddress::parse, "One email address.");
        List<PhoneNumber> phones =
                distinct(fields, "phones", "number", phoneNumbers::parse, "A telephone number with its area code.");
        SafeContact safeContact = fields.optionalObject("safeContact")
                .map(ClientFields::safeContact)
                .orElse(SafeContact.ANY_WAY);
        fields.verify();
        return new Client(
                organization,
                id,
                name.orElseThrow(),
                birthDate,
                gender,
                household,
                address,
                zip,
                zone,
                language,
                needs,
                emails,
                phones,
                safeContact,
                1);
    }

    private static Optional<Name> name(Fields fields) {
        Fields name = fields.object("name");
        int errors = fields.errors().size();
        String given = name.optionalText("given", LONGEST_NAME).orElse("");
        String family = name.optionalText("family", LONGEST_NAME).orElse("");
        if (given.isEmpty() && family.isEmpty()) {
            if (fields.errors().size() == errors && fields.has("name")) {
                name.refuse("given", "A given name or a family name is needed.");
            }
            return Optional.empty();
        }
        return Optional.of(new Name(given, family));
    }

    /** Not after today, wherever in the world it is latest: nobody is refused for being born at midnight. */
    private static Optional<LocalDate> birthDate(Fields fields, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.ofHours(14));
        Optional<LocalDate> birthDate = fields.optionalDate("birthDate");
        birthDate
                .filter(date -> date.isAfter(today))
                .ifPresent(date -> fields.refuse("birthDate", "Not in the future."));
        birthDate
                .filter(date -> date.isBefore(EARLIEST_BIRTH))
                .ifPresent(date -> fields.refuse("birthDate", "Not before 1900."));
        return birthDate;
    }

    private static Household household(Fields household) {
        int adults =
                household.optionalInteger("adults", 0, Household.MOST_ADULTS).orElse(0);
        List<Integer> children = household.integers("childrenAges", Household.MOST_CHILDREN, 0, 17);
        return new Household(adults, children);
    }

    private static SafeContact safeContact(Fields safeContact) {
        boolean doNotContact = safeContact.flag("doNotContact", false);
        return new SafeContact(
                doNotContact, safeContact.optionalLines("notes", LONGEST_TEXT).orElse(""));
    }

    /** Addresses that differ once they are normalized, so that a client is never messaged twice for one share. */
    private static <T> List<T> distinct(
            Fields fields, String list, String name, Function<String, Optional<T>> parser, String detail) {
        List<T> found = new ArrayList<>();
        Set<T> seen = new HashSet<>();
        for (Fields each : fields.objects(list, 0, MOST_ADDRESSES)) {
            T parsed = each.parsed(name, parser, detail);
            if (parsed != null) {
                if (seen.add(parsed)) {
                    found.add(parsed);
                } else {
                    each.refuse(name, "This is in the list already.");
                }
            }
        }
        return found;
    }
}
