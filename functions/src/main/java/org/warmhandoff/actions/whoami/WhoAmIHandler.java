package org.warmhandoff.actions.whoami;

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
import org.warmhandoff.adapters.resources.OwnWords;
import org.warmhandoff.member.Members;
import org.warmhandoff.member.Roster;
import org.warmhandoff.wiring.HttpModule;
import org.warmhandoff.wiring.MembersModule;
import org.warmhandoff.wiring.Priming;
import org.warmhandoff.wiring.Settings;
import org.warmhandoff.wiring.SettingsModule;

/** {@code GET /api/me}: the signed-in member, and the words that the hosted UI needs. Two calls of the table. */
public final class WhoAmIHandler implements RequestStreamHandler {

    @Singleton
    @Component(modules = {HttpModule.class, MembersModule.class, SettingsModule.class})
    interface Wiring {
        Http http();

        Members members();

        Settings settings();
    }

    private final Http http;
    private final Members members;
    private final OwnWords words;

    public WhoAmIHandler() {
        this(DaggerWhoAmIHandler_Wiring.create());
        Priming.of(this, "GET /api/me");
    }

    WhoAmIHandler(Wiring wiring) {
        http = wiring.http();
        members = wiring.members();
        words = new OwnWords(
                wiring.settings().require("TEXT_NUMBER"),
                wiring.settings().optional("BRAND_NAME").orElse("Warm Handoff"));
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        http.answer(event, answer, context, request -> {
            var caller = Caller.any(members.find(request.member()));
            var listed = new Roster.Listed(caller, members.organizationOf(caller));
            return ApiResponse.ok(json -> MemberResource.writeOwn(json, listed, words));
        });
    }
}
