package org.warmhandoff.actions.clientfeedback;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import org.warmhandoff.adapters.http.ApiRequest;
import org.warmhandoff.adapters.http.ApiResponse;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.adapters.http.LinkPages;
import org.warmhandoff.adapters.pages.Pages;
import org.warmhandoff.link.Purpose;
import org.warmhandoff.share.ClientBaskets;
import org.warmhandoff.wiring.ClientBasketsModule;
import org.warmhandoff.wiring.LinksModule;
import org.warmhandoff.wiring.Priming;

/** {@code /f/{token}} from a follow-up and {@code /c/{token}/{n}} from the resource page: the client says whether help arrived. */
public final class ClientFeedbackHandler implements RequestStreamHandler {

    @Singleton
    @Component(modules = {LinksModule.class, ClientBasketsModule.class})
    interface Wiring {
        Http http();

        LinkPages links();

        Pages pages();

        ClientBaskets baskets();

        InstantSource clock();
    }

    private final Http http;
    private final LinkPages links;
    private final FeedbackPage page;

    public ClientFeedbackHandler() {
        this(DaggerClientFeedbackHandler_Wiring.create());
        Priming.of(this, "GET /f/{token}", "GET /c/{token}/{n}");
    }

    ClientFeedbackHandler(Wiring wiring) {
        http = wiring.http();
        links = wiring.links();
        page = new FeedbackPage(wiring.baskets(), wiring.pages(), wiring.clock());
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        http.answer(event, answer, context, this::answer);
    }

    private ApiResponse answer(ApiRequest request) {
        String token = request.path("token");
        return request.routeKey().contains("/f/")
                ? links.answer(request, Purpose.FEEDBACK, page.ofFollowUp(token))
                : links.answer(request, Purpose.RESOURCES, page.ofPlace(token, request.path("n")));
    }
}
