package org.warmhandoff.adapters.dynamo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.warmhandoff.channel.Channel;
import org.warmhandoff.channel.ChannelAddress;
import org.warmhandoff.channel.ChannelKind;
import org.warmhandoff.client.Client;
import org.warmhandoff.listing.Listing;
import org.warmhandoff.message.Content;
import org.warmhandoff.message.Message;
import org.warmhandoff.message.MessageKey;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.referral.ReferralId;
import org.warmhandoff.share.Letters;
import org.warmhandoff.share.OpenQuestion;
import org.warmhandoff.share.Share;
import org.warmhandoff.share.ShareId;

/** What decides and fills messages to clients, and what a claim of one holds fast. */
public final class ClientFacts {

    private final Table table;
    private final AddressKey addressKey;
    private final OpenQuestions questions;

    public ClientFacts(Table table, AddressKey addressKey) {
        this.table = table;
        this.addressKey = addressKey;
        this.questions = new OpenQuestions(table, addressKey);
    }

    /** What is read in one batch with a message of a client's series: what its key alone tells. */
    public static Collection<Key> beside(MessageKey message) {
        List<Key> keys = new ArrayList<>();
        message.share().map(ShareItem::key).ifPresent(keys::add);
        message.askedAbout().map(ReferralItem::key).ifPresent(keys::add);
        return keys;
    }

    // ---- the first message

    /** @param referrals in basket order, as far as they are there */
    public record First(
            Share share, List<Referral> referrals, Channel channel, Optional<Client> client, Map<Key, Item> read) {

        public boolean doNotContact() {
            return client.filter(Client::doNotContact).isPresent();
        }

        /** What the client reads now, whatever it was when the basket was shared. */
        public String language() {
            return client.map(Client::language).orElse(share.language());
        }

        public Optional<Listing> listing(Referral referral) {
            return ListingItem.in(read, referral.receiver().listing());
        }
    }

    /** In the end also the client and, where an email names them, the listings. */
    public Collection<Key> keys(Content.FirstMessage message, Map<Key, Item> read) {
        List<Key> keys = new ArrayList<>();
        keys.add(ShareItem.key(message.share()));
        keys.add(ChannelItem.key(addressKey, message.to()));
        message.referrals().forEach(referral -> keys.add(ReferralItem.key(referral)));
        keys.addAll(clientKey(read, message.share()));
        if (message.to().kind() == ChannelKind.EMAIL) {
            referrals(read, message.referrals())
                    .forEach(referral ->
                            keys.add(ListingItem.key(referral.receiver().listing())));
        }
        return keys;
    }

    public Optional<First> first(Map<Key, Item> read, Content.FirstMessage message) {
        return ShareItem.in(read, message.share())
                .map(share -> new First(
                        share,
                        referrals(read, share.referrals()),
                        ChannelItem.in(read, addressKey, message.to()),
                        ClientItem.in(read, share.organization(), share.client()),
                        read));
    }

    /** That nobody opted out, the client may be contacted, and what they are told of still stands as it was decided on. */
    public List<Write> unchanged(Share share, ChannelAddress to, List<Referral> told) {
        List<Write> checks = new ArrayList<>();
        checks.add(ChannelItem.checkNotOptedOut(addressKey, to));
        checks.add(contactAllowed(share));
        told.forEach(referral -> checks.add(asDecidedOn(referral)));
        return checks;
    }

    // ---- a follow-up

    public record Asked(
            Share share,
            Referral referral,
            Channel channel,
            Optional<Client> client,
            Optional<Message> elsewhere,
            long askedBefore) {

        public boolean doNotContact() {
            return client.filter(Client::doNotContact).isPresent();
        }

        public String language() {
            return client.map(Client::language).orElse(share.language());
        }
    }

    /** In the end also the client, and the same question by the other channel where that was shared at another time. */
    public Collection<Key> keys(Content.FollowUp message, Map<Key, Item> read) {
        List<Key> keys = new ArrayList<>(List.of(
                ShareItem.key(message.share()),
                ReferralItem.key(message.referral()),
                ChannelItem.key(addressKey, message.to()),
                Keys.message(elsewhere(message, message.share()))));
        keys.addAll(clientKey(read, message.share()));
        Optional.ofNullable(read.get(ReferralItem.key(message.referral())))
                .map(ReferralItem::from)
                .flatMap(referral -> elsewhere(message, referral))
                .map(Keys::message)
                .ifPresent(keys::add);
        return keys;
    }

