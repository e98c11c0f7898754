package org.warmhandoff.adapters.dynamo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.listing.MailState;
import org.warmhandoff.listing.Mailbox;

/**
 * {@code MAILBOX#<sha256 of the address>}: what the people behind a referral address chose. The listings that use it are the names of a
 * map, because one may be added or taken out by path without reading the rest.
 */
final class MailboxItem {

    static final String VERSION = "version";
    private static final String LISTINGS = "listings";
    private static final String TYPE = "MAILBOX";
    private static final int FORMAT = 1;

    private MailboxItem() {}

    /** Hashed, because keys travel: in the stream, and in what logs say of a failed write. */
    static Key key(EmailAddress address) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(address.value().getBytes(StandardCharsets.UTF_8));
            return Keys.mailbox(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Attributes toItem(Mailbox mailbox) {
        Attributes.Builder listings = Attributes.with();
        mailbox.listings().stream()
                .sorted(Comparator.comparing(ListingId::value))
                .forEach(listing -> listings.put(listing.value(), true));
        return Attributes.with()
                .put("type", TYPE)
                .put("format", FORMAT)
                .put("address", mailbox.address().value())
                .put("state", mailbox.state())
                .put("since", mailbox.since())
                .put("how", mailbox.how())
                .put(LISTINGS, listings.build())
                .put(VERSION, mailbox.version())
                .build();
    }

    static Mailbox fromItem(Item item) {
        Attributes all = item.attributes();
        return new Mailbox(
                new EmailAddress(all.string("address")),
                all.one(MailState.class, "state"),
                all.instant("since"),
                all.one(Mailbox.How.class, "how"),
                all.attributes(LISTINGS).names().stream().map(ListingId::new).collect(Collectors.toSet()),
                all.integer(VERSION));
    }

    static Optional<Mailbox> in(Map<Key, Item> read, EmailAddress address) {
        return Optional.ofNullable(read.get(key(address))).map(MailboxItem::fromItem);
    }

    /** Puts the mailbox over the one that was read; version 0 was never written. */
    static Write put(Mailbox before, Mailbox after) {
        return Write.put(key(after.address()), toItem(after))
                .onlyIf(before.version() == 0 ? Condition.itemAbsent() : Condition.is(VERSION, before.version()));
    }

    /** Takes a listing out, whatever else the mailbox says. */
    static Write leave(EmailAddress address, ListingId listing) {
        return Write.update(key(address))
                .remove(LISTINGS + "." + listing.value())
                .add(VERSION, 1)
                .onlyIf(Condition.itemExists());
    }
}
