package org.warmhandoff.channel;

/** Whether an address may be written to. */
public enum ChannelState {
    /** Never messaged, and nobody said anything about it. */
    UNKNOWN,
    SUBSCRIBED,
    OPTED_OUT
}
