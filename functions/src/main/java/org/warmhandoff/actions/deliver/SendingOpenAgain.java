package org.warmhandoff.actions.deliver;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.adapters.dynamo.WaitingReferrals;
import org.warmhandoff.message.Content;

/** Mails what a listing has not answered to the address that it has now, some referrals at a time. */
final class SendingOpenAgain implements Work {

    private final Content.SendOpenAgain work;
    private final WaitingReferrals waiting;

    SendingOpenAgain(Content.SendOpenAgain work, WaitingReferrals waiting) {
        this.work = work;
        this.waiting = waiting;
    }

    /** An address that changed again since then has a job of its own. */
    @Override
    public Step step(String place, Instant now) {
        boolean current = waiting.listing(work.listing())
                .filter(listing -> listing.mail().epoch() == work.epoch())
                .isPresent();
        if (!current) {
            return new Step(List.of(), Optional.empty());
        }
        WaitingReferrals.Some some = waiting.after(place, work, now);
        return new Step(some.mails(), some.next());
    }
}
