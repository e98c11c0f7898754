package org.warmhandoff.actions.closeupdaterequest;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.warmhandoff.adapters.http.ApiResponse;
import org.warmhandoff.adapters.http.Caller;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.adapters.http.Problem;
import org.warmhandoff.adapters.resources.UpdateRequestResource;
import org.warmhandoff.listing.UpdateRequests;
import org.warmhandoff.member.Role;
import org.warmhandoff.wiring.ClockModule;
import org.warmhandoff.wiring.HttpModule;
import org.warmhandoff.wiring.ListingsModule;
import org.warmhandoff.wiring.Priming;

/** {@code POST /api/update-requests/{id}/close}: a request has been dealt with. Two calls of the table. */
public final class CloseUpdateRequestHandler implements RequestStreamHandler {

    @Singleton
    @Component(modules = {HttpModule.class, ClockModule.class, ListingsModule.class})
    interface Wiring {
        Http http();

        InstantSource clock();

        UpdateRequests updateRequests();
    }

    private final Http http;
    private final InstantSource clock;
    private final UpdateRequests updateRequests;

    public CloseUpdateRequestHandler() {
        this(DaggerCloseUpdateRequestHandler_Wiring.create());
        Priming.of(this, "POST /api/update-requests/{id}/close");
    }

    CloseUpdateRequestHandler(Wiring wiring) {
        http = wiring.http();
        clock = wiring.clock();
        updateRequests = wiring.updateRequests();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        http.answer(event, answer, context, request -> {
            var read = updateRequests.find(request.member(), request.path("id"));
            Caller.as(Role.ADMINISTRATOR, read.member());
            if (read.found().isEmpty()) {
                return Problem.notFound().response();
            }
            var asked = read.found().get();
            var closed = asked.closedAt().isPresent()
                    ? asked
                    : updateRequests.close(asked, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            return ApiResponse.ok(json -> UpdateRequestResource.write(json, closed));
        });
    }
}
