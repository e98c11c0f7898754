package org.warmhandoff.actions.markseen;

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
import org.warmhandoff.adapters.resources.MemberResource;
import org.warmhandoff.adapters.resources.OwnWords;
import org.warmhandoff.member.Members;
import org.warmhandoff.member.Roster;
import org.warmhandoff.wiring.ClockModule;
import org.warmhandoff.wiring.HttpModule;
import org.warmhandoff.wiring.MembersModule;
import org.warmhandoff.wiring.Priming;
import org.warmhandoff.wiring.Settings;
import org.warmhandoff.wiring.SettingsModule;

/** {@code POST /api/me/seen}: answers up to now count as seen. Three calls of the table. */
public final class MarkSeenHandler implements RequestStreamHandler {

    @Singleton
    @Component(modules = {HttpModule.class, ClockModule.class, MembersModule.class, SettingsModule.class})
    interface Wiring {
        Http http();

        InstantSource clock();

        Members members();

        Settings settings();
    }

    private final Http http;
    private final InstantSource clock;
    private final Members members;
    private final OwnWords words;

    public MarkSeenHandler() {
        this(DaggerMarkSeenHandler_Wiring.create());
        Priming.of(this, "POST /api/me/seen");
    }

    MarkSeenHandler(Wiring wiring) {
        http = wiring.http();
        clock = wiring.clock();
        members = wiring.members();
        words = new OwnWords(
                wiring.settings().require("TEXT_NUMBER"),
                wiring.settings().optional("BRAND_NAME").orElse("Warm Handoff"));
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        http.answer(event, answer, context, request -> {
            var caller = Caller.any(members.find(request.member()));
            // As the table keeps it: what is read back is what was answered.
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            var organization = members.organizationOf(caller);
            members.seen(caller.id(), now);
            var listed = new Roster.Listed(caller.seen(now), organization);
            return ApiResponse.ok(json -> MemberResource.writeOwn(json, listed, words));
        });
    }
}
