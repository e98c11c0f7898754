package org.warmhandoff.link;

import org.warmhandoff.channel.ChannelAddress;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.referral.ReferralId;
import org.warmhandoff.share.ShareId;

/** What a link is bound to. */
public sealed interface Target {

    /** The answer to a referral, for the address that the listing had at this epoch. */
    record Answering(ReferralId referral, ListingId listing, int epoch) implements Target {}

    /** A listing's email preferences, for the address that it had at this epoch. */
    record ManagedMail(ListingId listing, int epoch) implements Target {}

    /** One end of a change of address: the new address confirms, the old one cancels before that and undoes after it. */
    record AddressChange(ListingId listing, Side side, EmailAddress wanted) implements Target {}

    /** Which end of a change of address a link was sent to. */
    enum Side {
        NEW,
        OLD
    }

    /** The resource page of one basket, as sent by one channel. */
    record Basket(ShareId share, ChannelAddress channel) implements Target {}

    /** The question about one referral of a basket, as asked by one channel. */
    record Question(ShareId share, ReferralId referral, ChannelAddress channel) implements Target {}

    /** A client's channel. */
    record ClientChannel(ChannelAddress channel, String language) implements Target {}

    /** The preference of a referral address, for every listing that uses it. */
    record Mailbox(EmailAddress address) implements Target {}
}
