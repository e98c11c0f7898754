package org.warmhandoff.adapters.dynamo;

import java.time.InstantSource;
import java.util.List;
import org.warmhandoff.listing.Listing;
import org.warmhandoff.message.Content;
import org.warmhandoff.message.Message;
import org.warmhandoff.message.MessageKey;

/** A listing whose address changed owes its open referrals to the new one: one job, whichever way it changed. */
public final class SendAgain implements OpenReferrals {

    private final InstantSource clock;

    public SendAgain(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public List<Write> sendAgain(Listing before, Listing after) {
        if (after.mail().address().isEmpty()) {
            return List.of();
        }
        int epoch = after.mail().epoch();
        return List.of(MessageItem.put(Message.owed(
                MessageKey.ofListing(after.id(), "AGAIN", Integer.toString(epoch)),
                new Content.SendOpenAgain(after.id(), epoch),
                clock.instant())));
    }
}
