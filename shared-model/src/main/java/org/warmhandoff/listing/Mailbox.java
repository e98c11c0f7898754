package org.warmhandoff.listing;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.warmhandoff.contact.EmailAddress;

/**
 * One referral address and what its people chose, for every listing that uses it. This is the truth; each listing carries a copy of the
 * state, changed in the same transaction, so that a search, a referral and a claim read one item.
 *
 * @param how what brought it into its state
 * @param listings those that send their referrals here
 * @param version raised by every change, of the listings too: who changes the copies knows that none was left out
 */
public record Mailbox(
        EmailAddress address, MailState state, Instant since, How how, Set<ListingId> listings, int version) {

    /** All copies are changed at once, and a transaction has a hundred places. */
    public static final int MOST_LISTINGS = 80;

    /** What changed a mailbox. */
    public enum How {
        /** An administrator saved a listing with this address. */
        SAVED,
        /** Its people chose so under Manage Emails. */
        CHOSEN,
        /** Its people confirmed it as a listing's new address, or took a change back. */
        CONFIRMED,
        HARD_BOUNCE,
        COMPLAINT
    }

    public Mailbox {
        Objects.requireNonNull(address);
        Objects.requireNonNull(state);
        listings = Set.copyOf(listings);
    }

    /** An address that no listing has used yet: its people have chosen nothing. */
    public static Mailbox unused(EmailAddress address, Instant now) {
        return new Mailbox(address, MailState.SUBSCRIBED, now, How.SAVED, Set.of(), 0);
    }

    /** Whether one more listing may send its referrals here. */
    public boolean hasRoomFor(ListingId listing) {
        return listings.contains(listing) || listings.size() < MOST_LISTINGS;
    }

    /** The state after an administrator saves the address: what came back may have been repaired, what was chosen stays chosen. */
    public MailState whenSaved() {
        return state == MailState.BOUNCING ? MailState.SUBSCRIBED : state;
    }

    /** The listings other than {@code listing}, in a steady order. */
    public Set<ListingId> others(ListingId listing) {
        return listings.stream()
                .filter(other -> !other.equals(listing))
                .collect(Collectors.toCollection(() -> new TreeSet<>(Comparator.comparing(ListingId::value))));
    }
}
