package org.warmhandoff.channel;

/** Where channels are kept. */
public interface Channels {

    /** As it stands; {@link Channel#unknown} where nothing is kept. */
    Channel find(ChannelAddress address);

    /** Saves a move, provided that {@code before} still stands; answers whether it did. */
    boolean save(Channel before, Channel after);
}
