package org.warmhandoff.actions.checkchannel;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.warmhandoff.adapters.http.ApiRequest;
import org.warmhandoff.adapters.http.ApiResponse;
import org.warmhandoff.adapters.http.Caller;
import org.warmhandoff.adapters.http.Fields;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.adapters.http.TooManyRequests;
import org.warmhandoff.adapters.log.Log;
import org.warmhandoff.adapters.resources.ChannelFields;
import org.warmhandoff.adapters.resources.ChannelResource;
import org.warmhandoff.channel.Channel;
import org.warmhandoff.channel.ChannelAddress;
import org.warmhandoff.channel.ChannelChecks;
import org.warmhandoff.channel.Channels;
import org.warmhandoff.contact.PhoneNumbers;
import org.warmhandoff.member.Member;
import org.warmhandoff.member.Members;
import org.warmhandoff.member.Role;
import org.warmhandoff.wiring.ChannelChecksModule;
import org.warmhandoff.wiring.ChannelsModule;
import org.warmhandoff.wiring.ClockModule;
import org.warmhandoff.wiring.HttpModule;
import org.warmhandoff.wiring.MembersModule;
import org.warmhandoff.wiring.PhoneNumbersModule;
import org.warmhandoff.wiring.Priming;
import org.warmhandoff.wiring.Settings;

/**
 * {@code POST /api/channels/check}: says of an address what this organization may know, so many times an hour, and logs who asked: nobody may
 * find out by it who is somebody's client.
 */
public final class CheckChannelHandler implements RequestStreamHandler {

    @Singleton
    @Component(
            modules = {
                HttpModule.class,
                ClockModule.class,
                MembersModule.class,
                ChannelsModule.class,
                ChannelChecksModule.class,
                PhoneNumbersModule.class
            })
    interface Wiring {
        Http http();

        InstantSource clock();

        Members members();

        Channels channels();

        ChannelChecks checks();

        PhoneNumbers phoneNumbers();

        Settings settings();
    }

    private final Http http;
    private final InstantSource clock;
    private final Members members;
    private final Channels channels;
    private final ChannelChecks checks;
    private final ChannelFields channelFields;
    private final String textNumber;

    public CheckChannelHandler() {
        this(DaggerCheckChannelHandler_Wiring.create());
        Priming.of(this, "POST /api/channels/check");
    }

    CheckChannelHandler(Wiring wiring) {
        http = wiring.http();
        clock = wiring.clock();
        members = wiring.members();
        channels = wiring.channels();
        checks = wiring.checks();
        channelFields = new ChannelFields(wiring.phoneNumbers());
        textNumber = wiring.settings().require("TEXT_NUMBER");
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        http.answer(event, answer, context, request -> check(request, context));
    }

    private ApiResponse check(ApiRequest request, Context context) {
        Member caseworker = Caller.as(Role.CASEWORKER, members.find(request.member()));
        Fields fields = request.fields();
        ChannelAddress address = channelFields.one(fields);
        fields.verify();
        Instant now = clock.instant();
        checks.enoughUntil(caseworker, now).ifPresent(until -> {
            throw new TooManyRequests(Duration.between(now, until));
        });
        Channel channel = channels.find(address);
        Channel seen = channel.asSeenBy(
                caseworker.organization(),
                channel.version() > 0
                        && !channel.organizations().contains(caseworker.organization())
                        && checks.holds(caseworker.organization(), address));
        Log.line("channel checked")
                .with(Log.Field.MEMBER, caseworker.id().value())
                .with(Log.Field.CHANNEL, address.kind())
                .with(Log.Field.STATE, seen.state())
                .to(context);
        return ApiResponse.ok(json -> ChannelResource.write(json, seen, textNumber));
    }
}
