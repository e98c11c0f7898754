package org.warmhandoff.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import org.warmhandoff.adapters.dynamo.AddressKey;

/** The secret that hides clients' addresses in keys. */
@Module(includes = SettingsModule.class)
public interface AddressKeyModule {

    @Provides
    @Singleton
    static AddressKey addressKey(Settings settings) {
        return new AddressKey(settings.require("ADDRESS_KEY"));
    }
}
