package org.warmhandoff.wiring;

import dagger.Module;
import dagger.Provides;
import java.time.InstantSource;
import org.warmhandoff.adapters.dynamo.DynamoMembers;
import org.warmhandoff.adapters.dynamo.DynamoRoster;
import org.warmhandoff.adapters.dynamo.Table;
import org.warmhandoff.member.Members;
import org.warmhandoff.member.Roster;

/** Members and their roster. */
@Module(includes = {TableModule.class, ClockModule.class})
public interface MembersModule {

    @Provides
    static Members members(Table table) {
        return new DynamoMembers(table);
    }

    @Provides
    static Roster roster(Table table, InstantSource clock) {
        return new DynamoRoster(table, clock);
    }
}