    public Optional<Asked> asked(Map<Key, Item> read, Content.FollowUp message) {
        return ShareItem.in(read, message.share())
                .flatMap(share -> Optional.ofNullable(read.get(ReferralItem.key(message.referral())))
                        .map(ReferralItem::from)
                        .map(referral -> new Asked(
                                share,
                                referral,
                                ChannelItem.in(read, addressKey, message.to()),
                                ClientItem.in(read, share.organization(), share.client()),
                                elsewhere(message, referral)
                                        .flatMap(key -> Optional.ofNullable(read.get(Keys.message(key))))
                                        .map(MessageItem::fromItem),
                                ChannelItem.asked(read, addressKey, message.to()))));
    }

    /** That the referral still stands as it was decided on, the client may be contacted, and nobody answered elsewhere meanwhile. */
    public List<Write> unchanged(Asked facts) {
        List<Write> checks = new ArrayList<>();
        checks.add(asDecidedOn(facts.referral()));
        checks.add(contactAllowed(facts.share()));
        facts.elsewhere()
                .filter(message -> message.answer().isEmpty())
                .ifPresent(message -> checks.add(Write.check(Keys.message(message.key()), Condition.absent("answer"))));
        return checks;
    }

    public Write notOptedOut(ChannelAddress to) {
        return ChannelItem.checkNotOptedOut(addressKey, to);
    }

    /** The letter of a question that is about to be asked by text. On a number that was never asked anything, nothing is open. */
    public Letters.Given letter(Message question, ChannelAddress to, Asked facts, Instant now) {
        return Letters.letter(question.key(), facts.askedBefore() == 0 ? List.of() : questions.on(to, now));
    }

    /** Opens the question under its letter: refused on an opted-out number, and where another question was opened meanwhile. */
    public List<Write> open(Message question, Content.FollowUp asked, Asked facts, Letters.Given letter, Instant now) {
        List<Write> writes = new ArrayList<>();
        writes.add(ChannelItem.ask(addressKey, asked.to(), facts.askedBefore()));
        writes.add(OpenQuestionItem.put(
                addressKey,
                asked.to(),
                new OpenQuestion(
                        question.key(),
                        asked.share(),
                        asked.referral(),
                        asked.place(),
                        question.dueAt(),
                        now,
                        letter.letter())));
        letter.from().ifPresent(oldest -> writes.add(OpenQuestionItem.remove(addressKey, asked.to(), oldest)));
        return writes;
    }

    // ---- both

    /** What an opted-out answer of the carrier makes true. */
    public List<Write> optedOutAtCarrier(ChannelAddress to, Instant now) {
        return List.of(ChannelItem.optOut(addressKey, to, org.warmhandoff.channel.How.CARRIER, now));
    }

    private static List<Key> clientKey(Map<Key, Item> read, ShareId id) {
        return ShareItem.in(read, id).stream()
                .map(share -> ClientItem.key(share.organization(), share.client()))
                .toList();
    }

    private static List<Referral> referrals(Map<Key, Item> read, List<ReferralId> ids) {
        return ids.stream()
                .map(id -> Optional.ofNullable(read.get(ReferralItem.key(id))))
                .flatMap(Optional::stream)
                .map(ReferralItem::from)
                .toList();
    }

    private static Write asDecidedOn(Referral referral) {
        return Write.check(ReferralItem.key(referral.id()), Condition.is(ReferralItem.VERSION, referral.version()));
    }

    private static Write contactAllowed(Share share) {
        return Write.check(
                ClientItem.key(share.organization(), share.client()), Condition.isNot(ClientItem.DO_NOT_CONTACT, true));
    }

    private static Optional<MessageKey> elsewhere(Content.FollowUp message, Referral referral) {
        return referral.shares().stream()
                .filter(shared -> shared.channel() == other(message))
                .map(shared -> elsewhere(message, shared.share()))
                .findFirst();
    }

    private static MessageKey elsewhere(Content.FollowUp message, ShareId share) {
        return MessageKey.followUp(message.referral(), share, other(message));
    }

    private static ChannelKind other(Content.FollowUp message) {
        return switch (message.to().kind()) {
            case EMAIL -> ChannelKind.SMS;
            case SMS -> ChannelKind.EMAIL;
        };
    }
}
