package org.warmhandoff.referral;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.client.Client;
import org.warmhandoff.client.ClientId;
import org.warmhandoff.client.Gender;
import org.warmhandoff.client.Household;
import org.warmhandoff.client.Name;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.contact.PhoneNumber;

/**
 * The client as they were when the referral was sent: what an in-network receiver reads. Safe-contact notes, other referrals and the
 * history of messages stay with the sender, so they are not in it.
 */
public record ClientSnapshot(
        ClientId id,
        Name name,
        Optional<LocalDate> birthDate,
        Gender gender,
        Household household,
        String language,
        Optional<String> address,
        List<EmailAddress> emails,
        List<PhoneNumber> phones) {

    public ClientSnapshot {
        emails = List.copyOf(emails);
        phones = List.copyOf(phones);
    }

    public static ClientSnapshot of(Client client) {
        return new ClientSnapshot(
                client.id(),
                client.name(),
                client.birthDate(),
                client.gender(),
                client.household(),
                client.language(),
                client.address(),
                client.emails(),
                client.phones());
    }
}
