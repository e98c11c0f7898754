package org.warmhandoff.actions.sharewithclient;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.warmhandoff.Ids;
import org.warmhandoff.actions.Town;
import org.warmhandoff.actions.deliver.Deliver;
import org.warmhandoff.actions.deliver.Delivered;
import org.warmhandoff.actions.deliver.Sayings;
import org.warmhandoff.adapters.dynamo.ChannelItem;
import org.warmhandoff.adapters.dynamo.ClientFacts;
import org.warmhandoff.adapters.dynamo.CloseOwedToClients;
import org.warmhandoff.adapters.dynamo.DynamoClientBaskets;
import org.warmhandoff.adapters.dynamo.DynamoClientBook;
import org.warmhandoff.adapters.dynamo.DynamoReferrals;
import org.warmhandoff.adapters.dynamo.DynamoSendings;
import org.warmhandoff.adapters.dynamo.DynamoShares;
import org.warmhandoff.adapters.dynamo.MemoryTable;
import org.warmhandoff.adapters.dynamo.MessageItem;
import org.warmhandoff.adapters.dynamo.MessageNews;
import org.warmhandoff.adapters.dynamo.OwedToClients;
import org.warmhandoff.adapters.dynamo.WaitingReferrals;
import org.warmhandoff.adapters.dynamo.Write;
import org.warmhandoff.adapters.http.Answer;
import org.warmhandoff.adapters.http.Events;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.adapters.mail.MailTexts;
import org.warmhandoff.adapters.pages.Brand;
import org.warmhandoff.adapters.sms.Texts;
import org.warmhandoff.channel.Channel;
import org.warmhandoff.channel.ChannelAddress;
import org.warmhandoff.channel.ChannelConsent;
import org.warmhandoff.channel.How;
import org.warmhandoff.client.Client;
import org.warmhandoff.client.ClientBook;
import org.warmhandoff.client.ClientId;
import org.warmhandoff.client.SafeContact;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.contact.PhoneNumber;
import org.warmhandoff.contact.PhoneNumbers;
import org.warmhandoff.link.Link;
import org.warmhandoff.link.Purpose;
import org.warmhandoff.link.Target;
import org.warmhandoff.link.TokenHash;
import org.warmhandoff.listing.Listing;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.listing.ListingToSave;
import org.warmhandoff.listing.Network;
import org.warmhandoff.member.Member;
import org.warmhandoff.member.MemberId;
import org.warmhandoff.member.Members;
import org.warmhandoff.message.LateMessages;
import org.warmhandoff.message.MessageKey;
import org.warmhandoff.message.Outgoing;
import org.warmhandoff.message.OutgoingMail;
import org.warmhandoff.message.OutgoingText;
import org.warmhandoff.message.Submission;
import org.warmhandoff.referral.Activity;
import org.warmhandoff.referral.Actor;
import org.warmhandoff.referral.Basket;
import org.warmhandoff.referral.Consent;
import org.warmhandoff.referral.History;
import org.warmhandoff.referral.Move;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.referral.ReferralId;
import org.warmhandoff.referral.Sendings;
import org.warmhandoff.share.ClientBaskets;
import org.warmhandoff.share.ShareId;
import org.warmhandoff.share.Shares;
import org.warmhandoff.wiring.Settings;

/** A town with a client who is told at once and asked a week later: the handler that shares, the one sender, and time that passes. */
public final class Series {

    public static final ChannelAddress MAIL = new ChannelAddress.Email(new EmailAddress("ann@client.example"));
    public static final ChannelAddress TEXT = new ChannelAddress.Text(new PhoneNumber("+19375550155"));
    static final String ANN = "client-ann";

    /** A message that a provider took, when. */
    public record Taken(Instant at, Outgoing message) {
        public String to() {
            return switch (message) {
                case OutgoingMail mail -> mail.to().value();
                case OutgoingText text -> text.to().value();
            };
        }

        public String words() {
            return switch (message) {
                case OutgoingMail mail -> mail.subject() + "\n" + mail.text();
                case OutgoingText text -> text.body();
            };
        }
    }

    public final Town town = new Town();
    public final List<Taken> sent = new ArrayList<>();
    final Map<MessageKey, Instant> alarms = new LinkedHashMap<>();
    Submission textSubmission = new Submission.Accepted("text-1");
    Runnable beforeSending = () -> {};
    Shares.Limits limits = new Shares.Limits(4, 60);

    public final Ids ids = new CountingIds();
    private final Brand brand =
            new Brand("Warm Handoff", "https://w.example", "1 Main St", "+19374010653", "+19375550100", "");
    private final Deliver deliver = new Deliver(
            town.table(),
            new Sayings(
                    new MailTexts(brand),
                    new Texts(brand),
                    new WaitingReferrals(town.table()),
                    new ClientFacts(town.table(), town.addressKey()),
                    new OwedToClients(town.table(), town.addressKey(), ids)),
            new MessageNews(ids),
            mail -> taken(mail, new Submission.Accepted("mail-" + sent.size())),
            text -> taken(text, textSubmission),
            (message, time) -> alarms.put(message, time),
            new Queue(),
            brand.publicAddress(),
            town.clock(),
            ids);

