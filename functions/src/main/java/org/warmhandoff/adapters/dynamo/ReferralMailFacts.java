package org.warmhandoff.adapters.dynamo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.warmhandoff.listing.Listing;
import org.warmhandoff.message.CloseReason;
import org.warmhandoff.message.Content;
import org.warmhandoff.message.Message;
import org.warmhandoff.message.MessageKey;
import org.warmhandoff.referral.Referral;

/** What decides and fills the mail that carries a referral, and what a claim of it holds fast. */
public record ReferralMailFacts(Referral referral, Listing listing) {

    public static List<Key> keys(Content.ReferralMail mail) {
        return List.of(ReferralItem.key(mail.referral()), ListingItem.key(mail.listing()));
    }

    public static Optional<ReferralMailFacts> in(Map<Key, Item> read, Content.ReferralMail mail) {
        return Optional.ofNullable(read.get(ReferralItem.key(mail.referral())))
                .map(ReferralItem::from)
                .flatMap(referral ->
                        ListingItem.in(read, mail.listing()).map(listing -> new ReferralMailFacts(referral, listing)));
    }

    /** That the referral and the listing's mail settings are still those of the decision. */
    public List<Write> unchanged() {
        return List.of(
                Write.check(ReferralItem.key(referral.id()), Condition.is(ReferralItem.VERSION, referral.version())),
                Write.check(
                        ListingItem.key(listing.id()),
                        Condition.is(ListingItem.MAIL_VERSION, listing.mail().version())));
    }

    /**
     * A mail that was owed before the address changed goes to the new one; then it stands for the mail that is owed to that address, and
     * takes its name so that no second one is. Refused where another mail is owed or was sent under that name.
     */
    public Optional<Write> standIn(Message mail, Instant now) {
        MessageKey due = MessageKey.mail(referral.id(), listing.mail().epoch());
        if (due.equals(mail.key())) {
            return Optional.empty();
        }
        Message taken = Message.owed(due, mail.content(), now)
                .close(CloseReason.SUPERSEDED, now)
                .message();
        Attributes item =
                MessageItem.toItem(taken).and().put("by", mail.key().name()).build();
        return Optional.of(Write.put(Keys.message(due), item)
                .onlyIf(Condition.itemAbsent().or(Condition.is("by", mail.key().name()))));
    }
}
