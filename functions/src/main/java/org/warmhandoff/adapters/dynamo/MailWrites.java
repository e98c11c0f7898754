package org.warmhandoff.adapters.dynamo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.listing.Listing;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.listing.MailState;
import org.warmhandoff.listing.Mailbox;
import org.warmhandoff.listing.ReferralMail;

/**
 * The writes by which mail settings change, for transactions that carry more than these. Whoever uses them reads the mailbox or listing
 * first; a transaction that is refused is read and decided again.
 */
final class MailWrites {

    private MailWrites() {}

    /**
     * An address's people chose something, or its mail came back: the mailbox, the copy in each listing that uses it and the directory's
     * version.
     */
    static List<Write> preference(Mailbox before, MailState state, Mailbox.How how, Instant now) {
        List<Write> writes = new ArrayList<>();
        writes.add(MailboxItem.put(before, changed(before, before.listings(), state, how, now)));
        before.listings().forEach(listing -> writes.add(copy(listing, before.address(), state)));
        writes.add(DirectoryItem.raise(now));
        return writes;
    }

    /** Other settings of one listing with the same address and state: something asked for, or taken back. No search sees that. */
    static List<Write> settings(Listing before, ReferralMail after) {
        return List.of(mail(before, after));
    }

    /**
     * One listing's referrals go to another address: the listing, both mailboxes, and the directory's version.
     *
     * @param after as {@link ReferralMail#confirmed} or {@link ReferralMail#undone} made it, with the state of {@code to}
     * @param to the mailbox of the new address, {@link Mailbox#unused} where it has never been used
     */
    static List<Write> address(Listing before, ReferralMail after, Mailbox to, Mailbox.How how, Instant now) {
        List<Write> writes = new ArrayList<>();
        writes.add(mail(before, after));
        writes.addAll(move(before.id(), before.mail().address(), after.state(), to, how, now));
        writes.add(DirectoryItem.raise(now));
        return writes;
    }

    /** A listing leaves one mailbox for another, whose state may change with that. Nothing of the listing itself. */
    static List<Write> move(
            ListingId listing, Optional<EmailAddress> from, MailState state, Mailbox to, Mailbox.How how, Instant now) {
        List<Write> writes = new ArrayList<>();
        from.filter(old -> !old.equals(to.address())).ifPresent(old -> writes.add(MailboxItem.leave(old, listing)));
        Set<ListingId> listings = new HashSet<>(to.listings());
        listings.add(listing);
        writes.add(MailboxItem.put(to, changed(to, listings, state, how, now)));
        if (state != to.state()) {
            to.others(listing).forEach(other -> writes.add(copy(other, to.address(), state)));
        }
        return writes;
    }

    private static Mailbox changed(
            Mailbox before, Set<ListingId> listings, MailState state, Mailbox.How how, Instant now) {
        boolean same = state == before.state() && before.version() > 0;
        return new Mailbox(
                before.address(),
                state,
                same ? before.since() : now,
                same ? before.how() : how,
                listings,
                before.version() + 1);
    }

    /** Unread: that the mailbox's version still stands says that these are its listings. */
    private static Write copy(ListingId listing, EmailAddress address, MailState state) {
        return Write.update(ListingItem.key(listing))
                .set(ListingItem.MAIL_STATE, state)
                .set(ListingItem.ROW_MAIL_STATE, state)
                .add(ListingItem.MAIL_VERSION, 1)
                .onlyIf(Condition.is(ListingItem.MAIL_ADDRESS, address.value()));
    }

    private static Write mail(Listing before, ReferralMail after) {
        return Write.update(ListingItem.key(before.id()))
                .set(ListingItem.MAIL, ListingItem.mail(after))
                .set(ListingItem.ROW_MAIL, ListingItem.shown(after))
                .set(ListingItem.MAIL_VERSION, after.version())
                .onlyIf(Condition.is(ListingItem.MAIL_VERSION, before.mail().version()));
    }
}
