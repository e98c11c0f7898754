package org.warmhandoff.referral;

import java.util.List;
import java.util.Optional;
import org.warmhandoff.client.ClientId;
import org.warmhandoff.link.Target;
import org.warmhandoff.listing.ReferralMail;
import org.warmhandoff.member.MemberId;
import org.warmhandoff.member.ReadBy;
import org.warmhandoff.organization.OrganizationId;

/**
 * Where referrals are kept. Every read of one names its viewer, and to any other it answers absent: nobody can forget to ask whose it
 * is. What a move owes (its line of activity, both sides of the referral) is written with it or not at all.
 */
public interface Referrals {

    /** A referral opened by a receiver's link, with the present mail settings of its listing: a link of an older epoch is dead. */
    record Opened(Referral referral, ReferralMail mail) {}

    /** What came of saving. */
    sealed interface Saved {
        record Done(Referral referral) implements Saved {}

        /** Somebody was faster: this is what stands now. */
        record Lost(Referral standing) implements Saved {}
    }

    /** A page of a list: rows carry everything but notes. */
    record Rows(List<Referral> rows, Optional<String> next) {}

    /** The referral if the member's organization sent it. */
    ReadBy<Optional<Referral>> asSender(MemberId member, ReferralId id);

    /** The referral if it came to the member's organization in network. */
    ReadBy<Optional<Referral>> asReceiver(MemberId member, ReferralId id);

    /** The referral if the member may see it from one side or the other, in the role of that side. */
    ReadBy<Optional<Referral>> asEither(MemberId member, ReferralId id);

    /** The referral that a receiver's link opens. */
    Optional<Opened> asHolder(Target.Answering link);

    /** Saves a move, provided that {@code before} still stands. */
    Saved save(Referral before, Move.Moved move);

    /** Saves a filing, provided that {@code before} still stands. */
    Saved file(Referral before, Referral filed, Activity line);

    /** What the drawer shows beside a referral that its viewer has been given. */
    History history(Referral referral);

    /**
     * An organization's list, newest first.
     *
     * @param client only in the sender's boxes
     * @param cursor where the last page ended
     * @throws IllegalArgumentException where the cursor is none of this list
     */
    Rows list(
            OrganizationId organization,
            Box box,
            Optional<Status> status,
            Optional<ClientId> client,
            Optional<String> cursor,
            int limit);
}
