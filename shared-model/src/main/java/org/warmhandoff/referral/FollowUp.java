package org.warmhandoff.referral;

import java.time.Instant;
import java.util.Optional;
import org.warmhandoff.channel.ChannelKind;
import org.warmhandoff.message.Answered;
import org.warmhandoff.message.CloseReason;
import org.warmhandoff.message.FollowUpState;

/** A question to the client about one referral, as its sender sees it. */
public record FollowUp(
        String id,
        ChannelKind channel,
        Instant dueAt,
        FollowUpState state,
        Optional<CloseReason> closedBecause,
        Optional<Instant> askedAt,
        Optional<Answered> answered) {}
