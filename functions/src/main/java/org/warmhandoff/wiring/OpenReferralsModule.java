package org.warmhandoff.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.warmhandoff.adapters.dynamo.OpenReferrals;
import org.warmhandoff.adapters.dynamo.SendAgain;

/** What a listing's open referrals need when its address changes, whoever changes it. */
@Module(includes = ClockModule.class)
public interface OpenReferralsModule {

    @Provides
    @Singleton
    static OpenReferrals openReferrals(InstantSource clock) {
        return new SendAgain(clock);
    }
}
