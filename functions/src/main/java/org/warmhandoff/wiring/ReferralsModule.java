package org.warmhandoff.wiring;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import org.warmhandoff.adapters.dynamo.DynamoReferrals;
import org.warmhandoff.adapters.http.ReferralAnswers;
import org.warmhandoff.referral.Filing;
import org.warmhandoff.referral.Moving;
import org.warmhandoff.referral.Referrals;

/** Referrals and what moves them. */
@Module(includes = {TableModule.class, IdsModule.class, ClockModule.class})
public interface ReferralsModule {

    @Binds
    Referrals referrals(DynamoReferrals inTable);

    @Provides
    static Filing filing(Referrals referrals) {
        return new Filing(referrals);
    }

    @Provides
    static ReferralAnswers answers(Referrals referrals) {
        return new ReferralAnswers(referrals);
    }

    @Provides
    static Moving moving(Referrals referrals) {
        return new Moving(referrals);
    }
}
