package org.warmhandoff.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.warmhandoff.client.Client;
import org.warmhandoff.listing.Listing;
import org.warmhandoff.listing.Network;
import org.warmhandoff.listing.NotReferableBecause;
import org.warmhandoff.member.Member;
import org.warmhandoff.organization.Organization;
import org.warmhandoff.participant.Participant;
import org.warmhandoff.screening.Finding;
import org.warmhandoff.screening.NotesScreen;

/**
 * One client about to be referred to one or more programs. Either the whole basket goes or none of it: half a basket would leave a
 * caseworker guessing who was asked.
 *
 * @param listings in basket order; empty where the caller named one that does not exist
 * @param consent how the client consented; absent while a basket is only looked at
 */
public record Basket(
        Member caseworker,
        Organization sender,
        Client client,
        List<Optional<Listing>> listings,
        Optional<Consent.Method> consent,
        String notes) {

    /** At most this many programs at once: the seed's example has three, and a transaction has an end. */
    public static final int LARGEST = 20;

    /** The longest note, in UTF-16 units. */
    public static final int LONGEST_NOTES = 500;

    public Basket {
        listings = List.copyOf(listings);
    }

    /** Why a basket cannot be sent as it is. */
    public sealed interface Flaw {
        /** No such listing at this place of the basket. */
        record UnknownListing(int place) implements Flaw {}

        /** The listing at this place takes no referrals from this organization now. */
        record NotReferable(int place, NotReferableBecause because) implements Flaw {}

        /** The notes would tell an out-of-network receiver who the client is. */
        record NotesTell(Finding finding) implements Flaw {}

        /** Victim services may disclose on written consent alone; substance use treatment too, once it leaves the network. */
        record ConsentMustBeWritten() implements Flaw {}
    }

    /** Everything that is wrong with it, in the order of the fields; empty when it can be sent. */
    public List<Flaw> flaws(Instant now) {
        List<Flaw> flaws = new ArrayList<>();
        boolean leaves = false;
        for (int place = 0; place < listings.size(); place++) {
            Optional<Listing> listing = listings.get(place);
            if (listing.isEmpty()) {
                flaws.add(new Flaw.UnknownListing(place));
                continue;
            }
            leaves |= listing.get().network() == Network.OUT;
            Optional<NotReferableBecause> because = listing.get().notReferableFor(sender);
            if (because.isPresent()) {
                flaws.add(new Flaw.NotReferable(place, because.get()));
            }
        }
        boolean mustBeWritten = sender.victimServices() || (sender.part2() && leaves);
        if (mustBeWritten && consent.filter(Consent.Method.WRITTEN::equals).isEmpty()) {
            flaws.add(new Flaw.ConsentMustBeWritten());
        }
        if (leaves) {
            NotesScreen.of(client, today(now))
                    .findings(notes)
                    .forEach(finding -> flaws.add(new Flaw.NotesTell(finding)));
        }
        return flaws;
    }

    /** The referrals of a basket without flaws, in its order. */
    public List<Referral> send(Supplier<ReferralId> ids, Instant now) {
        Participant participant = Participant.of(client, today(now));
        return listings.stream()
                .map(Optional::orElseThrow)
                .map(listing -> Referral.send(
                        ids.get(),
                        Sender.of(caseworker, sender),
                        Receiver.of(listing),
                        ClientSnapshot.of(client),
                        participant,
                        notes,
                        new Consent(now, caseworker.id(), consent.orElseThrow()),
                        now))
                .toList();
    }

    private LocalDate today(Instant now) {
        return now.atZone(sender.timeZone()).toLocalDate();
    }
}
