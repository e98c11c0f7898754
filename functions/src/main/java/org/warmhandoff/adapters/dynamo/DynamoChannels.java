package org.warmhandoff.adapters.dynamo;

import org.warmhandoff.channel.Channel;
import org.warmhandoff.channel.ChannelAddress;
import org.warmhandoff.channel.Channels;

/** Channels in the table. */
public final class DynamoChannels implements Channels {

    private final Table table;
    private final AddressKey addressKey;

    public DynamoChannels(Table table, AddressKey addressKey) {
        this.table = table;
        this.addressKey = addressKey;
    }

    @Override
    public Channel find(ChannelAddress address) {
        return ChannelItem.of(table.get(ChannelItem.key(addressKey, address)), address);
    }

    @Override
    public boolean save(Channel before, Channel after) {
        return table.write(ChannelItem.save(addressKey, before, after)).done();
    }
}
