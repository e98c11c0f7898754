package org.warmhandoff.wiring;

import dagger.Module;
import dagger.Provides;
import org.warmhandoff.adapters.dynamo.DynamoChannelChecks;
import org.warmhandoff.adapters.dynamo.Table;
import org.warmhandoff.channel.ChannelChecks;

/** Asking about channels, so many times an hour. */
@Module(includes = {SettingsModule.class, TableModule.class})
public interface ChannelChecksModule {

    @Provides
    static ChannelChecks channelChecks(Table table, Settings settings) {
        return new DynamoChannelChecks(table, settings.number("CHANNEL_CHECKS_PER_HOUR"));
    }
}
