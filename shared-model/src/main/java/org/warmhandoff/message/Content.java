package org.warmhandoff.message;

import java.time.ZoneId;
import java.util.List;
import org.warmhandoff.channel.ChannelAddress;
import org.warmhandoff.channel.ChannelKind;
import org.warmhandoff.client.ClientId;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.contact.PhoneNumber;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.organization.OrganizationId;
import org.warmhandoff.referral.ReferralId;
import org.warmhandoff.share.ShareId;

/** What a message is to say, not the said text: that is rendered at the claim, from what is true then. */
public sealed interface Content {

    /** How it reaches its receiver. */
    enum Carrier {
        /** Reports back: its provider's events carry the message's key. */
        MAIL,
        /** Reports failures alone. */
        TEXT,
        /** Nobody receives it: work that is owed. */
        NONE
    }

    /** A referral, to the address that its out-of-network listing has at the claim. */
    record ReferralMail(ReferralId referral, ListingId listing) implements Content {}

    /**
     * The resources of a basket, to the client, at once.
     *
     * @param referrals the basket: each of them shows how this one message fared
     */
    record FirstMessage(ShareId share, ChannelAddress to, List<ReferralId> referrals) implements Content {
        public FirstMessage {
            referrals = List.copyOf(referrals);
        }
    }

    /**
     * The question about one referral of a basket, a week later.
     *
     * @param place the referral's place in the basket, from 1
     * @param zone the client's: what is found late outside the hours waits for nine o'clock there
     */
    record FollowUp(ShareId share, ReferralId referral, int place, ChannelAddress to, ZoneId zone) implements Content {}

    /**
     * One of the mails about a change of a listing's referral address.
     *
     * @param wanted the new address, whoever this mail goes to
     */
    record AddressChange(ListingId listing, Kind kind, EmailAddress to, EmailAddress wanted) implements Content {
        /** Which of them. */
        public enum Kind {
            /** To the new address: confirm that referrals may go there. */
            CONFIRM,
            /** To the old address: somebody asked for this, and it can be canceled. */
            NOTICE,
            /** To the old address: it happened, and it can be undone. */
            CHANGED,
            /** To the address that was left again: it was undone. */
            UNDONE
        }
    }

    /**
     * The one answer to an inbound text. It belongs to no series, so no opt-out holds it back.
     *
     * @param reference what it is about, such as a referral's place, or empty
     */
    record TextReply(Kind kind, PhoneNumber to, String language, String reference) implements Content {
        /** What was asked or done. */
        public enum Kind {
            /** No more texts: the one confirmation that the rules allow. */
            STOPPED,
            /** Texts again. */
            RESUMED,
            HELP,
            /** An answer was counted. */
            THANKS,
            /** More than one question is open: which one? */
            WHICH,
            NOT_UNDERSTOOD
        }
    }

    /** Work: mail a listing's open referrals to the address which it has from this epoch on. */
    record SendOpenAgain(ListingId listing, int epoch) implements Content {}

    /** Work: close everything still owed on one address. */
    record CloseOwedOnChannel(ChannelAddress channel, CloseReason reason) implements Content {}

    /** Work: close everything still owed to one client. */
    record CloseOwedToClient(OrganizationId organization, ClientId client, CloseReason reason) implements Content {}

    default Carrier carrier() {
        return switch (this) {
            case ReferralMail m -> Carrier.MAIL;
            case AddressChange c -> Carrier.MAIL;
            case FirstMessage m -> carrier(m.to());
            case FollowUp f -> carrier(f.to());
            case TextReply r -> Carrier.TEXT;
            case SendOpenAgain j -> Carrier.NONE;
            case CloseOwedOnChannel j -> Carrier.NONE;
            case CloseOwedToClient j -> Carrier.NONE;
        };
    }

    private static Carrier carrier(ChannelAddress to) {
        return to.kind() == ChannelKind.EMAIL ? Carrier.MAIL : Carrier.TEXT;
    }
}
