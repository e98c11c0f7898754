package org.warmhandoff.channel;

import java.util.Collection;
import java.util.Map;

/** What caseworkers see beside the addresses of their own clients. */
public interface ChannelStates {

    /** The state of each; {@link ChannelState#UNKNOWN} for those of which nothing is kept. */
    Map<ChannelAddress, ChannelState> of(Collection<ChannelAddress> addresses);
}
