package org.warmhandoff.actions.listreferrals;

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
import org.warmhandoff.adapters.http.InvalidRequest;
import org.warmhandoff.adapters.http.ReferralAnswers;
import org.warmhandoff.adapters.http.ReferralJson;
import org.warmhandoff.client.ClientId;
import org.warmhandoff.member.Member;
import org.warmhandoff.member.Members;
import org.warmhandoff.member.Role;
import org.warmhandoff.referral.Box;
import org.warmhandoff.referral.Referrals;
import org.warmhandoff.referral.Status;
import org.warmhandoff.wiring.HttpModule;
import org.warmhandoff.wiring.MembersModule;
import org.warmhandoff.wiring.Priming;
import org.warmhandoff.wiring.ReferralsModule;

/** {@code GET /api/referrals?box=}: the tabs of My Network Referrals, newest first, 50 to a page; unchanged is a 304. */
public final class ListReferralsHandler implements RequestStreamHandler {

    @Singleton
    @Component(modules = {HttpModule.class, MembersModule.class, ReferralsModule.class})
    interface Wiring {
        Http http();

        Members members();

        Referrals referrals();
    }

    private final Http http;
    private final Members members;
    private final Referrals referrals;

    public ListReferralsHandler() {
        this(DaggerListReferralsHandler_Wiring.create());
        Priming.of(this, "GET /api/referrals");
    }

    ListReferralsHandler(Wiring wiring) {
        http = wiring.http();
        members = wiring.members();
        referrals = wiring.referrals();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        http.answer(event, answer, context, this::answer);
    }

    private ApiResponse answer(ApiRequest request) {
        Member member = Caller.asOneOf(members.find(request.member()), Role.CASEWORKER, Role.RECEIVER);
        Box box = request.query("box")
                .flatMap(Box::of)
                .orElseThrow(() -> new InvalidRequest("/?box", "One of outbound, inbound and history."));
        Caller.as(box == Box.INBOUND ? Role.RECEIVER : Role.CASEWORKER, Optional.of(member));
        Optional<ClientId> client = request.query("clientId").map(ListReferralsHandler::client);
        if (client.isPresent() && box == Box.INBOUND) {
            throw new InvalidRequest("/?clientId", "Only outbound and history are kept by client.");
        }
        Referrals.Rows page = referrals.list(
                member.organization(),
                box,
                request.query(Status.class, "status"),
                client,
                request.cursor(),
                request.limit());
        ReferralJson.View side = box == Box.INBOUND ? ReferralJson.View.RECEIVER : ReferralJson.View.SENDER;
        return ApiResponse.ok(json -> json.objects(
                                "referrals",
                                page.rows(),
                                (row, referral) -> ReferralJson.row(
                                        row,
                                        referral,
                                        ReferralAnswers.view(member, referral).within(side)))
                        .put("cursor", page.next()))
                .taggedFor(request);
    }

    private static ClientId client(String named) {
        try {
            return new ClientId(named);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequest("/?clientId", "Not the id of a client.");
        }
    }
}
