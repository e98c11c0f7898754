package org.warmhandoff.share;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.warmhandoff.channel.Channel;
import org.warmhandoff.channel.ChannelAddress;
import org.warmhandoff.idempotency.Attempt;
import org.warmhandoff.member.Member;

/** What sharing reads and writes. */
public interface Shares {

    /**
     * What there is.
     *
     * @param ingredients empty where any of the referrals is unknown or another organization's
     * @param earlier what came of the same attempt before
     */
    record Gathered(Optional<Sharing.Ingredients> ingredients, Optional<Attempt.Done> earlier) {}

    /** How much may be started. */
    record Limits(int perClientAndWeek, int perMemberAndHour) {}

    /** What came of writing. */
    sealed interface End {
        record Done() implements End {}

        /** The same attempt was made meanwhile. */
        record Made(Attempt.Done earlier) implements End {}

        /** Over a limit until then. */
        record Enough(Instant until) implements End {}

        /** Something that it rested on has changed: to be decided again. */
        record Overtaken() implements End {}
    }

    Gathered gather(Member caseworker, Sharing.Wanted wanted, Optional<Attempt> attempt, Instant now);

    /**
     * Writes all of it or nothing: the share, its channels with the consent, the first messages and every follow-up, each referral's mark and
     * line of activity.
     *
     * @param before the channels as they were read
     */
    End write(
            Member caseworker,
            Share share,
            Map<ChannelAddress, Channel> before,
            List<Channel> after,
            Optional<Attempt> attempt,
            Limits limits);

    /** A share of the member's own organization. */
    Optional<Share> find(Member caseworker, ShareId id);
}
