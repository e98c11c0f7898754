package org.warmhandoff.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;

/** What the function was deployed with. */
@Module
public interface SettingsModule {

    @Provides
    @Singleton
    static Settings settings() {
        return Settings.ofThisFunction();
    }
}
