package org.warmhandoff.actions.viewlisting;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.warmhandoff.adapters.http.ApiResponse;
import org.warmhandoff.adapters.http.Caller;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.adapters.http.Problem;
import org.warmhandoff.adapters.resources.ListingResource;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.listing.Listings;
import org.warmhandoff.member.Members;
import org.warmhandoff.wiring.HttpModule;
import org.warmhandoff.wiring.ListingsModule;
import org.warmhandoff.wiring.MembersModule;
import org.warmhandoff.wiring.Priming;

/** {@code GET /api/listings/{id}}: one listing. Two calls of the table. */
public final class ViewListingHandler implements RequestStreamHandler {

    @Singleton
    @Component(modules = {HttpModule.class, MembersModule.class, ListingsModule.class})
    interface Wiring {
        Http http();

        Members members();

        Listings listings();
    }

    private final Http http;
    private final Members members;
    private final Listings listings;

    public ViewListingHandler() {
        this(DaggerViewListingHandler_Wiring.create());
        Priming.of(this, "GET /api/listings/{id}");
    }

    ViewListingHandler(Wiring wiring) {
        http = wiring.http();
        members = wiring.members();
        listings = wiring.listings();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        http.answer(event, answer, context, request -> {
            var read = listings.find(request.member(), request.id("id", ListingId::new));
            var caller = Caller.any(read.member());
            if (read.found().isEmpty()) {
                return Problem.notFound().response();
            }
            var listing = read.found().get();
            var resource = ListingResource.seenBy(caller, members.organizationOf(caller));
            return ApiResponse.ok(json -> resource.write(json, listing));
        });
    }
}
