package org.warmhandoff.message;

import org.warmhandoff.listing.Listing;
import org.warmhandoff.referral.Outcome;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.referral.Response;

/** Whether the mail that carries a referral is still to go out: only while there is something to answer, and to whom wants it. */
public final class ReferralMailDecision {

    private ReferralMailDecision() {}

    public static Decision of(Referral referral, Listing listing) {
        return switch (referral.outcome()) {
            case Outcome.Withdrawn w -> new Decision.Close(CloseReason.WITHDRAWN);
            case Outcome.Canceled c -> new Decision.Close(CloseReason.CANCELED);
            case Outcome.ServiceCompleted s -> new Decision.Close(CloseReason.COMPLETED);
            case Outcome.Open o ->
                switch (referral.response()) {
                    case Response.Accepted a -> new Decision.Close(CloseReason.ANSWERED);
                    case Response.Rejected r -> new Decision.Close(CloseReason.REJECTED);
                    case Response.Undecided u -> ofMail(listing);
                };
        };
    }

    private static Decision ofMail(Listing listing) {
        if (listing.mail().address().isEmpty()) {
            return new Decision.Close(CloseReason.FAILED);
        }
        return switch (listing.mail().state()) {
            case SUBSCRIBED -> Decision.SEND;
            case UNSUBSCRIBED -> new Decision.Close(CloseReason.OPTED_OUT);
            case BOUNCING -> new Decision.Close(CloseReason.BOUNCED);
        };
    }
}
