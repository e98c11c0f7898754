package org.warmhandoff.actions.unsubscribe;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.warmhandoff.adapters.http.ApiRequest;
import org.warmhandoff.adapters.http.ApiResponse;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.adapters.http.LinkPages;
import org.warmhandoff.adapters.http.PageResponse;
import org.warmhandoff.adapters.pages.Pages;
import org.warmhandoff.link.Link;
import org.warmhandoff.link.Purpose;
import org.warmhandoff.wiring.ChannelsModule;
import org.warmhandoff.wiring.LinksModule;
import org.warmhandoff.wiring.MailSettingsModule;
import org.warmhandoff.wiring.Priming;

/**
 * {@code GET} and {@code POST /u/{token}}: out of one address's messages, and back. The exact body of RFC 8058 acts at once: it is the
 * button of a mail program, which shows no page. Everything else is a form as any other.
 */
public final class UnsubscribeHandler implements RequestStreamHandler {

    @Singleton
    @Component(modules = {LinksModule.class, MailSettingsModule.class, ChannelsModule.class})
    interface Wiring {
        Http http();

        LinkPages links();

        UnsubscribePages pages();
    }

    private final Http http;
    private final LinkPages links;
    private final UnsubscribePages pages;

    public UnsubscribeHandler() {
        this(DaggerUnsubscribeHandler_Wiring.create());
        Priming.of(this, "GET /u/{token}");
    }

    UnsubscribeHandler(Wiring wiring) {
        http = wiring.http();
        links = wiring.links();
        pages = wiring.pages();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        http.answer(event, answer, context, this::answer);
    }

    private ApiResponse answer(ApiRequest request) {
        return request.isPost() && request.form().isOneClick()
                ? oneClick(request)
                : links.answer(request, Purpose.UNSUBSCRIBE, pages.at(request.path("token"), request.query("lang")));
    }

    /** No redirect and no question, and the same answer however often. */
    private ApiResponse oneClick(ApiRequest request) {
        Link link = links.open(request, Purpose.UNSUBSCRIBE);
        String html = pages.stop(request.path("token"), link);
        return PageResponse.html(200, html, Pages.CONTENT_SECURITY_POLICY);
    }
}
