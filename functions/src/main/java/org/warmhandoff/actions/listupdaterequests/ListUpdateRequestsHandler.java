package org.warmhandoff.actions.listupdaterequests;

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
import org.warmhandoff.adapters.resources.UpdateRequestResource;
import org.warmhandoff.listing.UpdateRequests;
import org.warmhandoff.member.Members;
import org.warmhandoff.member.Role;
import org.warmhandoff.wiring.HttpModule;
import org.warmhandoff.wiring.ListingsModule;
import org.warmhandoff.wiring.MembersModule;
import org.warmhandoff.wiring.Priming;

/** {@code GET /api/update-requests}: what receivers asked administrators for. Two calls of the table. */
public final class ListUpdateRequestsHandler implements RequestStreamHandler {

    @Singleton
    @Component(modules = {HttpModule.class, MembersModule.class, ListingsModule.class})
    interface Wiring {
        Http http();

        Members members();

        UpdateRequests updateRequests();
    }

    private final Http http;
    private final Members members;
    private final UpdateRequests updateRequests;

    public ListUpdateRequestsHandler() {
        this(DaggerListUpdateRequestsHandler_Wiring.create());
        Priming.of(this, "GET /api/update-requests");
    }

    ListUpdateRequestsHandler(Wiring wiring) {
        http = wiring.http();
        members = wiring.members();
        updateRequests = wiring.updateRequests();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        http.answer(event, answer, context, request -> {
            Caller.as(Role.ADMINISTRATOR, members.find(request.member()));
            var page = updateRequests.list(request.cursor(), request.limit());
            return ApiResponse.ok(json -> json.objects("updateRequests", page.items(), UpdateRequestResource::write)
                    .put("cursor", page.next()));
        });
    }
}
