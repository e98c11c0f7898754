package org.warmhandoff.actions.manageemails;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.adapters.http.LinkPages;
import org.warmhandoff.link.Purpose;
import org.warmhandoff.wiring.LinksModule;
import org.warmhandoff.wiring.MailSettingsModule;
import org.warmhandoff.wiring.Priming;

/** {@code GET} and {@code POST /m/{token}}: keep the emails, unsubscribe, change the address, or ask the network something. */
public final class ManageEmailsHandler implements RequestStreamHandler {

    @Singleton
    @Component(modules = {LinksModule.class, MailSettingsModule.class})
    interface Wiring {
        Http http();

        LinkPages links();

        ManageEmailsPage page();
    }

    private final Http http;
    private final LinkPages links;
    private final ManageEmailsPage page;

    public ManageEmailsHandler() {
        this(DaggerManageEmailsHandler_Wiring.create());
        Priming.of(this, "GET /m/{token}");
    }

    ManageEmailsHandler(Wiring wiring) {
        http = wiring.http();
        links = wiring.links();
        page = wiring.page();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        http.answer(
                event,
                answer,
                context,
                request -> links.answer(request, Purpose.MANAGE, page.at(request.path("token"))));
    }
}
