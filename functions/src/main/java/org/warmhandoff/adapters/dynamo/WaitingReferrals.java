package org.warmhandoff.adapters.dynamo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.listing.Listing;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.message.Content;
import org.warmhandoff.message.Message;
import org.warmhandoff.message.MessageKey;
import org.warmhandoff.referral.ReferralId;

/** What a listing out of network has not answered yet, some at a time, to be mailed to the address that it has now. */
public final class WaitingReferrals {

    private static final int AT_A_TIME = 25;
    private static final String REFERRAL =
            Keys.referralPartition(new ReferralId("0")).replace("0", "");

    private final Table table;

    public WaitingReferrals(Table table) {
        this.table = table;
    }

    /**
     * Some of them.
     *
     * @param mails each refused where that referral has its mail of this epoch already
     * @param next where to go on; empty when these were the last
     */
    public record Some(List<Write> mails, Optional<String> next) {}

    public Optional<Listing> listing(ListingId id) {
        return table.get(ListingItem.key(id)).map(ListingItem::fromItem);
    }

    public Some after(String cursor, Content.SendOpenAgain work, Instant now) {
        Page page = table.query(Query.of(Index.G1, Keys.waiting(work.listing()))
                .limit(AT_A_TIME)
                .from(cursor.isEmpty() ? Optional.empty() : Optional.of(Position.parse(cursor))));
        List<Write> mails = page.items().stream()
                .map(item -> new ReferralId(item.key().pk().substring(REFERRAL.length())))
                .map(referral -> MessageItem.put(Message.owed(
                        MessageKey.mail(referral, work.epoch()),
                        new Content.ReferralMail(referral, work.listing()),
                        now)))
                .toList();
        return new Some(mails, page.next().map(Position::cursor));
    }
}
