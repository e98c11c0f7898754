package org.warmhandoff.actions.savelisting;

import java.util.Optional;
import org.warmhandoff.listing.Listing;
import org.warmhandoff.listing.ListingBook;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.listing.ListingToSave;
import org.warmhandoff.member.MemberId;

/** Replaces a listing by what an administrator wrote, with the mail settings that follow from it. */
final class SaveListing {

    /** A receiver may choose something while an administrator saves: then it is decided again, on what was chosen. */
    private static final int TRIES = 4;

    sealed interface Outcome {}

    record Created(Listing listing) implements Outcome {}

    record Replaced(Listing listing) implements Outcome {}

    record MailboxFull() implements Outcome {}

    record Contended() implements Outcome {}

    private final ListingBook book;

    SaveListing(ListingBook book) {
        this.book = book;
    }

    Outcome by(MemberId caller, ListingId id, ListingToSave toSave, ListingBook.Before read) {
        ListingBook.Before before = read;
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            if (before.mailbox().filter(mailbox -> !mailbox.hasRoomFor(id)).isPresent()) {
                return new MailboxFull();
            }
            Listing listing =
                    toSave.over(before.listing(), id, before.organization().orElseThrow(), before.mailbox());
            if (book.save(before, listing)) {
                return before.listing().isPresent() ? new Replaced(listing) : new Created(listing);
            }
            before = book.before(caller, id, Optional.of(toSave.organization()), toSave.referralEmail())
                    .found();
        }
        return new Contended();
    }
}
