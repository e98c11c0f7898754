package org.warmhandoff.client;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.contact.PhoneNumber;

/** As much of a client as a list shows. */
public record ClientRow(
        ClientId id,
        Name name,
        Optional<LocalDate> birthDate,
        String language,
        List<EmailAddress> emails,
        List<PhoneNumber> phones,
        boolean doNotContact) {

    public ClientRow {
        emails = List.copyOf(emails);
        phones = List.copyOf(phones);
    }

    public static ClientRow of(Client client) {
        return new ClientRow(
                client.id(),
                client.name(),
                client.birthDate(),
                client.language(),
                client.emails(),
                client.phones(),
                client.doNotContact());
    }
}
