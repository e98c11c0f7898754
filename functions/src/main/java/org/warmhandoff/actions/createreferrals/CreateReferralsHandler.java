package org.warmhandoff.actions.createreferrals;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.Ids;
import org.warmhandoff.adapters.http.ApiRequest;
import org.warmhandoff.adapters.http.ApiResponse;
import org.warmhandoff.adapters.http.BasketFields;
import org.warmhandoff.adapters.http.Caller;
import org.warmhandoff.adapters.http.Fields;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.adapters.http.InvalidRequest;
import org.warmhandoff.adapters.http.ReferralAnswers;
import org.warmhandoff.adapters.http.ReferralJson;
import org.warmhandoff.adapters.http.Repeated;
import org.warmhandoff.adapters.http.TooManyRequests;
import org.warmhandoff.client.Client;
import org.warmhandoff.idempotency.Attempt;
import org.warmhandoff.member.Member;
import org.warmhandoff.member.Members;
import org.warmhandoff.member.Role;
import org.warmhandoff.referral.Basket;
import org.warmhandoff.referral.History;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.referral.ReferralId;
import org.warmhandoff.referral.Sendings;
import org.warmhandoff.wiring.HttpModule;
import org.warmhandoff.wiring.IdsModule;
import org.warmhandoff.wiring.LimitsModule;
import org.warmhandoff.wiring.LimitsModule.ReferralsADay;
import org.warmhandoff.wiring.MembersModule;
import org.warmhandoff.wiring.Priming;
import org.warmhandoff.wiring.SendingsModule;

/** {@code POST /api/referrals}: a caseworker refers a client to one program or to a basket of them, all or none. */
public final class CreateReferralsHandler implements RequestStreamHandler {

    @Singleton
    @Component(
            modules = {HttpModule.class, IdsModule.class, LimitsModule.class, MembersModule.class, SendingsModule.class
            })
    interface Wiring {
        Http http();

        Ids ids();

        InstantSource clock();

        Members members();

        Sendings sendings();

        ReferralsADay limit();
    }

    private final Http http;
    private final Ids ids;
    private final InstantSource clock;
    private final Members members;
    private final Sendings sendings;
    private final ReferralsADay limit;

    public CreateReferralsHandler() {
        this(DaggerCreateReferralsHandler_Wiring.create());
        Priming.of(this, "POST /api/referrals");
    }

    CreateReferralsHandler(Wiring wiring) {
        http = wiring.http();
        ids = wiring.ids();
        clock = wiring.clock();
        members = wiring.members();
        sendings = wiring.sendings();
        limit = wiring.limit();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        http.answer(event, answer, context, this::create);
    }

    private ApiResponse create(ApiRequest request) {
        Member caseworker = Caller.as(Role.CASEWORKER, members.find(request.member()));
        Optional<Attempt> attempt = Repeated.attempt(request, "create-referrals");
        Fields fields = request.fields();
        BasketFields.Wanted wanted = BasketFields.read(fields);
        fields.verify();
        Instant now = clock.instant();
        Sendings.Ingredients read =
                sendings.gather(caseworker, wanted.client().orElseThrow(), wanted.listings(), attempt, now);
        Optional<Attempt.Done> earlier = Repeated.earlier(attempt, read.earlier());
        if (earlier.isPresent()) {
            return again(caseworker, earlier.get());
        }
        Client client = Caller.found(read.client());
        Basket basket =
                new Basket(caseworker, read.sender(), client, read.listings(), wanted.consent(), wanted.notes());
        List<Basket.Flaw> flaws = basket.flaws(now);
        if (!flaws.isEmpty()) {
            throw new InvalidRequest(BasketFields.errors(flaws));
        }
        List<Referral> referrals = basket.send(() -> new ReferralId(ids.next()), now);
        return switch (sendings.send(caseworker, referrals, attempt, limit.most(), now)) {
            case Sendings.Sent.Done done -> created(caseworker, referrals);
            case Sendings.Sent.Made made ->
                again(
                        caseworker,
                        Repeated.earlier(attempt, Optional.of(made.earlier())).orElseThrow());
            case Sendings.Sent.Enough enough -> throw new TooManyRequests(Duration.between(now, enough.until()));
        };
    }

    private ApiResponse again(Member caseworker, Attempt.Done earlier) {
        return Repeated.again(created(caseworker, sendings.sent(caseworker, earlier.ids())));
    }

    private static ApiResponse created(Member caseworker, List<Referral> referrals) {
        return ApiResponse.created(json -> json.objects(
                "referrals",
                referrals,
                (inner, referral) -> ReferralJson.write(
                        inner,
                        referral,
                        new History(List.of(referral.sentLine()), List.of()),
                        ReferralAnswers.view(caseworker, referral))));
    }
}
