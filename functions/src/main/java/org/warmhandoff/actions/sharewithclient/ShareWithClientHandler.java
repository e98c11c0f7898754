package org.warmhandoff.actions.sharewithclient;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.Ids;
import org.warmhandoff.actions.sharewithclient.ShareWithClient.End;
import org.warmhandoff.adapters.http.ApiRequest;
import org.warmhandoff.adapters.http.ApiResponse;
import org.warmhandoff.adapters.http.Caller;
import org.warmhandoff.adapters.http.FieldError;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.adapters.http.InvalidRequest;
import org.warmhandoff.adapters.http.Problem;
import org.warmhandoff.adapters.http.Repeated;
import org.warmhandoff.adapters.http.TooManyRequests;
import org.warmhandoff.adapters.resources.ChannelResource;
import org.warmhandoff.channel.ChannelKind;
import org.warmhandoff.client.ClientBook;
import org.warmhandoff.contact.PhoneNumbers;
import org.warmhandoff.idempotency.Attempt;
import org.warmhandoff.member.Member;
import org.warmhandoff.member.Members;
import org.warmhandoff.member.Role;
import org.warmhandoff.message.Content;
import org.warmhandoff.share.Share;
import org.warmhandoff.share.ShareId;
import org.warmhandoff.share.Shares;
import org.warmhandoff.share.Sharing;
import org.warmhandoff.share.Sharing.Verdict;
import org.warmhandoff.wiring.ClientsModule;
import org.warmhandoff.wiring.ClockModule;
import org.warmhandoff.wiring.HttpModule;
import org.warmhandoff.wiring.IdsModule;
import org.warmhandoff.wiring.MembersModule;
import org.warmhandoff.wiring.PhoneNumbersModule;
import org.warmhandoff.wiring.Priming;
import org.warmhandoff.wiring.Settings;
import org.warmhandoff.wiring.SharesModule;

/** {@code POST /api/shares}: a caseworker shares one referral or a basket with the client. Four calls of the table. */
public final class ShareWithClientHandler implements RequestStreamHandler {

    @Singleton
    @Component(
            modules = {
                HttpModule.class,
                ClockModule.class,
                IdsModule.class,
                MembersModule.class,
                ClientsModule.class,
                SharesModule.class,
                PhoneNumbersModule.class
            })
    interface Wiring {
        Http http();

        InstantSource clock();

        Ids ids();

        Members members();

        ClientBook clientBook();

        Shares shares();

        Shares.Limits limits();

        PhoneNumbers phoneNumbers();

        Settings settings();
    }

    private final Http http;
    private final Members members;
    private final Shares shares;
    private final ShareWithClient shareWithClient;
    private final KeepInProfile keepInProfile;
    private final ShareFields shareFields;
    private final String textNumber;

    public ShareWithClientHandler() {
        this(DaggerShareWithClientHandler_Wiring.create());
        Priming.of(this, "POST /api/shares");
    }

    ShareWithClientHandler(Wiring wiring) {
        http = wiring.http();
        members = wiring.members();
        shares = wiring.shares();
        shareWithClient = new ShareWithClient(wiring.shares(), wiring.limits(), wiring.clock(), wiring.ids());
        keepInProfile = new KeepInProfile(wiring.clientBook());
        shareFields = new ShareFields(wiring.phoneNumbers());
        textNumber = wiring.settings().require("TEXT_NUMBER");
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        http.answer(event, answer, context, this::share);
    }

    private ApiResponse share(ApiRequest request) {
        Member caseworker = Caller.as(Role.CASEWORKER, members.find(request.member()));
        Optional<Attempt> attempt = Repeated.attempt(request, "share-with-client");
        ShareFields.Read read = shareFields.read(request.fields());
        return switch (shareWithClient.share(caseworker, read.wanted(), attempt)) {
            case End.Made(Share share) -> {
                if (read.saveToProfile()) {
                    keepInProfile.keep(share);
                }
                yield created(share);
            }
            case End.Earlier(Attempt.Done done) -> again(caseworker, attempt, done);
            case End.NotFound() -> Problem.notFound().response();
            case End.Refused(Verdict verdict) -> refused(verdict).response();
            case End.Enough enough -> throw new TooManyRequests(Duration.between(enough.now(), enough.until()));
            case End.Contended() -> Problem.busy().response().with("retry-after", "1");
        };
    }

    private ApiResponse again(Member caseworker, Optional<Attempt> attempt, Attempt.Done done) {
        Attempt.Done same = Repeated.earlier(attempt, Optional.of(done)).orElseThrow();
        Share share =
                Caller.found(shares.find(caseworker, new ShareId(same.ids().getFirst())));
        return Repeated.again(created(share));
    }

    private static ApiResponse created(Share share) {
        return ApiResponse.created(json -> json.put("shareId", share.id().value())
                .objects("followUps", share.followUps(), (inner, message) -> {
                    Content.FollowUp asked = (Content.FollowUp) message.content();
                    inner.put("referralId", asked.referral().value())
                            .put("channel", asked.to().kind())
                            .put("dueAt", message.dueAt());
                }));
    }

    private Problem refused(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Unfit unfit -> throw new InvalidRequest(errors(unfit.flaws()));
            case Verdict.DoNotContact() -> Problem.conflict("do-not-contact", "This client is not to be contacted");
            case Verdict.OptedOut(ChannelKind channel) ->
                Problem.conflict(
                                "opted-out",
                                switch (channel) {
                                    case EMAIL -> "This address opted out of emails";
                                    case SMS -> "This number opted out of texts";
                                })
                        .with(json ->
                                json.put("channel", channel).put("tell", ChannelResource.tell(channel, textNumber)));
            case Verdict.AlreadyShared(ChannelKind channel) ->
                Problem.conflict(
                                "already-shared",
                                switch (channel) {
                                    case EMAIL -> "This was shared by email before";
                                    case SMS -> "This was shared by text before";
                                })
                        .with(json -> json.put("channel", channel));
            case Verdict.May may -> throw new IllegalStateException("not refused");
        };
    }

    private static List<FieldError> errors(List<Sharing.Flaw> flaws) {
        return flaws.stream()
                .map(flaw -> new FieldError(
                        "/referralIds/" + flaw.index(),
                        switch (flaw.kind()) {
                            case ANOTHER_CLIENT -> "This referral is of another client.";
                            case CLOSED -> "This referral is closed.";
                        }))
                .toList();
    }
}
