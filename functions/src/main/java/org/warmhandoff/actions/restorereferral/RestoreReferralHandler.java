package org.warmhandoff.actions.restorereferral;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Optional;
import org.warmhandoff.adapters.http.ApiRequest;
import org.warmhandoff.adapters.http.ApiResponse;
import org.warmhandoff.adapters.http.Caller;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.adapters.http.ReferralAnswers;
import org.warmhandoff.member.Member;
import org.warmhandoff.member.ReadBy;
import org.warmhandoff.member.Role;
import org.warmhandoff.referral.Actor;
import org.warmhandoff.referral.Filing;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.referral.ReferralId;
import org.warmhandoff.referral.Referrals;
import org.warmhandoff.wiring.HttpModule;
import org.warmhandoff.wiring.Priming;
import org.warmhandoff.wiring.ReferralsModule;

/** {@code POST /api/referrals/{id}/restore}: the sender takes a referral back out of History. */
public final class RestoreReferralHandler implements RequestStreamHandler {

    @Singleton
    @Component(modules = {HttpModule.class, ReferralsModule.class})
    interface Wiring {
        Http http();

        Referrals referrals();

        Filing filing();

        ReferralAnswers answers();

        InstantSource clock();
    }

    private final Http http;
    private final Referrals referrals;
    private final Filing filing;
    private final ReferralAnswers answers;
    private final InstantSource clock;

    public RestoreReferralHandler() {
        this(DaggerRestoreReferralHandler_Wiring.create());
        Priming.of(this, "POST /api/referrals/{id}/restore");
    }

    RestoreReferralHandler(Wiring wiring) {
        http = wiring.http();
        referrals = wiring.referrals();
        filing = wiring.filing();
        answers = wiring.answers();
        clock = wiring.clock();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        http.answer(event, answer, context, this::answer);
    }

    private ApiResponse answer(ApiRequest request) {
        ReadBy<Optional<Referral>> read =
                referrals.asSender(request.member(), ReferralId.orUnknown(request.path("id")));
        Member member = Caller.as(Role.CASEWORKER, read.member());
        Referral referral = Caller.found(read.found());
        return answers.of(member, filing.restore(referral, Actor.member(member.name()), clock.instant()));
    }
}
