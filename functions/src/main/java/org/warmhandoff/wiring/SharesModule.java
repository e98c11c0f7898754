package org.warmhandoff.wiring;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import org.warmhandoff.adapters.dynamo.DynamoShares;
import org.warmhandoff.share.Shares;

/** What sharing with clients reads and writes, and how much of it may be started. */
@Module(includes = {AddressKeyModule.class, TableModule.class, IdsModule.class, SettingsModule.class})
public interface SharesModule {

    @Binds
    Shares shares(DynamoShares inTable);

    @Provides
    static Shares.Limits limits(Settings settings) {
        return new Shares.Limits(settings.number("SHARES_PER_CLIENT_WEEK"), settings.number("SHARES_PER_MEMBER_HOUR"));
    }
}
