package org.warmhandoff.adapters.dynamo;

import java.util.Optional;
import org.warmhandoff.listing.Listing;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.listing.Listings;
import org.warmhandoff.member.MemberId;
import org.warmhandoff.member.ReadBy;

/** One listing with its reader: one call. */
public final class DynamoListings implements Listings {

    private final Table table;

    public DynamoListings(Table table) {
        this.table = table;
    }

    @Override
    public ReadBy<Optional<Listing>> find(MemberId caller, ListingId id) {
        return Reading.by(caller).and(ListingItem.key(id)).from(table).map(read -> ListingItem.in(read, id));
    }
}
