package org.warmhandoff.channel;

/** How a client is reached. */
public enum ChannelKind {
    EMAIL,
    SMS
}
