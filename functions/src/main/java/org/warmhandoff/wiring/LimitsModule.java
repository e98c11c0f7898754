package org.warmhandoff.wiring;

import dagger.Module;
import dagger.Provides;

/** Limits on what caseworkers start; never on what is owed already. */
@Module(includes = SettingsModule.class)
public interface LimitsModule {

    /** How many referrals an organization sends in a day, at most. */
    record ReferralsADay(int most) {}

    @Provides
    static ReferralsADay referralsADay(Settings settings) {
        return new ReferralsADay(settings.number("REFERRALS_PER_ORGANIZATION_DAY"));
    }
}
