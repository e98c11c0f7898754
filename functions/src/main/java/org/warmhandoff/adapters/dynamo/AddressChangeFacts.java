package org.warmhandoff.adapters.dynamo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.warmhandoff.listing.Listing;
import org.warmhandoff.message.Content;

/** What decides and fills a mail about a change of address. */
public record AddressChangeFacts(Listing listing) {

    public static List<Key> keys(Content.AddressChange mail) {
        return List.of(ListingItem.key(mail.listing()));
    }

    public static Optional<AddressChangeFacts> in(Map<Key, Item> read, Content.AddressChange mail) {
        return ListingItem.in(read, mail.listing()).map(AddressChangeFacts::new);
    }

    /** That the settings are still those of the decision. */
    public List<Write> unchanged() {
        return List.of(Write.check(
                ListingItem.key(listing.id()),
                Condition.is(ListingItem.MAIL_VERSION, listing.mail().version())));
    }
}
