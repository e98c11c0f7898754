package org.warmhandoff.referral;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.client.Client;
import org.warmhandoff.client.ClientId;
import org.warmhandoff.idempotency.Attempt;
import org.warmhandoff.listing.Listing;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.member.Member;
import org.warmhandoff.organization.Organization;

/** What sending a basket reads and writes. */
public interface Sendings {

    /**
     * What a basket is made of, from one consistent read.
     *
     * @param listings in the order asked for; empty where there is none of that id
     * @param earlier what came of the same attempt before
     */
    record Ingredients(
            Organization sender,
            Optional<Client> client,
            List<Optional<Listing>> listings,
            Optional<Attempt.Done> earlier) {}

    /** What came of sending. */
    sealed interface Sent {
        record Done() implements Sent {}

        /** The same attempt was made meanwhile. */
        record Made(Attempt.Done earlier) implements Sent {}

        /** The organization has sent as many as it may in a day. */
        record Enough(Instant until) implements Sent {}
    }

    Ingredients gather(
            Member caseworker, ClientId client, List<ListingId> listings, Optional<Attempt> attempt, Instant now);

    /**
     * Writes the whole basket or none of it: every referral with both its sides, its first line of activity and the mail it owes.
     *
     * @param mostADay the organization's limit, UTC days
     */
    Sent send(Member caseworker, List<Referral> basket, Optional<Attempt> attempt, int mostADay, Instant now);

    /** What an earlier attempt sent, as it stands now. */
    List<Referral> sent(Member caseworker, List<String> ids);
}
