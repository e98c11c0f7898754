package org.warmhandoff.wiring;

import dagger.Module;
import dagger.Provides;
import org.warmhandoff.adapters.dynamo.AddressKey;
import org.warmhandoff.adapters.dynamo.DynamoChannelStates;
import org.warmhandoff.adapters.dynamo.Table;
import org.warmhandoff.channel.ChannelStates;

/** Whether addresses may be written to. */
@Module(includes = {AddressKeyModule.class, TableModule.class})
public interface ChannelStatesModule {

    @Provides
    static ChannelStates channelStates(Table table, AddressKey addressKey) {
        return new DynamoChannelStates(table, addressKey);
    }
}
