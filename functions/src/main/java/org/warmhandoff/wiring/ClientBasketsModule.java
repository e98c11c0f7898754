package org.warmhandoff.wiring;

import dagger.Module;
import dagger.Provides;
import org.warmhandoff.Ids;
import org.warmhandoff.adapters.dynamo.AddressKey;
import org.warmhandoff.adapters.dynamo.DynamoClientBaskets;
import org.warmhandoff.adapters.dynamo.Table;
import org.warmhandoff.share.ClientBaskets;

/** What was shared with a client, and what they say to it. */
@Module(includes = {AddressKeyModule.class, IdsModule.class, TableModule.class})
public interface ClientBasketsModule {

    @Provides
    static ClientBaskets clientBaskets(Table table, AddressKey addressKey, Ids ids) {
        return new DynamoClientBaskets(table, addressKey, ids);
    }
}
