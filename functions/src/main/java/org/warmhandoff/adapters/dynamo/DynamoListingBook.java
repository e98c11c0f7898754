package org.warmhandoff.adapters.dynamo;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.listing.Listing;
import org.warmhandoff.listing.ListingBook;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.listing.Mailbox;
import org.warmhandoff.member.MemberId;
import org.warmhandoff.member.ReadBy;
import org.warmhandoff.organization.OrganizationId;

/** Listings and their mailboxes, saved together: one read and one transaction. */
public final class DynamoListingBook implements ListingBook {

    private final Table table;
    private final InstantSource clock;
    private final OpenReferrals openReferrals;

    public DynamoListingBook(Table table, InstantSource clock, OpenReferrals openReferrals) {
        this.table = table;
        this.clock = clock;
        this.openReferrals = openReferrals;
    }

    @Override
    public ReadBy<Before> before(
            MemberId caller,
            ListingId id,
            Optional<OrganizationId> organization,
            Optional<EmailAddress> referralEmail) {
        return Reading.by(caller)
                .and(ListingItem.key(id))
                .and(organization.map(OrganizationItem::key).stream().toList())
                .and(referralEmail.map(MailboxItem::key).stream().toList())
                .from(table)
                .map(read -> new Before(
                        ListingItem.in(read, id),
                        organization.flatMap(known -> OrganizationItem.in(read, known)),
                        referralEmail.map(address -> MailboxItem.in(read, address)
                                .orElseGet(() -> Mailbox.unused(address, clock.instant())))));
    }

    @Override
    public boolean save(Before before, Listing after) {
        Instant now = clock.instant();
        List<Write> writes = new ArrayList<>();
        writes.add(ListingItem.put(before.listing(), after));
        // Renamed meanwhile, the listing would keep the old name for good.
        writes.add(Write.check(
                OrganizationItem.key(after.organization()),
                Condition.is(OrganizationItem.NAME, after.organizationName())));
        Optional<EmailAddress> from =
                before.listing().flatMap(listing -> listing.mail().address());
        before.mailbox()
                .ifPresentOrElse(
                        to -> writes.addAll(joining(from, to, after, now)),
                        () -> from.ifPresent(old -> writes.add(MailboxItem.leave(old, after.id()))));
        before.listing()
                .filter(listing -> listing.mail().epoch() != after.mail().epoch())
                .ifPresent(listing -> writes.addAll(openReferrals.sendAgain(listing, after)));
        writes.add(DirectoryItem.raise(now));
        return table.write(writes).done();
    }

    /** A listing that stays with an address in the same state changes nothing of the mailbox: its own version guards its copy. */
    private static List<Write> joining(Optional<EmailAddress> from, Mailbox to, Listing after, Instant now) {
        boolean stays = from.equals(Optional.of(to.address()))
                && to.listings().contains(after.id())
                && to.state() == after.mail().state();
        return stays
                ? List.of()
                : MailWrites.move(after.id(), from, after.mail().state(), to, Mailbox.How.SAVED, now);
    }
}
