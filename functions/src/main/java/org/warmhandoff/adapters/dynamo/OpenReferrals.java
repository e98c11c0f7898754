package org.warmhandoff.adapters.dynamo;

import java.util.List;
import org.warmhandoff.listing.Listing;

/** What a listing's open referrals need when it is saved with another address: writes for the same transaction. */
public interface OpenReferrals {
    List<Write> sendAgain(Listing before, Listing after);
}
