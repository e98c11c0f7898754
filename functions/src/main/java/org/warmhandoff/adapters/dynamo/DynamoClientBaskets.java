package org.warmhandoff.adapters.dynamo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.warmhandoff.Ids;
import org.warmhandoff.channel.ChannelAddress;
import org.warmhandoff.channel.ChannelKind;
import org.warmhandoff.link.Link;
import org.warmhandoff.link.Target;
import org.warmhandoff.listing.Listing;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.message.Message;
import org.warmhandoff.message.MessageKey;
import org.warmhandoff.referral.Activity;
import org.warmhandoff.referral.Actor;
import org.warmhandoff.referral.Answer;
import org.warmhandoff.referral.Barrier;
import org.warmhandoff.referral.ClientAnswer;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.referral.ReferralId;
import org.warmhandoff.share.AnswerEffects;
import org.warmhandoff.share.ClientBaskets;
import org.warmhandoff.share.OpenQuestion;
import org.warmhandoff.share.Share;
import org.warmhandoff.share.ShareId;

/** Baskets as their clients see them, and their answers, in the table. */
public final class DynamoClientBaskets implements ClientBaskets {

    private static final int MOST_TRIES = 8;

    private final Table table;
    private final AddressKey addressKey;
    private final Ids ids;

    public DynamoClientBaskets(Table table, AddressKey addressKey, Ids ids) {
        this.table = table;
        this.addressKey = addressKey;
        this.ids = ids;
    }

    @Override
    public Optional<Page> page(Link link, Target.Basket basket, Instant now) {
        return table.get(ShareItem.key(basket.share()))
                .map(ShareItem::fromItem)
                .flatMap(share -> page(share, link, basket.channel(), now));
    }

    private Optional<Page> page(Share share, Link link, ChannelAddress channel, Instant now) {
        List<Key> referralKeys = share.referrals().stream().map(Keys::referral).toList();
        List<Key> keys = new ArrayList<>(referralKeys);
        keys.add(ChannelItem.key(addressKey, channel));
        Map<Key, Item> read = table.getAll(keys);
        if (!ChannelItem.in(read, addressKey, channel).opens(link)) {
            return Optional.empty();
        }
        List<Referral> referrals =
                referralKeys.stream().map(read::get).map(ReferralItem::from).toList();
        // The text's letter is shown whichever link opened the page: who reads the email may answer by text.
        List<Key> besides = new ArrayList<>(referrals.stream()
                .map(referral -> Keys.listing(referral.receiver().listing()))
                .distinct()
                .toList());
        referrals.forEach(referral -> besides.addAll(askedByText(referral)));
        Map<Key, Item> found = table.getAll(besides);
        Map<ListingId, Listing> listings = new HashMap<>();
        Map<ReferralId, String> letters = new HashMap<>();
        for (Referral referral : referrals) {
            ListingItem.in(found, referral.receiver().listing())
                    .ifPresent(listing -> listings.put(listing.id(), listing));
            askedByText(referral).stream()
                    .map(found::get)
                    .flatMap(item -> Optional.ofNullable(item).stream())
                    .map(MessageItem::fromItem)
                    .filter(message -> open(message, now))
                    .forEach(message -> letters.put(referral.id(), message.letter()));
        }
        return Optional.of(new Page(share, referrals, listings, letters));
    }

    /** The follow-up by text, of whichever share. */
    private static List<Key> askedByText(Referral referral) {
        return referral.shares().stream()
                .filter(shared -> shared.channel() == ChannelKind.SMS)
                .map(shared -> Keys.message(MessageKey.followUp(referral.id(), shared.share(), shared.channel())))
                .toList();
    }

    private static boolean open(Message followUp, Instant now) {
        return !followUp.letter().isEmpty()
                && followUp.answer().isEmpty()
                && followUp.sentAt()
                        .filter(asked -> now.isBefore(asked.plus(OpenQuestion.KEPT)))
                        .isPresent();
    }

    @Override
    public Optional<Question> question(Link link, Target.Question asked) {
        return question(asked.share(), asked.referral(), asked.channel(), link);
    }

    @Override
    public Optional<Question> question(Link link, Target.Basket basket, int place) {
        return table.get(ShareItem.key(basket.share()))
                .map(ShareItem::fromItem)
                .flatMap(found -> found.at(place))
                .flatMap(referral -> question(basket.share(), referral, basket.channel(), link));
    }

    /** The same for an answer by text, or when it is read again. */
    Optional<Question> question(ShareId share, ReferralId referral) {
        return read(share, referral, Optional.empty()).question();
    }

    private Optional<Question> question(ShareId share, ReferralId referral, ChannelAddress by, Link link) {
        Read read = read(share, referral, Optional.of(by));
        return ChannelItem.in(read.items(), addressKey, by).opens(link) ? read.question() : Optional.empty();
    }

    private record Read(Map<Key, Item> items, Optional<Question> question) {}

