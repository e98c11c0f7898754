package org.warmhandoff.actions.optoutchannel;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import org.warmhandoff.adapters.http.ApiRequest;
import org.warmhandoff.adapters.http.ApiResponse;
import org.warmhandoff.adapters.http.Caller;
import org.warmhandoff.adapters.http.Fields;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.adapters.log.Log;
import org.warmhandoff.adapters.resources.ChannelFields;
import org.warmhandoff.adapters.resources.ChannelResource;
import org.warmhandoff.channel.Channel;
import org.warmhandoff.channel.ChannelAddress;
import org.warmhandoff.channel.OptOuts;
import org.warmhandoff.contact.PhoneNumbers;
import org.warmhandoff.member.Member;
import org.warmhandoff.member.Members;
import org.warmhandoff.member.Role;
import org.warmhandoff.wiring.ChannelsModule;
import org.warmhandoff.wiring.ClockModule;
import org.warmhandoff.wiring.HttpModule;
import org.warmhandoff.wiring.MembersModule;
import org.warmhandoff.wiring.PhoneNumbersModule;
import org.warmhandoff.wiring.Priming;
import org.warmhandoff.wiring.Settings;

/** {@code POST /api/channels/opt-out}: in force at once, since every claim asks; a job closes what is still owed. */
public final class OptOutChannelHandler implements RequestStreamHandler {

    @Singleton
    @Component(
            modules = {
                HttpModule.class,
                ClockModule.class,
                MembersModule.class,
                ChannelsModule.class,
                PhoneNumbersModule.class
            })
    interface Wiring {
        Http http();

        InstantSource clock();

        Members members();

        OptOuts optOuts();

        PhoneNumbers phoneNumbers();

        Settings settings();
    }

    private final Http http;
    private final InstantSource clock;
    private final Members members;
    private final OptOuts optOuts;
    private final ChannelFields channelFields;
    private final String textNumber;

    public OptOutChannelHandler() {
        this(DaggerOptOutChannelHandler_Wiring.create());
        Priming.of(this, "POST /api/channels/opt-out");
    }

    OptOutChannelHandler(Wiring wiring) {
        http = wiring.http();
        clock = wiring.clock();
        members = wiring.members();
        optOuts = wiring.optOuts();
        channelFields = new ChannelFields(wiring.phoneNumbers());
        textNumber = wiring.settings().require("TEXT_NUMBER");
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        http.answer(event, answer, context, request -> optOut(request, context));
    }

    private ApiResponse optOut(ApiRequest request, Context context) {
        Member caseworker = Caller.as(Role.CASEWORKER, members.find(request.member()));
        Fields fields = request.fields();
        ChannelAddress address = channelFields.one(fields);
        fields.verify();
        Instant now = clock.instant();
        Channel channel = optOuts.byCaseworker(address, now);
        // Their own opt-out tells nothing that they do not know; an earlier one may have been made elsewhere.
        boolean own = channel.since().filter(now::equals).isPresent();
        Channel seen = channel.asSeenBy(caseworker.organization(), own);
        Log.line("channel opted out")
                .with(Log.Field.MEMBER, caseworker.id().value())
                .with(Log.Field.CHANNEL, address.kind())
                .to(context);
        return ApiResponse.ok(json -> ChannelResource.write(json, seen, textNumber));
    }
}
