package org.warmhandoff.adapters.resources;

import java.util.Optional;
import org.warmhandoff.adapters.http.JsonWriter;
import org.warmhandoff.channel.Channel;
import org.warmhandoff.channel.ChannelKind;

/** A channel on the wire: its state, and what to tell a client who opted out. */
public final class ChannelResource {

    private ChannelResource() {}

    public static void write(JsonWriter json, Channel channel, String textNumber) {
        json.put("state", channel.state())
                .put("since", channel.since())
                .put("how", channel.how())
                .put(
                        "tell",
                        channel.optedOut()
                                ? Optional.of(tell(channel.address().kind(), textNumber))
                                : Optional.empty());
    }

    /** @param textNumber ours, E.164 */
    public static String tell(ChannelKind channel, String textNumber) {
        return switch (channel) {
            case SMS ->
                "If the client would like to resume texts, please give them the following instructions:"
                        + " Text START or Yes or UNSTOP to " + shown(textNumber) + ".";
            case EMAIL ->
                "Only the client can resume emails, with the link in an email they have from us. Please ask the client"
                        + " if they would like to receive information on their referrals by text message.";
        };
    }

    private static String shown(String e164) {
        return e164.matches("\\+1\\d{10}")
                ? "(" + e164.substring(2, 5) + ") " + e164.substring(5, 8) + "-" + e164.substring(8)
                : e164;
    }
}
