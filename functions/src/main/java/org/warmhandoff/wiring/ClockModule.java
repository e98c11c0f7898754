package org.warmhandoff.wiring;

import dagger.Module;
import dagger.Provides;
import java.time.InstantSource;

/** Now. */
@Module
public interface ClockModule {

    @Provides
    static InstantSource clock() {
        return SystemClock.shared();
    }
}
