package org.warmhandoff.actions.listmembers;

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
import org.warmhandoff.adapters.resources.MemberResource;
import org.warmhandoff.member.Members;
import org.warmhandoff.member.Role;
import org.warmhandoff.member.Roster;
import org.warmhandoff.wiring.HttpModule;
import org.warmhandoff.wiring.MembersModule;
import org.warmhandoff.wiring.Priming;

/** {@code GET /api/members}: everybody who may sign in, by name. Three calls of the table. */
public final class ListMembersHandler implements RequestStreamHandler {

    @Singleton
    @Component(modules = {HttpModule.class, MembersModule.class})
    interface Wiring {
        Http http();

        Members members();

        Roster roster();
    }

    private final Http http;
    private final Members members;
    private final Roster roster;

    public ListMembersHandler() {
        this(DaggerListMembersHandler_Wiring.create());
        Priming.of(this, "GET /api/members");
    }

    ListMembersHandler(Wiring wiring) {
        http = wiring.http();
        members = wiring.members();
        roster = wiring.roster();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        http.answer(event, answer, context, request -> {
            Caller.as(Role.ADMINISTRATOR, members.find(request.member()));
            var page = roster.list(request.cursor(), request.limit());
            return ApiResponse.ok(json ->
                    json.objects("members", page.items(), MemberResource::write).put("cursor", page.next()));
        });
    }
}