    private final ShareWithClientHandler.Wiring wiring = new ShareWithClientHandler.Wiring() {
        @Override
        public Http http() {
            return town.http();
        }

        @Override
        public InstantSource clock() {
            return town.clock();
        }

        @Override
        public Ids ids() {
            return ids;
        }

        @Override
        public Members members() {
            return town.members();
        }

        @Override
        public ClientBook clientBook() {
            return book();
        }

        @Override
        public Shares shares() {
            return new DynamoShares(town.table(), town.addressKey(), ids);
        }

        @Override
        public Shares.Limits limits() {
            return limits;
        }

        @Override
        public PhoneNumbers phoneNumbers() {
            return town.phoneNumbers();
        }

        @Override
        public Settings settings() {
            return town.settings();
        }
    };

    ShareWithClientHandler handler() {
        return new ShareWithClientHandler(wiring);
    }

    public Series() {
        town.save(Town.client(ANN, "Ann", "Anders"));
    }

    public ClientBaskets baskets() {
        return new DynamoClientBaskets(town.table(), town.addressKey(), ids);
    }

    ClientBook book() {
        return new DynamoClientBook(town.table(), new CloseOwedToClients(town.clock(), ids));
    }

    // ---- referring

    Listing listing(String id, String program, boolean safety) {
        ListingToSave plain = Town.outOfNetwork(program, id + "@valley.example");
        return town.save(
                new ListingId(id),
                new ListingToSave(
                        plain.program(),
                        plain.organization(),
                        Network.IN,
                        plain.needs(),
                        plain.description(),
                        plain.address(),
                        false,
                        plain.zip(),
                        plain.timeZone(),
                        plain.hours(),
                        plain.phones(),
                        plain.languages(),
                        plain.eligibility(),
                        plain.howToApply(),
                        plain.documents(),
                        plain.website(),
                        false,
                        safety,
                        false,
                        false,
                        plain.referralEmail()));
    }

    Member dana() {
        return town.members().find(new MemberId(Town.CASEWORKER)).orElseThrow();
    }

    List<Referral> refer(String client, Listing... listings) {
        DynamoSendings sendings = new DynamoSendings(town.table(), ids);
        Sendings.Ingredients read = sendings.gather(
                dana(),
                new ClientId(client),
                List.of(listings).stream().map(Listing::id).toList(),
                Optional.empty(),
                town.now());
        List<Referral> basket = new Basket(
                        dana(),
                        read.sender(),
                        read.client().orElseThrow(),
                        read.listings(),
                        Optional.of(Consent.Method.VERBAL),
                        "")
                .send(() -> new ReferralId(ids.next()), town.now());
        sendings.send(dana(), basket, Optional.empty(), 500, town.now());
        return basket;
    }

    /** The seed's basket. */
    public List<Referral> threeResources() {
        return refer(
                ANN,
                listing("pantry", "Food Pantry", false),
                listing("shelter", "Homeless Shelter", false),
                listing("legal", "Legal Aid", false));
    }

    // ---- sharing

