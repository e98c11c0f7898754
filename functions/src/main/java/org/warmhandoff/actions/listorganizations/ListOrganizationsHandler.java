package org.warmhandoff.actions.listorganizations;

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
import org.warmhandoff.adapters.resources.OrganizationResource;
import org.warmhandoff.member.Members;
import org.warmhandoff.member.Role;
import org.warmhandoff.organization.OrganizationBook;
import org.warmhandoff.wiring.HttpModule;
import org.warmhandoff.wiring.MembersModule;
import org.warmhandoff.wiring.OrganizationsModule;
import org.warmhandoff.wiring.Priming;

/** {@code GET /api/organizations}: the organizations of the network, by name. Two calls of the table. */
public final class ListOrganizationsHandler implements RequestStreamHandler {

    @Singleton
    @Component(modules = {HttpModule.class, MembersModule.class, OrganizationsModule.class})
    interface Wiring {
        Http http();

        Members members();

        OrganizationBook organizationBook();
    }

    private final Http http;
    private final Members members;
    private final OrganizationBook book;

    public ListOrganizationsHandler() {
        this(DaggerListOrganizationsHandler_Wiring.create());
        Priming.of(this, "GET /api/organizations");
    }

    ListOrganizationsHandler(Wiring wiring) {
        http = wiring.http();
        members = wiring.members();
        book = wiring.organizationBook();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        http.answer(event, answer, context, request -> {
            Caller.as(Role.ADMINISTRATOR, members.find(request.member()));
            var page = book.list(request.cursor(), request.limit());
            return ApiResponse.ok(json -> json.objects("organizations", page.items(), OrganizationResource::write)
                    .put("cursor", page.next()));
        });
    }
}
