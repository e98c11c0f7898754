package org.warmhandoff.adapters.dynamo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.warmhandoff.Ids;
import org.warmhandoff.channel.ChannelAddress;
import org.warmhandoff.client.ClientId;
import org.warmhandoff.message.Change;
import org.warmhandoff.message.CloseReason;
import org.warmhandoff.message.Message;
import org.warmhandoff.message.MessageKey;
import org.warmhandoff.organization.OrganizationId;
import org.warmhandoff.referral.Box;
import org.warmhandoff.referral.Referral;

/**
 * Closes what is owed to clients and no longer wanted, some at a time, each with its reason in the activity. What is being sent at this
 * moment is left alone: its record decides, and a claim that comes later finds the opt-out itself.
 */
public final class OwedToClients {

    private static final int SHARES_AT_A_TIME = 1;
    private static final int REFERRALS_AT_A_TIME = 10;
    private static final int ROUNDS = 5;

    private final Table table;
    private final AddressKey addressKey;
    private final MessageNews news;

    public OwedToClients(Table table, AddressKey addressKey, Ids ids) {
        this.table = table;
        this.addressKey = addressKey;
        this.news = new MessageNews(ids);
    }

    /**
     * Goes on closing what is owed on a channel.
     *
     * @return where to go on; empty when this was all
     */
    public Optional<String> closeOn(ChannelAddress channel, CloseReason reason, String place, Instant now) {
        Page shares = table.query(Query.of(addressKey.partition(channel))
                .beginsWith(Keys.CHANNEL_SHARE)
                .limit(SHARES_AT_A_TIME)
                .from(position(place)));
        shares.items().forEach(share -> closeAll(ChannelShareItem.messages(share), reason, now));
        return shares.next().map(Position::cursor);
    }

    /** Goes on closing what is owed to a client, of all their referrals in either of the sender's boxes. */
    public Optional<String> closeTo(
            OrganizationId organization, ClientId client, CloseReason reason, String place, Instant now) {
        Box box = place.startsWith(Box.HISTORY.name()) ? Box.HISTORY : Box.OUTBOUND;
        String cursor =
                place.startsWith(box.name()) ? place.substring(box.name().length()) : place;
        Page page = table.query(Query.of(Index.G3, Keys.boxOfClient(organization, client, box))
                .limit(REFERRALS_AT_A_TIME)
                .from(position(cursor)));
        page.items().stream().map(ReferralItem::fromRow).forEach(referral -> closeAll(messages(referral), reason, now));
        Optional<String> next = page.next().map(position -> box.name() + position.cursor());
        return next.isPresent() || box == Box.HISTORY ? next : Optional.of(Box.HISTORY.name());
    }

    /** The first messages of a referral's shares, and what it asks itself. */
    private List<MessageKey> messages(Referral referral) {
        List<MessageKey> keys = new ArrayList<>();
        referral.shares().forEach(shared -> {
            keys.add(MessageKey.first(shared.share(), shared.channel()));
            keys.add(MessageKey.followUp(referral.id(), shared.share(), shared.channel()));
        });
        return keys;
    }

    private void closeAll(List<MessageKey> keys, CloseReason reason, Instant now) {
        Map<Key, Item> read =
                Batches.read(table, keys.stream().map(Keys::message).toList());
        keys.stream()
                .map(Keys::message)
                .map(read::get)
                .flatMap(item -> Optional.ofNullable(item).stream())
                .map(MessageItem::fromItem)
                .forEach(message -> close(message, reason, now));
    }

    /** Closes one message with its news. Where somebody was faster it looks again. */
    public void close(MessageKey key, CloseReason reason, Instant now) {
        MessageItem.of(table.get(Keys.message(key))).ifPresent(message -> close(message, reason, now));
    }

    private void close(Message read, CloseReason reason, Instant now) {
        Optional<Message> standing = Optional.of(read);
        for (int round = 0; round < ROUNDS && standing.isPresent(); round++) {
            Message message = standing.get();
            if (!(message.close(reason, now) instanceof Change.Changed(Message closed))
                    || table.write(closing(message, closed, now)).done()) {
                return;
            }
            standing = MessageItem.of(table.get(Keys.message(message.key())));
        }
    }

    private List<Write> closing(Message message, Message closed, Instant now) {
        List<Write> writes = new ArrayList<>();
        writes.add(MessageItem.save(closed, message));
        writes.addAll(news.of(message, closed, now));
        return writes;
    }

    private static Optional<Position> position(String cursor) {
        return cursor.isEmpty() ? Optional.empty() : Optional.of(Position.parse(cursor));
    }
}
