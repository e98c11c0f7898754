package org.warmhandoff.actions.changeaddress;

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

/** {@code GET} and {@code POST /a/{token}}: on the new address's link it confirms, on the old address's link it cancels or undoes. */
public final class ChangeAddressHandler implements RequestStreamHandler {

    @Singleton
    @Component(modules = {LinksModule.class, MailSettingsModule.class})
    interface Wiring {
        Http http();

        LinkPages links();

        ChangeAddressPage page();
    }

    private final Http http;
    private final LinkPages links;
    private final ChangeAddressPage page;

    public ChangeAddressHandler() {
        this(DaggerChangeAddressHandler_Wiring.create());
        Priming.of(this, "GET /a/{token}");
    }

    ChangeAddressHandler(Wiring wiring) {
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
                request -> links.answer(request, Purpose.ADDRESS, page.at(request.path("token"))));
    }
}
