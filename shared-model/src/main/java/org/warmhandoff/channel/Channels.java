package org.warmhandoff.channel;

/** Where channels are kept. */
public interface Channels {

    /** As it stands; {@link Channel#unknown} where nothing is kept. */
    Channel find(ChannelAddress address);
}
