package org.warmhandoff.channel;

import java.time.Instant;

/** Opting out by word of mouth: the client asked a caseworker. */
public interface OptOuts {

    /**
     * Opts a channel out and owes the job that closes what is still owed on it, together.
     *
     * @return the channel as it is now
     */
    Channel byCaseworker(ChannelAddress address, Instant now);
}
