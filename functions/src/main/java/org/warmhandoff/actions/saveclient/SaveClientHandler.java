package org.warmhandoff.actions.saveclient;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import org.warmhandoff.adapters.http.ApiRequest;
import org.warmhandoff.adapters.http.ApiResponse;
import org.warmhandoff.adapters.http.Caller;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.adapters.http.InvalidRequest;
import org.warmhandoff.adapters.http.Problem;
import org.warmhandoff.adapters.resources.ClientResource;
import org.warmhandoff.channel.ChannelStates;
import org.warmhandoff.client.Client;
import org.warmhandoff.client.ClientBook;
import org.warmhandoff.client.ClientId;
import org.warmhandoff.contact.PhoneNumbers;
import org.warmhandoff.member.Member;
import org.warmhandoff.member.Members;
import org.warmhandoff.member.Role;
import org.warmhandoff.wiring.ChannelStatesModule;
import org.warmhandoff.wiring.ClientsModule;
import org.warmhandoff.wiring.ClockModule;
import org.warmhandoff.wiring.HttpModule;
import org.warmhandoff.wiring.MembersModule;
import org.warmhandoff.wiring.PhoneNumbersModule;
import org.warmhandoff.wiring.Priming;

/**
 * {@code PUT /api/clients/{id}}: a caseworker writes a client of the own organization. Four calls of the table; an id of the wrong shape is
 * a 422 at {@code /id}.
 */
public final class SaveClientHandler implements RequestStreamHandler {

    @Singleton
    @Component(
            modules = {
                HttpModule.class,
                ClockModule.class,
                MembersModule.class,
                ClientsModule.class,
                ChannelStatesModule.class,
                PhoneNumbersModule.class
            })
    interface Wiring {
        Http http();

        InstantSource clock();

        Members members();

        ClientBook clientBook();

        ChannelStates channelStates();

        PhoneNumbers phoneNumbers();
    }

    private final Http http;
    private final InstantSource clock;
    private final Members members;
    private final SaveClient saveClient;
    private final ChannelStates channelStates;
    private final ClientFields clientFields;

    public SaveClientHandler() {
        this(DaggerSaveClientHandler_Wiring.create());
        Priming.of(this, "PUT /api/clients/{id}");
    }

    SaveClientHandler(Wiring wiring) {
        http = wiring.http();
        clock = wiring.clock();
        members = wiring.members();
        saveClient = new SaveClient(wiring.clientBook());
        channelStates = wiring.channelStates();
        clientFields = new ClientFields(wiring.phoneNumbers());
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        http.answer(event, answer, context, this::save);
    }

    private ApiResponse save(ApiRequest request) {
        Member caller = Caller.as(Role.CASEWORKER, members.find(request.member()));
        ClientId id = ClientId.parse(request.path("id"))
                .orElseThrow(() -> new InvalidRequest("/id", "8 to 40 letters, digits and hyphens."));
        Client written = clientFields.read(request.fields(), caller.organization(), id, clock.instant());
        return switch (saveClient.save(written)) {
            case SaveClient.Created(Client client) -> answer(201, client);
            case SaveClient.Replaced(Client client) -> answer(200, client);
            case SaveClient.Contended() -> Problem.busy().response().with("retry-after", "1");
        };
    }

    private ApiResponse answer(int status, Client client) {
        var states = channelStates.of(ClientResource.addresses(client.emails(), client.phones()));
        return ApiResponse.json(status, json -> ClientResource.write(json, client, states));
    }
}
