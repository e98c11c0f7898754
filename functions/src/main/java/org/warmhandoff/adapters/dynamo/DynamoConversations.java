package org.warmhandoff.adapters.dynamo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.warmhandoff.channel.ChannelAddress;
import org.warmhandoff.contact.PhoneNumber;
import org.warmhandoff.share.ClientBaskets;
import org.warmhandoff.share.Conversations;
import org.warmhandoff.share.OpenQuestion;
import org.warmhandoff.share.Share;

/** Texts in the table: one query of the number's partition, one batch, one transaction. */
public final class DynamoConversations implements Conversations {

    private final Table table;
    private final AddressKey addressKey;
    private final DynamoClientBaskets baskets;

    public DynamoConversations(Table table, AddressKey addressKey, DynamoClientBaskets baskets) {
        this.table = table;
        this.addressKey = addressKey;
        this.baskets = baskets;
    }

    @Override
    public Conversation with(PhoneNumber number, String inboundMessageId, Instant now) {
        ChannelAddress address = new ChannelAddress.Text(number);
        Optional<Item> channel = Optional.empty();
        Optional<Item> latestShare = Optional.empty();
        List<OpenQuestion> open = new ArrayList<>();
        for (Item item : table.queryAll(Query.of(addressKey.partition(address)))) {
            if (item.key().equals(addressKey.channel(address))) {
                channel = Optional.of(item);
            } else if (OpenQuestionItem.is(item)) {
                open.add(OpenQuestionItem.fromItem(item));
            } else if (item.key().sk().startsWith(Keys.CHANNEL_SHARE)) {
                latestShare = Optional.of(item);
            }
        }
        List<Key> more = new ArrayList<>();
        more.add(Keys.seenEvent(inboundMessageId));
        latestShare.map(ChannelShareItem::share).map(ShareItem::key).ifPresent(more::add);
        Map<Key, Item> read = table.getAll(more);
        String language = latestShare
                .map(ChannelShareItem::share)
                .flatMap(share -> ShareItem.in(read, share))
                .map(Share::language)
                .orElse("en");
        return new Conversation(
                ChannelItem.of(channel, address),
                read.containsKey(Keys.seenEvent(inboundMessageId)),
                open.stream().filter(question -> question.open(now)).toList(),
                language);
    }

    @Override
    public boolean hear(Conversation read, String inboundMessageId, Effect effect, Instant now) {
        List<Write> writes = new ArrayList<>();
        writes.add(SeenEventItem.put(inboundMessageId, now));
        effect.moved().ifPresent(after -> writes.add(ChannelItem.save(addressKey, read.channel(), after)));
        effect.answer().ifPresent(answer -> writes.addAll(answered(read, answer, now)));
        effect.work().ifPresent(work -> writes.add(MessageItem.put(work)));
        int reply = writes.size();
        effect.reply().ifPresent(message -> writes.add(MessageItem.put(message)));
        return switch (table.write(writes)) {
            case Written.Done done -> true;
            case Written.Refused refused when refused.at(0) -> true;
            // A reply of that name was sent before: what the text changes is kept without it.
            case Written.Refused refused
            when effect.reply().isPresent() && onlyAt(refused, reply) ->
                table.write(writes.subList(0, reply)).done();
            case Written.Refused refused -> false;
        };
    }

    private static boolean onlyAt(Written.Refused refused, int position) {
        return refused.failures().stream().allMatch(failure -> failure.position() == position);
    }

    private List<Write> answered(Conversation read, TextedAnswer answer, Instant now) {
        OpenQuestion question = answer.to();
        ClientBaskets.Question asked =
                baskets.question(question.share(), question.referral()).orElseThrow();
        List<Write> writes =
                new ArrayList<>(baskets.writes(asked, answer.answer(), now).orElseGet(List::of));
        Write closes = OpenQuestionItem.remove(addressKey, read.channel().address(), question);
        if (writes.stream().noneMatch(write -> write.key().equals(closes.key()))) {
            writes.add(closes);
        }
        return writes;
    }

    @Override
    public String ownerOf(PhoneNumber number) {
        return addressKey.partition(new ChannelAddress.Text(number));
    }
}
