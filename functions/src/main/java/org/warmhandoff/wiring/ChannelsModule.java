package org.warmhandoff.wiring;

import dagger.Module;
import dagger.Provides;
import org.warmhandoff.Ids;
import org.warmhandoff.adapters.dynamo.AddressKey;
import org.warmhandoff.adapters.dynamo.DynamoChannels;
import org.warmhandoff.adapters.dynamo.DynamoOptOuts;
import org.warmhandoff.adapters.dynamo.Table;
import org.warmhandoff.channel.Channels;
import org.warmhandoff.channel.OptOuts;

/** Clients' channels, one at a time. */
@Module(includes = {AddressKeyModule.class, TableModule.class, IdsModule.class})
public interface ChannelsModule {

    @Provides
    static Channels channels(Table table, AddressKey addressKey) {
        return new DynamoChannels(table, addressKey);
    }

    @Provides
    static OptOuts optOuts(Table table, AddressKey addressKey, Ids ids) {
        return new DynamoOptOuts(table, addressKey, ids);
    }
}
