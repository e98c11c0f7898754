package org.warmhandoff.actions.searchlistings;

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
import org.warmhandoff.adapters.resources.ListingResource;
import org.warmhandoff.contact.Zip;
import org.warmhandoff.listing.Directories;
import org.warmhandoff.listing.Search;
import org.warmhandoff.member.Members;
import org.warmhandoff.need.Need;
import org.warmhandoff.wiring.HttpModule;
import org.warmhandoff.wiring.ListingsModule;
import org.warmhandoff.wiring.MembersModule;
import org.warmhandoff.wiring.Priming;

/**
 * {@code GET /api/listings}: the directory, searched. Two calls of the table, the directory's version riding with the caller; and after a
 * change one more for each megabyte.
 */
public final class SearchListingsHandler implements RequestStreamHandler {

    @Singleton
    @Component(modules = {HttpModule.class, MembersModule.class, ListingsModule.class})
    interface Wiring {
        Http http();

        Members members();

        Directories directories();
    }

    private final Http http;
    private final Members members;
    private final Directories directories;

    public SearchListingsHandler() {
        this(DaggerSearchListingsHandler_Wiring.create());
        Priming.of(this, "GET /api/listings");
    }

    SearchListingsHandler(Wiring wiring) {
        http = wiring.http();
        members = wiring.members();
        directories = wiring.directories();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        http.answer(event, answer, context, request -> {
            var read = directories.version(request.member());
            var caller = Caller.any(read.member());
            var search = search(request);
            var from = Place.of(request.cursor());
            int limit = request.limit();
            var page = directories.at(read.found()).search(search, from, limit);
            var listing = ListingResource.seenBy(caller, members.organizationOf(caller));
            return ApiResponse.ok(json -> json.objects("listings", page.items(), listing::write)
                    .put("cursor", page.next().map(Place::cursor)));
        });
    }

    private static Search search(ApiRequest request) {
        request.query("sort").filter(sort -> !sort.equals("program")).ifPresent(unknown -> {
            throw new InvalidRequest("/?sort", "Sorting is by program.");
        });
        return new Search(
                request.query("q").orElse(""),
                request.query(Need.class, "need"),
                zip(request.query("zip")),
                request.query("inNetworkFirst", true));
    }

    private static Optional<Zip> zip(Optional<String> typed) {
        return typed.map(text -> {
            if (!text.matches("[0-9]{5}")) {
                throw new InvalidRequest("/?zip", "Five digits.");
            }
            return new Zip(text);
        });
    }
}
