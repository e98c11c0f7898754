package org.warmhandoff.adapters.dynamo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.listing.Listing;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.listing.MailState;
import org.warmhandoff.listing.Mailbox;
import org.warmhandoff.message.Report;

/**
 * What a bounce or a complaint means to the referral address that it came from: nothing is sent there any more until somebody saves an
 * address, for every listing that uses it.
 */
public record AddressVerdicts(Optional<Mailbox> mailbox, Optional<Listing> listing) {

    public static List<Key> keys(Optional<EmailAddress> address, Optional<ListingId> listing) {
        return Stream.concat(address.map(MailboxItem::key).stream(), listing.map(ListingItem::key).stream())
                .toList();
    }

    public static AddressVerdicts in(Map<Key, Item> read, Optional<EmailAddress> address, Optional<ListingId> listing) {
        return new AddressVerdicts(
                address.flatMap(known -> MailboxItem.in(read, known)), listing.flatMap(id -> ListingItem.in(read, id)));
    }

    /** Whom the sender can call instead. */
    public Optional<String> phone() {
        return listing.map(Listing::phones).filter(phones -> !phones.isEmpty()).map(List::getFirst);
    }

    public List<Write> writes(Report.Verdict verdict, Instant now) {
        return mailbox.filter(known -> verdict != Report.Verdict.FINE && known.state() != MailState.BOUNCING)
                .map(known -> MailWrites.preference(known, MailState.BOUNCING, how(verdict), now))
                .orElse(List.of());
    }

    private static Mailbox.How how(Report.Verdict verdict) {
        return switch (verdict) {
            case UNWANTED -> Mailbox.How.COMPLAINT;
            case DEAD, FINE -> Mailbox.How.HARD_BOUNCE;
        };
    }
}
