package org.warmhandoff.actions.sharewithclient;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.channel.ChannelAddress;
import org.warmhandoff.client.Client;
import org.warmhandoff.client.ClientBook;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.contact.PhoneNumber;
import org.warmhandoff.share.Share;

/**
 * Keeps the addresses of a share on the client's profile. After the share and apart from it: a client has too many words to find them by
 * for one transaction, and a share that is made must not fail over them.
 */
final class KeepInProfile {

    private static final int TRIES = 4;

    private final ClientBook book;

    KeepInProfile(ClientBook book) {
        this.book = book;
    }

    void keep(Share share) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<Client> before = book.find(share.organization(), share.client());
            if (before.isEmpty()) {
                return;
            }
            Client with = with(before.get(), share.to());
            if (with.equals(before.get()) || book.save(before, with.after(before))) {
                return;
            }
        }
    }

    private static Client with(Client client, List<ChannelAddress> addresses) {
        List<EmailAddress> emails = new ArrayList<>(client.emails());
        List<PhoneNumber> phones = new ArrayList<>(client.phones());
        for (ChannelAddress address : addresses) {
            switch (address) {
                case ChannelAddress.Email(EmailAddress email) -> add(emails, email);
                case ChannelAddress.Text(PhoneNumber phone) -> add(phones, phone);
            }
        }
        return new Client(
                client.organization(),
                client.id(),
                client.name(),
                client.birthDate(),
                client.gender(),
                client.household(),
                client.address(),
                client.zip(),
                client.timeZone(),
                client.language(),
                client.needs(),
                emails,
                phones,
                client.safeContact(),
                client.version());
    }

    private static <T> void add(List<T> known, T one) {
        if (!known.contains(one)) {
            known.add(one);
        }
    }
}
