package org.warmhandoff.wiring;

import dagger.Module;
import dagger.Provides;
import java.time.InstantSource;
import org.warmhandoff.adapters.http.AnswerPages;
import org.warmhandoff.adapters.pages.Pages;
import org.warmhandoff.referral.Referrals;

/** The pages behind a receiver's link. */
@Module(includes = {LinksModule.class, ReferralsModule.class})
public interface AnswerPagesModule {

    @Provides
    static AnswerPages answerPages(Referrals referrals, Pages pages, InstantSource clock) {
        return new AnswerPages(referrals, pages, clock);
    }
}
