package org.warmhandoff.listing;

import java.util.Optional;
import org.warmhandoff.member.MemberId;
import org.warmhandoff.member.ReadBy;

/** One listing, for whoever is signed in. */
public interface Listings {
    ReadBy<Optional<Listing>> find(MemberId caller, ListingId id);
}
