package org.warmhandoff.actions.viewclient;

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
import org.warmhandoff.adapters.resources.ClientResource;
import org.warmhandoff.channel.ChannelStates;
import org.warmhandoff.client.ClientBook;
import org.warmhandoff.client.ClientId;
import org.warmhandoff.member.Members;
import org.warmhandoff.member.Role;
import org.warmhandoff.wiring.ChannelStatesModule;
import org.warmhandoff.wiring.ClientsModule;
import org.warmhandoff.wiring.HttpModule;
import org.warmhandoff.wiring.MembersModule;
import org.warmhandoff.wiring.Priming;

/** {@code GET /api/clients/{id}}: one client of the own organization. Three calls of the table: the key needs the caller's organization. */
public final class ViewClientHandler implements RequestStreamHandler {

    @Singleton
    @Component(modules = {HttpModule.class, MembersModule.class, ClientsModule.class, ChannelStatesModule.class})
    interface Wiring {
        Http http();

        Members members();

        ClientBook clientBook();

        ChannelStates channelStates();
    }

    private final Http http;
    private final Members members;
    private final ClientBook clients;
    private final ChannelStates channelStates;

    public ViewClientHandler() {
        this(DaggerViewClientHandler_Wiring.create());
        Priming.of(this, "GET /api/clients/{id}");
    }

    ViewClientHandler(Wiring wiring) {
        http = wiring.http();
        members = wiring.members();
        clients = wiring.clientBook();
        channelStates = wiring.channelStates();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        http.answer(event, answer, context, request -> {
            var caller = Caller.as(Role.CASEWORKER, members.find(request.member()));
            var found = clients.find(caller.organization(), request.id("id", ClientId::new));
            if (found.isEmpty()) {
                return Problem.notFound().response();
            }
            var client = found.get();
            var states = channelStates.of(ClientResource.addresses(client.emails(), client.phones()));
            return ApiResponse.ok(json -> ClientResource.write(json, client, states));
        });
    }
}
