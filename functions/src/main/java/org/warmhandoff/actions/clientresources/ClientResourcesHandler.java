package org.warmhandoff.actions.clientresources;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.adapters.http.LinkPages;
import org.warmhandoff.adapters.pages.Pages;
import org.warmhandoff.link.Purpose;
import org.warmhandoff.share.ClientBaskets;
import org.warmhandoff.wiring.ClientBasketsModule;
import org.warmhandoff.wiring.LinksModule;
import org.warmhandoff.wiring.Priming;

/** {@code /c/{token}}: the places of one basket, with what it takes to get there. Nothing here can be sent. */
public final class ClientResourcesHandler implements RequestStreamHandler {

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
    private final ResourcesPage page;

    public ClientResourcesHandler() {
        this(DaggerClientResourcesHandler_Wiring.create());
        Priming.of(this, "GET /c/{token}");
    }

    ClientResourcesHandler(Wiring wiring) {
        http = wiring.http();
        links = wiring.links();
        page = new ResourcesPage(wiring.baskets(), wiring.pages(), wiring.clock());
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        http.answer(
                event,
                answer,
                context,
                request -> links.answer(request, Purpose.RESOURCES, page.at(request.path("token"))));
    }
}
