package org.warmhandoff.adapters.dynamo;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.warmhandoff.Ids;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.listing.Listing;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.listing.MailSettings;
import org.warmhandoff.listing.MailState;
import org.warmhandoff.listing.Mailbox;
import org.warmhandoff.listing.ReferralMail;
import org.warmhandoff.listing.UpdateRequest;
import org.warmhandoff.message.Content;
import org.warmhandoff.message.Content.AddressChange.Kind;
import org.warmhandoff.message.Message;
import org.warmhandoff.message.MessageKey;

/** Mail settings in the table. A change, the mails about it and the work that it owes are one transaction. */
public final class DynamoMailSettings implements MailSettings {

    private final Table table;
    private final Ids ids;
    private final OpenReferrals openReferrals;

    @Inject
    public DynamoMailSettings(Table table, Ids ids, OpenReferrals openReferrals) {
        this.table = table;
        this.ids = ids;
        this.openReferrals = openReferrals;
    }

    @Override
    public Optional<Listing> listing(ListingId id) {
        return table.get(ListingItem.key(id)).map(ListingItem::fromItem);
    }

    @Override
    public Mailbox mailbox(EmailAddress address) {
        return table.get(MailboxItem.key(address))
                .map(MailboxItem::fromItem)
                .orElseGet(() -> Mailbox.unused(address, Instant.EPOCH));
    }

    @Override
    public boolean choose(Mailbox before, MailState chosen, Instant now) {
        return table.write(MailWrites.preference(before, chosen, Mailbox.How.CHOSEN, now))
                .done();
    }

    @Override
    public boolean ask(Listing before, EmailAddress wanted, Instant now) {
        List<Write> writes =
                new ArrayList<>(MailWrites.settings(before, before.mail().asking(wanted, now)));
        writes.add(mail(before.id(), Kind.CONFIRM, wanted, wanted, now));
        before.mail().address().ifPresent(old -> writes.add(mail(before.id(), Kind.NOTICE, old, wanted, now)));
        return table.write(writes).done();
    }

    @Override
    public boolean cancel(Listing before, Instant now) {
        return table.write(MailWrites.settings(before, before.mail().canceled()))
                .done();
    }

    @Override
    public boolean confirm(Listing before, Instant now) {
        EmailAddress wanted = before.mail().pending().orElseThrow().address();
        Mailbox there = mailbox(wanted);
        ReferralMail after = before.mail().confirmed(there.whenSaved(), now);
        List<Write> writes = moved(before, after, there, now);
        before.mail().address().ifPresent(old -> writes.add(mail(before.id(), Kind.CHANGED, old, wanted, now)));
        return table.write(writes).done();
    }

    @Override
    public boolean undo(Listing before, Instant now) {
        EmailAddress left = before.mail().address().orElseThrow();
        EmailAddress back = before.mail().undoable().orElseThrow().address();
        Mailbox there = mailbox(back);
        ReferralMail after = before.mail().undone(there.whenSaved());
        List<Write> writes = moved(before, after, there, now);
        for (EmailAddress told : Set.of(left, back)) {
            writes.add(mail(before.id(), Kind.UNDONE, told, left, now));
        }
        return table.write(writes).done();
    }

    /** The listing at its other address, and the work of sending its open referrals there. */
    private List<Write> moved(Listing before, ReferralMail after, Mailbox there, Instant now) {
        List<Write> writes = new ArrayList<>(MailWrites.address(before, after, there, Mailbox.How.CONFIRMED, now));
        writes.addAll(openReferrals.sendAgain(before, before.with(after)));
        return writes;
    }

    @Override
    public void contact(UpdateRequest request) {
        table.write(UpdateRequestItem.create(request));
    }

    private Write mail(ListingId listing, Kind kind, EmailAddress to, EmailAddress wanted, Instant now) {
        return MessageItem.put(Message.owed(
                MessageKey.ofListing(listing, kind.name(), ids.next()),
                new Content.AddressChange(listing, kind, to, wanted),
                now));
    }
}
