package org.warmhandoff.referral;

import java.time.Instant;
import org.warmhandoff.channel.ChannelKind;
import org.warmhandoff.share.ShareId;

/** That a referral was shared with its client by one channel: once, ever. */
public record Shared(ShareId share, ChannelKind channel, Instant at, Delivery delivery) {}
