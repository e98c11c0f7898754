package org.warmhandoff.wiring;

import dagger.Module;
import dagger.Provides;
import java.time.InstantSource;
import org.warmhandoff.Ids;
import org.warmhandoff.adapters.dynamo.CloseOwedToClients;
import org.warmhandoff.adapters.dynamo.DynamoClientBook;
import org.warmhandoff.adapters.dynamo.DynamoClientRows;
import org.warmhandoff.adapters.dynamo.Table;
import org.warmhandoff.adapters.dynamo.WhatIsOwed;
import org.warmhandoff.client.ClientBook;
import org.warmhandoff.client.ClientRows;

/** The clients of an organization. */
@Module(includes = {ClockModule.class, IdsModule.class, TableModule.class})
public interface ClientsModule {

    @Provides
    static ClientBook clientBook(Table table, WhatIsOwed whatIsOwed) {
        return new DynamoClientBook(table, whatIsOwed);
    }

    @Provides
    static WhatIsOwed whatIsOwed(InstantSource clock, Ids ids) {
        return new CloseOwedToClients(clock, ids);
    }

    @Provides
    static ClientRows clientRows(Table table) {
        return new DynamoClientRows(table);
    }
}
