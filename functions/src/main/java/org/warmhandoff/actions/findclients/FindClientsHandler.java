package org.warmhandoff.actions.findclients;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.warmhandoff.adapters.http.ApiRequest;
import org.warmhandoff.adapters.http.ApiResponse;
import org.warmhandoff.adapters.http.Caller;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.adapters.resources.ClientResource;
import org.warmhandoff.channel.ChannelStates;
import org.warmhandoff.client.ClientRow;
import org.warmhandoff.client.ClientRows;
import org.warmhandoff.client.ClientWords;
import org.warmhandoff.member.Members;
import org.warmhandoff.member.Role;
import org.warmhandoff.organization.OrganizationId;
import org.warmhandoff.paging.Page;
import org.warmhandoff.wiring.ChannelStatesModule;
import org.warmhandoff.wiring.ClientsModule;
import org.warmhandoff.wiring.HttpModule;
import org.warmhandoff.wiring.MembersModule;
import org.warmhandoff.wiring.Priming;

/** {@code GET /api/clients}: the own organization's clients. Three calls of the table: the caller, one query, one batch of channels. */
public final class FindClientsHandler implements RequestStreamHandler {

    @Singleton
    @Component(modules = {HttpModule.class, MembersModule.class, ClientsModule.class, ChannelStatesModule.class})
    interface Wiring {
        Http http();

        Members members();

        ClientRows clientRows();

        ChannelStates channelStates();
    }

    private final Http http;
    private final Members members;
    private final ClientRows clientRows;
    private final ChannelStates channelStates;

    public FindClientsHandler() {
        this(DaggerFindClientsHandler_Wiring.create());
        Priming.of(this, "GET /api/clients");
    }

    FindClientsHandler(Wiring wiring) {
        http = wiring.http();
        members = wiring.members();
        clientRows = wiring.clientRows();
        channelStates = wiring.channelStates();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        http.answer(event, answer, context, request -> {
            var caller = Caller.as(Role.CASEWORKER, members.find(request.member()));
            var page = rows(request, caller.organization());
            var states = channelStates.of(page.items().stream()
                    .flatMap(row -> ClientResource.addresses(row.emails(), row.phones()).stream())
                    .toList());
            return ApiResponse.ok(json -> json.objects(
                            "clients", page.items(), (inner, row) -> ClientResource.writeRow(inner, row, states))
                    .put("cursor", page.next()));
        });
    }

    /** Without anything to look for, everybody. */
    private Page<ClientRow> rows(ApiRequest request, OrganizationId organization) {
        return request.query("q")
                .flatMap(ClientWords::query)
                .map(query -> clientRows.matching(organization, query, request.cursor(), request.limit()))
                .orElseGet(() -> clientRows.all(organization, request.cursor(), request.limit()));
    }
}