    private Read read(ShareId share, ReferralId referral, Optional<ChannelAddress> by) {
        List<Key> keys = new ArrayList<>(followUpKeys(share, referral));
        keys.add(ShareItem.key(share));
        keys.add(Keys.referral(referral));
        by.map(channel -> ChannelItem.key(addressKey, channel)).ifPresent(keys::add);
        Map<Key, Item> read = new HashMap<>(table.getAll(keys));
        Optional<Share> found = ShareItem.in(read, share)
                .filter(shared -> shared.place(referral).isPresent());
        if (found.isEmpty()) {
            return new Read(read, Optional.empty());
        }
        Referral standing = ReferralItem.from(read.get(Keys.referral(referral)));
        read.putAll(table.getAll(ofOtherShares(standing, share)));
        return new Read(
                read,
                found.map(shared -> new Question(
                        shared, shared.place(referral).orElseThrow(), standing, followUps(read, standing))));
    }

    /** What was shared by one channel first and by the other later is one question to the client all the same. */
    private static List<Key> ofOtherShares(Referral referral, ShareId share) {
        return referral.shares().stream()
                .filter(shared -> !shared.share().equals(share))
                .map(shared -> Keys.message(MessageKey.followUp(referral.id(), shared.share(), shared.channel())))
                .toList();
    }

    private static List<Key> followUpKeys(ShareId share, ReferralId referral) {
        return Stream.of(ChannelKind.values())
                .map(channel -> Keys.message(MessageKey.followUp(referral, share, channel)))
                .toList();
    }

    private static List<Message> followUps(Map<Key, Item> read, Referral referral) {
        return referral.shares().stream()
                .map(shared -> Keys.message(MessageKey.followUp(referral.id(), shared.share(), shared.channel())))
                .map(read::get)
                .flatMap(item -> Optional.ofNullable(item).stream())
                .map(MessageItem::fromItem)
                .toList();
    }

    @Override
    public Said answer(Question read, Answer answer, Instant now) {
        Question standing = read;
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Referral before = standing.referral();
            if (number(before) != number(read.referral())) {
                return new Said.Overtaken(standing);
            }
            Optional<List<Write>> writes = writes(standing, answer, now);
            if (writes.isEmpty() || table.write(writes.get()).done()) {
                return new Said.Done(writes.isEmpty() ? before : after(before, answer, now));
            }
            standing = question(read.share().id(), before.id()).orElseThrow();
        }
        throw new TableBusy("an answer that others keep overtaking");
    }

    /** What an answer changes, for a transaction that may hold more; empty when it is the same answer again to what was answered. */
    Optional<List<Write>> writes(Question question, Answer answer, Instant now) {
        Referral before = question.referral();
        return switch (before.heard(answer, now)) {
            case Referral.Heard.Moved moved -> Optional.of(told(before, moved.referral(), moved.line(), question, now));
            case Referral.Heard.Noted noted -> Optional.of(told(before, noted.referral(), noted.line(), question, now));
            case Referral.Heard.Same same ->
                question.unanswered() ? Optional.of(answered(question, answer, now)) : Optional.empty();
        };
    }

    private List<Write> told(Referral before, Referral after, Activity line, Question question, Instant now) {
        List<Write> writes = new ArrayList<>(ReferralItem.answered(before, after));
        writes.add(ActivityItem.put(after.id(), line, ids.next()));
        writes.addAll(answered(question, after.clientAnswer().orElseThrow().answer(), now));
        return writes;
    }

    /** The questions that it answers, and is not asked any more. */
    private List<Write> answered(Question question, Answer answer, Instant now) {
        List<Write> writes = new ArrayList<>();
        for (AnswerEffects.Effect effect : AnswerEffects.of(question.followUps(), answer, now)) {
            writes.add(MessageItem.save(effect.after(), effect.before()));
        }
        question.followUps().stream()
                .filter(message -> !message.letter().isEmpty())
                .map(message -> OpenQuestionItem.remove(addressKey, message))
                .forEach(writes::add);
        return writes;
    }

    private static Referral after(Referral before, Answer answer, Instant now) {
        return switch (before.heard(answer, now)) {
            case Referral.Heard.Moved moved -> moved.referral();
            case Referral.Heard.Noted noted -> noted.referral();
            case Referral.Heard.Same same -> same.referral();
        };
    }

    private static int number(Referral referral) {
        return referral.clientAnswer().map(ClientAnswer::number).orElse(0);
    }

    @Override
    public Said explain(Question read, Optional<Barrier> barrier, boolean help, Instant now) {
        Question standing = read;
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Referral before = standing.referral();
            if (number(before) != number(read.referral())) {
                return new Said.Overtaken(standing);
            }
            Optional<Referral> after = before.explained(barrier, help);
            if (after.isEmpty()) {
                return new Said.Done(before);
            }
            List<Write> writes = new ArrayList<>(ReferralItem.answered(before, after.get()));
            writes.add(
                    ActivityItem.put(before.id(), Activity.fact(now, Actor.CLIENT, told(barrier, help)), ids.next()));
            if (table.write(writes).done()) {
                return new Said.Done(after.get());
            }
            standing = question(read.share().id(), before.id()).orElseThrow();
        }
        throw new TableBusy("an answer that others keep overtaking");
    }

    private static String told(Optional<Barrier> barrier, boolean help) {
        String why =
                barrier.map(reason -> "What got in the way: " + reason.label()).orElse("");
        String wish = help ? "Would like help with this" : "";
        return why.isEmpty() || wish.isEmpty() ? why + wish : why + ". " + wish;
    }
}
