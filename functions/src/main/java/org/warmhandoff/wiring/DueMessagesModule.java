package org.warmhandoff.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import org.warmhandoff.adapters.dynamo.DueMessages;
import org.warmhandoff.adapters.dynamo.Table;

/** What is owed and late. */
@Module(includes = TableModule.class)
public interface DueMessagesModule {

    @Provides
    @Singleton
    static DueMessages dueMessages(Table table) {
        return new DueMessages(table);
    }
}
