package org.warmhandoff.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.warmhandoff.Ids;

/** New names and secrets. */
@Module(includes = ClockModule.class)
public interface IdsModule {

    @Provides
    @Singleton
    static Ids ids(InstantSource clock) {
        return RandomIds.of(clock);
    }
}