    static Map<String, Object> body(List<Referral> referrals) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(
                "referralIds",
                referrals.stream().map(referral -> referral.id().value()).toList());
        body.put("email", MAIL.value());
        body.put("phone", "(937) 555-0155");
        body.put("consent", true);
        return body;
    }

    Answer share(Object body) {
        return event(body).to(handler());
    }

    Events.Event event(Object body) {
        return Events.signedIn(Town.CASEWORKER).post("/api/shares").json(body);
    }

    /** Shares by both channels. */
    public ShareId shared(List<Referral> referrals) {
        return new ShareId(share(body(referrals)).at("/shareId").asText());
    }

    /** Shares by the other channel than this field of the body names. */
    public ShareId shared(List<Referral> referrals, String without) {
        Map<String, Object> body = body(referrals);
        body.remove(without);
        return new ShareId(share(body).at("/shareId").asText());
    }

    // ---- delivering

    Delivered deliver(MessageKey key) {
        return deliver.deliver(key);
    }

    /** What the stream and the sweep do: everything that is due now is delivered, and what that makes due. */
    public void run() {
        for (int round = 0; round < 10; round++) {
            List<MessageKey> due = due();
            if (due.isEmpty()) {
                return;
            }
            due.forEach(this::deliver);
        }
    }

    /** Everything that is still owed, by when it is looked at next. */
    public Map<MessageKey, Instant> owed() {
        Map<MessageKey, Instant> owed = new TreeMap<>(Comparator.comparing(MessageKey::text));
        town.table().everything().stream()
                .filter(item -> item.key().sk().startsWith(MessageKey.PREFIX))
                .map(MessageItem::fromItem)
                .forEach(message -> message.nextLook().ifPresent(look -> owed.put(message.key(), look)));
        return owed;
    }

    private List<MessageKey> due() {
        return owed().entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(town.now()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Visits every due instant on the way. */
    public void pass(Duration time) {
        Instant end = town.now().plus(time);
        while (true) {
            Optional<Instant> next =
                    owed().values().stream().filter(at -> !at.isAfter(end)).min(Comparator.naturalOrder());
            if (next.isEmpty()) {
                break;
            }
            if (next.get().isAfter(town.now())) {
                town.pass(Duration.between(town.now(), next.get()));
            }
            run();
        }
        town.pass(Duration.between(town.now(), end));
    }

    private Submission taken(Outgoing message, Submission submission) {
        beforeSending.run();
        if (submission instanceof Submission.Accepted) {
            sent.add(new Taken(town.now(), message));
        }
        return submission;
    }

    List<Taken> texts() {
        return sent.stream()
                .filter(one -> one.message() instanceof OutgoingText)
                .toList();
    }

    List<Taken> mails() {
        return sent.stream()
                .filter(one -> one.message() instanceof OutgoingMail)
                .toList();
    }

    // ---- looking

    public Referral referral(Referral before) {
        return referrals()
                .asSender(new MemberId(Town.CASEWORKER), before.id())
                .found()
                .orElseThrow();
    }

    public History history(Referral referral) {
        return referrals().history(referral);
    }

    public List<String> activity(Referral referral) {
        return history(referral).activity().stream().map(Activity::text).toList();
    }

    DynamoReferrals referrals() {
        return new DynamoReferrals(town.table(), ids);
    }

    public Channel channel(ChannelAddress address) {
        return ChannelItem.of(town.table().get(ChannelItem.key(town.addressKey(), address)), address);
    }

    /** As STOP or the page of the link does it. */
    public void optOut(ChannelAddress address, How how) {
        Channel before = channel(address);
        Channel after = before.optOut(how, town.now());
        town.table().write(ChannelItem.save(town.addressKey(), before, after));
    }

    public void withdraw(Referral referral) {
        Move move = referral(referral).withdraw(Actor.member("Dana Ortiz"), town.now());
        referrals().save(referral(referral), (Move.Moved) move);
    }

    void accept(Referral referral) {
        Move move = referral(referral).accept(Actor.staffOf("Food Pantry"), town.now());
        referrals().save(referral(referral), (Move.Moved) move);
    }

    /** As the page of the question takes it. */
    public void answer(Referral referral, ShareId share, org.warmhandoff.referral.Answer answer) {
        ClientBaskets baskets = baskets();
        Link link = new Link(
                TokenHash.of("a token of tests"),
                Purpose.FEEDBACK,
                new Target.Question(share, referral.id(), MAIL),
                town.now(),
                Optional.empty(),
                Optional.empty());
        baskets.answer(baskets.question(link, (Target.Question) link.target()).orElseThrow(), answer, town.now());
    }

    /** What the provider of texts says from now on. */
    public void answerTexts(Submission submission) {
        textSubmission = submission;
    }

    /** Another share to the address, as far as its channel sees it. */
    public Write touch(ChannelAddress address) {
        Channel before = channel(address);
        return ChannelItem.save(
                town.addressKey(),
                before,
                before.sharedBy(Town.VALLEY, ChannelConsent.givenTo(new MemberId(Town.VALLEY_CASEWORKER), town.now())));
    }

    /** What sharing one more referral by text to this number is refused with. */
    public String refusal(String number) {
        Map<String, Object> body = body(refer(ANN, listing("one-more", "One More Pantry", false)));
        body.remove("email");
        body.put("phone", number);
        Answer answer = share(body);
        if (answer.status() != 409) {
            throw new AssertionError(answer.body());
        }
        return answer.body();
    }

    void optIn(ChannelAddress address, How how) {
        Channel before = channel(address);
        town.table().write(ChannelItem.save(town.addressKey(), before, before.optIn(how, town.now())));
    }

    Client ann() {
        return book().find(Town.HARBOR, new ClientId(ANN)).orElseThrow();
    }

    void doNotContact() {
        Optional<Client> before = Optional.of(ann());
        Client ann = ann();
        Client changed = new Client(
                ann.organization(),
                ann.id(),
                ann.name(),
                ann.birthDate(),
                ann.gender(),
                ann.household(),
                ann.address(),
                ann.zip(),
                ann.timeZone(),
                ann.language(),
                ann.needs(),
                ann.emails(),
                ann.phones(),
                new SafeContact(true, ""),
                ann.version());
        book().save(before, changed.after(before));
    }

    MemoryTable table() {
        return town.table();
    }

    private final class Queue implements LateMessages {
        @Override
        public void put(MessageKey message, Duration delay) {
            alarms.put(message, town.now().plus(delay));
        }

        @Override
        public void putAll(List<MessageKey> messages) {
            messages.forEach(message -> put(message, Duration.ZERO));
        }
    }

    private static final class CountingIds implements Ids {
        private int count;

        @Override
        public String next() {
            return String.format("01KAMQ%020d", ++count);
        }

        @Override
        public String token128() {
            return String.format("t%021d", ++count);
        }

        @Override
        public String token256() {
            return String.format("m%042d", ++count);
        }
    }
}
