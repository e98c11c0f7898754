package org.warmhandoff.actions.deliveryevents;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.adapters.dynamo.AddressKey;
import org.warmhandoff.adapters.dynamo.ChannelItem;
import org.warmhandoff.adapters.dynamo.MessageItem;
import org.warmhandoff.adapters.dynamo.Table;
import org.warmhandoff.adapters.dynamo.Write;
import org.warmhandoff.channel.Channel;
import org.warmhandoff.channel.ChannelAddress;
import org.warmhandoff.channel.How;
import org.warmhandoff.message.CloseReason;
import org.warmhandoff.message.Content;
import org.warmhandoff.message.Message;
import org.warmhandoff.message.MessageKey;
import org.warmhandoff.message.Report;

/**
 * What a report says of a client's address: writes for the transaction that hears it. Whoever reads there is not our client, or does not
 * want it: a complaint opts out, and both a complaint and a hard bounce end the pages that were sent there and what is still owed.
 */
final class ClientAddresses {

    private final Table table;
    private final AddressKey addressKey;

    @Inject
    ClientAddresses(Table table, AddressKey addressKey) {
        this.table = table;
        this.addressKey = addressKey;
    }

    /** @param eventId names the job, so that an event that is heard twice owes it once */
    List<Write> writes(String eventId, Content content, Report.Verdict verdict, Instant now) {
        return switch (verdict) {
            case FINE -> List.of();
            case DEAD -> clientOf(content).map(to -> dead(eventId, to, now)).orElse(List.of());
            case UNWANTED ->
                clientOf(content).map(to -> unwanted(eventId, to, now)).orElse(List.of());
        };
    }

    private List<Write> dead(String eventId, ChannelAddress to, Instant now) {
        Channel channel = find(to);
        CloseReason reason = switch (to.kind()) {
            case EMAIL -> CloseReason.BOUNCED;
            case SMS -> CloseReason.FAILED;
        };
        return List.of(ChannelItem.save(addressKey, channel, channel.endLinks(now)), close(eventId, to, reason, now));
    }

    private List<Write> unwanted(String eventId, ChannelAddress to, Instant now) {
        Channel channel = find(to);
        return switch (to.kind()) {
            case EMAIL ->
                List.of(
                        ChannelItem.save(
                                addressKey,
                                channel,
                                channel.optOut(How.COMPLAINT, now).endLinks(now)),
                        close(eventId, to, CloseReason.OPTED_OUT, now));
            // As after STOP: the pages stay, and START brings back what is not yet due.
            case SMS -> List.of(ChannelItem.save(addressKey, channel, channel.optOut(How.CARRIER, now)));
        };
    }

    private Channel find(ChannelAddress to) {
        return ChannelItem.of(table.get(ChannelItem.key(addressKey, to)), to);
    }

    private Write close(String eventId, ChannelAddress to, CloseReason reason, Instant now) {
        return MessageItem.put(Message.owed(
                MessageKey.of(addressKey.partition(to), "CLOSE", eventId),
                new Content.CloseOwedOnChannel(to, reason),
                now));
    }

    private static Optional<ChannelAddress> clientOf(Content content) {
        return switch (content) {
            case Content.FirstMessage first -> Optional.of(first.to());
            case Content.FollowUp asked -> Optional.of(asked.to());
            case Content.ReferralMail mail -> Optional.empty();
            case Content.AddressChange mail -> Optional.empty();
            case Content.TextReply reply -> Optional.empty();
            case Content.SendOpenAgain work -> Optional.empty();
            case Content.CloseOwedOnChannel work -> Optional.empty();
            case Content.CloseOwedToClient work -> Optional.empty();
        };
    }
}
