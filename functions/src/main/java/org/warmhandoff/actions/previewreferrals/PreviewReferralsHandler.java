package org.warmhandoff.actions.previewreferrals;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.adapters.http.ApiRequest;
import org.warmhandoff.adapters.http.ApiResponse;
import org.warmhandoff.adapters.http.BasketFields;
import org.warmhandoff.adapters.http.Caller;
import org.warmhandoff.adapters.http.FieldError;
import org.warmhandoff.adapters.http.Fields;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.adapters.mail.Mail;
import org.warmhandoff.adapters.mail.MailTexts;
import org.warmhandoff.adapters.mail.ReferralMailView;
import org.warmhandoff.client.Client;
import org.warmhandoff.listing.Listing;
import org.warmhandoff.listing.Network;
import org.warmhandoff.member.Member;
import org.warmhandoff.member.Members;
import org.warmhandoff.member.Role;
import org.warmhandoff.referral.Basket;
import org.warmhandoff.referral.Consent;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.referral.ReferralId;
import org.warmhandoff.referral.Sendings;
import org.warmhandoff.wiring.HttpModule;
import org.warmhandoff.wiring.MailTextsModule;
import org.warmhandoff.wiring.MembersModule;
import org.warmhandoff.wiring.Priming;
import org.warmhandoff.wiring.SendingsModule;

/**
 * {@code POST /api/referrals/preview}: what each receiver out of network would get, and what CreateReferrals would say to the same body.
 * Writes nothing. In network there is no email to show: staff there read the referral itself.
 */
public final class PreviewReferralsHandler implements RequestStreamHandler {

    /** A preview has no links; its buttons lead nowhere. */
    private static final String NOWHERE = "#preview";

    @Singleton
    @Component(modules = {HttpModule.class, MailTextsModule.class, MembersModule.class, SendingsModule.class})
    interface Wiring {
        Http http();

        InstantSource clock();

        Members members();

        Sendings sendings();

        MailTexts mailTexts();
    }

    private final Http http;
    private final InstantSource clock;
    private final Members members;
    private final Sendings sendings;
    private final MailTexts mailTexts;

    public PreviewReferralsHandler() {
        this(DaggerPreviewReferralsHandler_Wiring.create());
        Priming.of(this, "POST /api/referrals/preview");
    }

    PreviewReferralsHandler(Wiring wiring) {
        http = wiring.http();
        clock = wiring.clock();
        members = wiring.members();
        sendings = wiring.sendings();
        mailTexts = wiring.mailTexts();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        http.answer(event, answer, context, this::preview);
    }

    private ApiResponse preview(ApiRequest request) {
        Member caseworker = Caller.as(Role.CASEWORKER, members.find(request.member()));
        Fields fields = request.fields();
        BasketFields.Wanted wanted = BasketFields.read(fields);
        List<FieldError> errors = new ArrayList<>(fields.errors());
        List<Preview> previews = new ArrayList<>();
        if (wanted.client().isPresent()) {
            Instant now = clock.instant();
            Sendings.Ingredients read =
                    sendings.gather(caseworker, wanted.client().get(), wanted.listings(), Optional.empty(), now);
            Client client = Caller.found(read.client());
            Basket basket =
                    new Basket(caseworker, read.sender(), client, read.listings(), wanted.consent(), wanted.notes());
            basket.flaws(now).stream()
                    .filter(flaw -> wanted.consent().isPresent() || !(flaw instanceof Basket.Flaw.ConsentMustBeWritten))
                    .map(flaw -> BasketFields.errors(List.of(flaw)).getFirst())
                    .forEach(errors::add);
            read.listings().stream()
                    .flatMap(Optional::stream)
                    .filter(listing -> listing.network() == Network.OUT)
                    .map(listing -> preview(basket, listing, now))
                    .forEach(previews::add);
        }
        return ApiResponse.ok(json -> json.objects("errors", errors, (inner, error) -> error.write(inner))
                .objects(
                        "previews",
                        previews,
                        (inner, shown) -> inner.put(
                                        "listingId", shown.listing().id().value())
                                .put("subject", shown.mail().subject())
                                .put("text", shown.mail().text())
                                .put("html", shown.mail().html())));
    }

    private record Preview(Listing listing, Mail mail) {}

    private Preview preview(Basket basket, Listing listing, Instant now) {
        Basket alone = new Basket(
                basket.caseworker(),
                basket.sender(),
                basket.client(),
                List.of(Optional.of(listing)),
                basket.consent().or(() -> Optional.of(Consent.Method.VERBAL)),
                basket.notes());
        Referral referral = alone.send(() -> new ReferralId("XXXXXXXX"), now).getFirst();
        return new Preview(
                listing, mailTexts.referral(ReferralMailView.of(referral, NOWHERE, NOWHERE, NOWHERE, NOWHERE)));
    }
}
