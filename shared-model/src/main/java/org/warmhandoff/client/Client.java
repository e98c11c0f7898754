package org.warmhandoff.client;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.contact.PhoneNumber;
import org.warmhandoff.contact.Zip;
import org.warmhandoff.need.Need;
import org.warmhandoff.organization.OrganizationId;

/**
 * A client of one organization. Another organization that serves the same person has a client of its own.
 *
 * @param birthDate unknown for some, and nobody is refused for that
 * @param address the street address, without ZIP code
 * @param timeZone where it differs from that of the ZIP code
 * @param language ISO 639, in lower case
 * @param version counts the times it was saved
 */
public record Client(
        OrganizationId organization,
        ClientId id,
        Name name,
        Optional<LocalDate> birthDate,
        Gender gender,
        Household household,
        Optional<String> address,
        Optional<Zip> zip,
        Optional<ZoneId> timeZone,
        String language,
        List<Need> needs,
        List<EmailAddress> emails,
        List<PhoneNumber> phones,
        SafeContact safeContact,
        long version) {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    public Client {
        Objects.requireNonNull(organization);
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(birthDate);
        Objects.requireNonNull(gender);
        Objects.requireNonNull(household);
        address = address.map(String::strip).filter(text -> !text.isEmpty());
        Objects.requireNonNull(zip);
        Objects.requireNonNull(timeZone);
        needs = List.copyOf(needs);
        emails = List.copyOf(emails);
        phones = List.copyOf(phones);
        Objects.requireNonNull(safeContact);
        if (!isLanguage(language)) {
            throw new IllegalArgumentException("not an ISO 639 code");
        }
    }

    public static boolean isLanguage(String code) {
        return LANGUAGE.matcher(code).matches();
    }

    public boolean doNotContact() {
        return safeContact.doNotContact();
    }

    /** The same, saved over what was there: one version on. */
    public Client after(Optional<Client> before) {
        return new Client(
                organization,
                id,
                name,
                birthDate,
                gender,
                household,
                address,
                zip,
                timeZone,
                language,
                needs,
                emails,
                phones,
                safeContact,
                before.map(Client::version).orElse(0L) + 1);
    }
}
