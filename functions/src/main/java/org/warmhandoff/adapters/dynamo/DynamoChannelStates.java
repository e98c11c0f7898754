package org.warmhandoff.adapters.dynamo;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.warmhandoff.channel.ChannelAddress;
import org.warmhandoff.channel.ChannelState;
import org.warmhandoff.channel.ChannelStates;

/** The states of addresses: one batch for each hundred. */
public final class DynamoChannelStates implements ChannelStates {

    private static final String STATE = "state";

    private final Table table;
    private final AddressKey addressKey;

    public DynamoChannelStates(Table table, AddressKey addressKey) {
        this.table = table;
        this.addressKey = addressKey;
    }

    @Override
    public Map<ChannelAddress, ChannelState> of(Collection<ChannelAddress> addresses) {
        Map<ChannelAddress, Key> keys = addresses.stream()
                .distinct()
                .collect(Collectors.toMap(
                        address -> address, addressKey::channel, (one, same) -> one, LinkedHashMap::new));
        Map<Key, Item> read = Batches.read(table, keys.values());
        Map<ChannelAddress, ChannelState> states = new LinkedHashMap<>();
        keys.forEach((address, key) -> states.put(address, state(read.get(key))));
        return states;
    }

    private static ChannelState state(Item item) {
        return item == null
                ? ChannelState.UNKNOWN
                : item.attributes().optionalOne(ChannelState.class, STATE).orElse(ChannelState.UNKNOWN);
    }
}
