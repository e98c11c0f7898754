package org.warmhandoff.channel;

import java.time.Instant;
import org.warmhandoff.member.MemberId;

/**
 * That a client agreed to be written to on this channel, as a caseworker recorded it.
 *
 * @param wording which sentence stood beside the box: {@link #WORDING}, or what it was at the time
 */
public record ChannelConsent(MemberId by, Instant at, String wording) {

    /** What stands beside the box and below it. A change of these words needs a new name in what is recorded, which the words are. */
    public static final String WORDING =
            "My client consents to receiving texts and / or emails from Warm Handoff. Clients will receive one immediate message"
                    + " with resource information, and one follow up message a week later to capture feedback";

    public static ChannelConsent givenTo(MemberId by, Instant at) {
        return new ChannelConsent(by, at, WORDING);
    }
}
