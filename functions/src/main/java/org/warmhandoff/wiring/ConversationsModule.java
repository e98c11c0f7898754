package org.warmhandoff.wiring;

import dagger.Module;
import dagger.Provides;
import org.warmhandoff.Ids;
import org.warmhandoff.adapters.dynamo.AddressKey;
import org.warmhandoff.adapters.dynamo.DynamoClientBaskets;
import org.warmhandoff.adapters.dynamo.DynamoConversations;
import org.warmhandoff.adapters.dynamo.Table;
import org.warmhandoff.share.Conversations;

/** Texts between clients and us. */
@Module(includes = {AddressKeyModule.class, ClockModule.class, IdsModule.class, TableModule.class})
public interface ConversationsModule {

    @Provides
    static Conversations conversations(Table table, AddressKey addressKey, Ids ids) {
        return new DynamoConversations(table, addressKey, new DynamoClientBaskets(table, addressKey, ids));
    }
}
