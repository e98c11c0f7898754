package org.warmhandoff.actions.viewreferral;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.warmhandoff.adapters.http.ApiRequest;
import org.warmhandoff.adapters.http.ApiResponse;
import org.warmhandoff.adapters.http.Caller;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.adapters.http.ReferralAnswers;
import org.warmhandoff.member.Member;
import org.warmhandoff.member.ReadBy;
import org.warmhandoff.member.Role;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.referral.ReferralId;
import org.warmhandoff.referral.Referrals;
import org.warmhandoff.wiring.HttpModule;
import org.warmhandoff.wiring.Priming;
import org.warmhandoff.wiring.ReferralsModule;

/** {@code GET /api/referrals/{id}}: the drawer, for its sender and for its in-network receiver, each as their own side. */
public final class ViewReferralHandler implements RequestStreamHandler {

    @Singleton
    @Component(modules = {HttpModule.class, ReferralsModule.class})
    interface Wiring {
        Http http();

        Referrals referrals();

        ReferralAnswers answers();
    }

    private final Http http;
    private final Referrals referrals;
    private final ReferralAnswers answers;

    public ViewReferralHandler() {
        this(DaggerViewReferralHandler_Wiring.create());
        Priming.of(this, "GET /api/referrals/{id}");
    }

    ViewReferralHandler(Wiring wiring) {
        http = wiring.http();
        referrals = wiring.referrals();
        answers = wiring.answers();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        http.answer(event, answer, context, this::answer);
    }

    private ApiResponse answer(ApiRequest request) {
        ReadBy<Optional<Referral>> read =
                referrals.asEither(request.member(), ReferralId.orUnknown(request.path("id")));
        Member member = Caller.asOneOf(read.member(), Role.CASEWORKER, Role.RECEIVER);
        Referral referral = Caller.found(read.found());
        return answers.ok(member, referral).taggedFor(request);
    }
}
