package org.warmhandoff.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.warmhandoff.adapters.dynamo.DynamoDirectories;
import org.warmhandoff.adapters.dynamo.DynamoListingBook;
import org.warmhandoff.adapters.dynamo.DynamoListings;
import org.warmhandoff.adapters.dynamo.DynamoUpdateRequests;
import org.warmhandoff.adapters.dynamo.OpenReferrals;
import org.warmhandoff.adapters.dynamo.Table;
import org.warmhandoff.listing.Directories;
import org.warmhandoff.listing.ListingBook;
import org.warmhandoff.listing.Listings;
import org.warmhandoff.listing.UpdateRequests;

/** Listings: one, all of them as a search sees them, and as administrators keep them. */
@Module(includes = {TableModule.class, ClockModule.class, OpenReferralsModule.class})
public interface ListingsModule {

    @Provides
    static Listings listings(Table table) {
        return new DynamoListings(table);
    }

    /** One for each instance: it keeps what it read. */
    @Provides
    @Singleton
    static Directories directories(Table table, InstantSource clock) {
        return new DynamoDirectories(table, clock);
    }

    @Provides
    static ListingBook listingBook(Table table, InstantSource clock, OpenReferrals openReferrals) {
        return new DynamoListingBook(table, clock, openReferrals);
    }

    @Provides
    static UpdateRequests updateRequests(Table table) {
        return new DynamoUpdateRequests(table);
    }
}
