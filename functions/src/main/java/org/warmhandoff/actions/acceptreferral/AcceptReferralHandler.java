package org.warmhandoff.actions.acceptreferral;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Optional;
import org.warmhandoff.adapters.http.AnswerPages;
import org.warmhandoff.adapters.http.ApiRequest;
import org.warmhandoff.adapters.http.ApiResponse;
import org.warmhandoff.adapters.http.Caller;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.adapters.http.LinkPages;
import org.warmhandoff.adapters.http.ReferralAnswers;
import org.warmhandoff.link.Purpose;
import org.warmhandoff.member.Member;
import org.warmhandoff.member.ReadBy;
import org.warmhandoff.member.Role;
import org.warmhandoff.referral.Actor;
import org.warmhandoff.referral.Moving;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.referral.ReferralId;
import org.warmhandoff.referral.Referrals;
import org.warmhandoff.wiring.AnswerPagesModule;
import org.warmhandoff.wiring.Priming;

/** {@code POST /api/referrals/{id}/accept} for in-network staff, {@code /r/{token}/accept} for whoever holds the link: the receiver takes the client. */
public final class AcceptReferralHandler implements RequestStreamHandler {

    @Singleton
    @Component(modules = AnswerPagesModule.class)
    interface Wiring {
        Http http();

        LinkPages links();

        AnswerPages pages();

        Referrals referrals();

        Moving moving();

        ReferralAnswers answers();

        InstantSource clock();
    }

    private final Http http;
    private final LinkPages links;
    private final AnswerPages pages;
    private final Referrals referrals;
    private final Moving moving;
    private final ReferralAnswers answers;
    private final InstantSource clock;

    public AcceptReferralHandler() {
        this(DaggerAcceptReferralHandler_Wiring.create());
        Priming.of(this, "POST /api/referrals/{id}/accept", "GET /r/{token}/accept");
    }

    AcceptReferralHandler(Wiring wiring) {
        http = wiring.http();
        links = wiring.links();
        pages = wiring.pages();
        referrals = wiring.referrals();
        moving = wiring.moving();
        answers = wiring.answers();
        clock = wiring.clock();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        http.answer(event, answer, context, request -> request.isPage() ? page(request) : api(request));
    }

    private ApiResponse page(ApiRequest request) {
        return links.answer(request, Purpose.ANSWER, pages.accept(request.path("token")));
    }

    private ApiResponse api(ApiRequest request) {
        ReadBy<Optional<Referral>> read =
                referrals.asReceiver(request.member(), ReferralId.orUnknown(request.path("id")));
        Member member = Caller.as(Role.RECEIVER, read.member());
        Referral referral = Caller.found(read.found());
        Actor by = Actor.member(member.name());
        return answers.of(member, moving.move(referral, standing -> standing.accept(by, clock.instant())));
    }
}
