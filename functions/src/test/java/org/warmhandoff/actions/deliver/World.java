package org.warmhandoff.actions.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.warmhandoff.Ids;
import org.warmhandoff.actions.Town;
import org.warmhandoff.adapters.dynamo.ClientFacts;
import org.warmhandoff.adapters.dynamo.DueMessages;
import org.warmhandoff.adapters.dynamo.DynamoLinks;
import org.warmhandoff.adapters.dynamo.DynamoMailSettings;
import org.warmhandoff.adapters.dynamo.DynamoReferrals;
import org.warmhandoff.adapters.dynamo.DynamoSendings;
import org.warmhandoff.adapters.dynamo.Keys;
import org.warmhandoff.adapters.dynamo.MemoryTable;
import org.warmhandoff.adapters.dynamo.MemoryTable.Fault;
import org.warmhandoff.adapters.dynamo.MessageItem;
import org.warmhandoff.adapters.dynamo.MessageNews;
import org.warmhandoff.adapters.dynamo.OwedToClients;
import org.warmhandoff.adapters.dynamo.ReferralItem;
import org.warmhandoff.adapters.dynamo.SendAgain;
import org.warmhandoff.adapters.dynamo.TableBusy;
import org.warmhandoff.adapters.dynamo.WaitingReferrals;
import org.warmhandoff.adapters.dynamo.Write;
import org.warmhandoff.adapters.mail.MailTexts;
import org.warmhandoff.adapters.pages.Brand;
import org.warmhandoff.adapters.sms.Texts;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.link.Link;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.listing.MailState;
import org.warmhandoff.member.Member;
import org.warmhandoff.member.Role;
import org.warmhandoff.message.Change;
import org.warmhandoff.message.Content;
import org.warmhandoff.message.LateMessages;
import org.warmhandoff.message.Message;
import org.warmhandoff.message.MessageKey;
import org.warmhandoff.message.MessageState;
import org.warmhandoff.message.OutgoingMail;
import org.warmhandoff.message.Submission;
import org.warmhandoff.participant.Participant;
import org.warmhandoff.referral.Actor;
import org.warmhandoff.referral.ClientSnapshot;
import org.warmhandoff.referral.Consent;
import org.warmhandoff.referral.Delivery;
import org.warmhandoff.referral.Move;
import org.warmhandoff.referral.Receiver;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.referral.ReferralId;
import org.warmhandoff.referral.Sender;

/**
 * A town whose messages are delivered by everything that delivers: the stream, the queue, timers and the sweep, on one thread and with a
 * clock of its own. A test says at which call what goes wrong.
 */
final class World {

    static final String ADDRESS = "intake@valley.example";
    static final ReferralId REFERRAL = new ReferralId("01REFERRAL0000000000000000");
    static final MessageKey MAIL = MessageKey.mail(REFERRAL, 0);

    private static final ListingId LISTING = new ListingId("apple");
    private static final Pattern TOKEN = Pattern.compile("/[rmua]/([A-Za-z0-9_-]{43})");
    private static final Duration GRACE = Duration.ofMinutes(1);

    private record Queued(MessageKey message, Instant at) {}

    /** The end of the process while the provider was being called. */
    private static final class Died extends Error {
        private static final long serialVersionUID = 1;
    }

    final Town town = new Town();
    final MemoryTable table = town.table();

    /** What the provider took. */
    final List<OutgoingMail> mails = new ArrayList<>();

    /** What the provider was asked to take. */
    int tries;

    final Deque<Submission> answers = new ArrayDeque<>();
    Optional<Submission> always = Optional.empty();
    final List<Instant> timers = new ArrayList<>();
    final List<MessageKey> queued = new ArrayList<>();
    boolean timersDead;
    int stranded;
    boolean sentAfterOptOut;

    private final Deque<Queued> queue = new ArrayDeque<>();
    private final Deque<Boolean> deaths = new ArrayDeque<>();
    private final Map<Integer, Fault> faults = new HashMap<>();
    private final Map<Integer, Runnable> hooks = new HashMap<>();
    private Optional<Runnable> beforeClaim = Optional.empty();
    private boolean claimCarriedOut;
    private boolean quiet;
    private int calls;
    private boolean optedOutBeforeClaim;

    private final Ids ids = new CountingIds();
    private final MessageNews news = new MessageNews(ids);
    private final DynamoMailSettings settings;
    private final Deliver deliver;

    World() {
        Brand brand = new Brand("Warm Handoff", "https://care.example", "100 Main Street", "+19374010653", "", "");
        settings = new DynamoMailSettings(table, ids, new SendAgain(town.clock()));
        deliver = new Deliver(
                table,
                new Sayings(
                        new MailTexts(brand),
                        new Texts(brand),
                        new WaitingReferrals(table),
                        new ClientFacts(table, town.addressKey()),
                        new OwedToClients(table, town.addressKey(), ids)),
                news,
                this::submit,
                text -> {
                    throw new AssertionError("no text is owed here");
                },
                (message, time) -> timers.add(time),
                new Queue(),
                brand.publicAddress(),
                town.clock(),
                ids);
        town.save(LISTING, Town.outOfNetwork("Apple Pantry", ADDRESS));
        table.drainChanges();
        table.script(this::happens);
    }

    // ---- what goes wrong

    private Optional<Fault> happens(MemoryTable.Call call) {
        if (quiet) {
            return Optional.empty();
        }
        int number = calls++;
        Optional.ofNullable(hooks.remove(number)).ifPresent(this::quietly);
        if (call.operation().equals("write") && claimCarriedOut) {
            claimCarriedOut = false;
            quietly(() -> assertThat(table.write(call.writes()).done()).isTrue());
        }
        if (call.operation().equals("write") && beforeClaim.isPresent()) {
            Runnable hook = beforeClaim.get();
            beforeClaim = Optional.empty();
            quietly(hook);
        }
        return Optional.ofNullable(faults.remove(number));
    }

    /** What the rest of the world does is not what is tested. */
    private void quietly(Runnable other) {
        boolean before = quiet;
        quiet = true;
        try {
            other.run();
        } finally {
            quiet = before;
        }
    }

    void faultAtCall(int number, Fault fault) {
        faults.put(number, fault);
    }

    void beforeCall(int number, Runnable hook) {
        hooks.put(number, hook);
    }

    void justBeforeTheClaim(Runnable hook) {
        beforeClaim = Optional.of(hook);
    }

    /** The claim was carried out, and comes once more: nobody saw the first reply, not even who sent it. */
    void carryOutTheClaimTwice() {
        claimCarriedOut = true;
    }

    void acceptAndLoseTheReply() {
        answers.add(new Submission.Unknown());
    }

    /** @param taken whether the provider had it by then */
    void dieAtTheProvider(boolean taken) {
        deaths.add(taken);
    }

    private Submission submit(OutgoingMail mail) {
        tries++;
        sentAfterOptOut |= optedOutBeforeClaim;
        if (!deaths.isEmpty()) {
            if (deaths.remove()) {
                mails.add(mail);
            }
            throw new Died();
        }
        Submission answer = always.orElseGet(
                () -> answers.isEmpty() ? new Submission.Accepted("provider-" + tries) : answers.remove());
        if (answer instanceof Submission.Accepted || answer instanceof Submission.Unknown) {
            mails.add(mail);
        }
        return answer;
    }

    // ---- what people do

    void send() {
        quietly(() -> send(REFERRAL));
    }

    void send(String id) {
        quietly(() -> send(new ReferralId(id)));
    }

    private void send(ReferralId id) {
        Member caseworker = Town.member(Town.CASEWORKER, "Dana Ortiz", Town.HARBOR, Role.CASEWORKER);
        var client = Town.client("client-0001", "Maria", "Quintero");
        Referral referral = Referral.send(
                id,
                Sender.of(caseworker, Town.organization(Town.HARBOR, "Harbor Family Services", true)),
                Receiver.of(settings.listing(LISTING).orElseThrow()),
                ClientSnapshot.of(client),
                Participant.of(client, LocalDate.of(2026, 11, 23)),
                "Needs groceries this week.",
                new Consent(now(), caseworker.id(), Consent.Method.VERBAL),
                now());
        new DynamoSendings(table, ids).send(caseworker, List.of(referral), Optional.empty(), 500, now());
    }

    void owe(Instant later) {
        quietly(() -> table.write(
                MessageItem.put(Message.owed(MAIL, new Content.ReferralMail(REFERRAL, LISTING), now(), later))));
    }

    void withdraw() {
        quietly(() -> {
            Move move = referral().withdraw(Actor.member("Dana Ortiz"), now());
            new DynamoReferrals(table, ids).save(referral(), (Move.Moved) move);
        });
    }

    void choose(MailState state) {
        quietly(() -> {
            optedOutBeforeClaim = state == MailState.UNSUBSCRIBED && message().state() instanceof MessageState.Pending;
            assertThat(settings.choose(settings.mailbox(new EmailAddress(ADDRESS)), state, now()))
                    .isTrue();
        });
    }

    void changeAddress(String to) {
        quietly(() -> {
            assertThat(settings.ask(settings.listing(LISTING).orElseThrow(), new EmailAddress(to), now()))
                    .isTrue();
            assertThat(settings.confirm(settings.listing(LISTING).orElseThrow(), now()))
                    .isTrue();
        });
    }

    void undoAddress() {
        quietly(() -> assertThat(settings.undo(settings.listing(LISTING).orElseThrow(), now()))
                .isTrue());
    }

    /** An event of the provider about the mail. */
    void hear(Delivery.State state) {
        quietly(() -> {
            Message before = message();
            if (before.heard(new Delivery(state, ""), now()) instanceof Change.Changed(Message after)) {
                List<Write> writes = new ArrayList<>();
                writes.add(MessageItem.save(after, before));
                writes.addAll(news.of(before, after, now()));
                assertThat(table.write(writes).done()).isTrue();
            }
        });
    }

    // ---- what the system does

    void deliver() {
        deliver(MAIL);
    }

    Deliveries deliveries() {
        return new Deliveries(deliver);
    }

    void deliverQuietly() {
        quietly(() -> deliver(MAIL));
    }

    private void deliver(MessageKey message) {
        try {
            if (deliver.deliver(message) instanceof Delivered.Stranded) {
                stranded++;
            }
        } catch (TableBusy failed) {
            // The record of the stream or the queue comes again, or the sweep finds it.
        } catch (MemoryTable.Crash | Died died) {
            // The process is gone. Nobody reports anything.
        }
    }

    /** New messages, as the stream tells them. */
    void stream() {
        for (MemoryTable.Change change : table.drainChanges()) {
            boolean fresh = change.before().isEmpty() && change.key().sk().startsWith(MessageKey.PREFIX);
            if (fresh) {
                deliver(MessageItem.messageKey(change.key()));
            }
        }
    }

    /** Lets time pass, minute by minute, with the queue, the stream and, every five minutes, the sweep. */
    void quiesce(Duration time) {
        Instant end = now().plus(time);
        for (int minute = 1; now().isBefore(end); minute++) {
            town.pass(Duration.ofMinutes(1));
            stream();
            due();
            if (minute % 5 == 0) {
                sweep();
            }
        }
    }

    private void due() {
        if (timersDead) {
            queue.clear();
        }
        int waiting = queue.size();
        for (int i = 0; i < waiting; i++) {
            Queued next = queue.remove();
            if (next.at().isAfter(now())) {
                queue.add(next);
            } else {
                deliver(next.message());
            }
        }
    }

    private void sweep() {
        DueMessages due = new DueMessages(table);
        for (int shard = 0; shard < due.shards(); shard++) {
            try {
                due.until(now().minus(GRACE), shard, Optional.empty())
                        .messages()
                        .forEach(this::deliver);
            } catch (TableBusy | MemoryTable.Crash gone) {
                // The next sweep.
            }
        }
    }

    // ---- what stands

    Instant now() {
        return town.now();
    }

    Message message() {
        return asking(() -> MessageItem.of(table.get(Keys.message(MAIL))).orElseThrow());
    }

    Referral referral() {
        return asking(() ->
                table.get(ReferralItem.key(REFERRAL)).map(ReferralItem::from).orElseThrow());
    }

    Optional<Link> link(String token) {
        return asking(() -> new DynamoLinks(table).find(token));
    }

    List<String> activity() {
        return table.everything().stream()
                .filter(item -> item.key().pk().equals("REF#" + REFERRAL)
                        && item.key().sk().startsWith(Keys.ACTIVITY))
                .map(item -> item.attributes().string("text"))
                .toList();
    }

    List<OutgoingMail> referralMails() {
        return mails.stream()
                .filter(mail -> mail.message().name().startsWith("MSG#MAIL#"))
                .toList();
    }

    static List<String> tokens(OutgoingMail mail) {
        Set<String> tokens = new LinkedHashSet<>();
        TOKEN.matcher(mail.html() + mail.text()).results().forEach(found -> tokens.add(found.group(1)));
        return List.copyOf(tokens);
    }

    void holdsThePromise(String when) {
        assertThat(mails.size()).as("mails, " + when).isBetween(1, 2);
        assertThat(tries).as("submissions, " + when).isLessThanOrEqualTo(2);
        assertThat(message().state()).as("state, " + when).isInstanceOf(MessageState.Sent.class);
        assertThat(message().nextLook()).as("nothing owed, " + when).isEmpty();
        assertThat(referral().delivery().state()).as("delivery, " + when).isEqualTo(Delivery.State.SENT);
        assertThat(activity().stream().filter("Referral email sent"::equals))
                .as("activity, " + when)
                .hasSize(1);
        for (OutgoingMail mail : mails) {
            for (String token : tokens(mail)) {
                assertThat(link(token)).as("links of every copy, " + when).isPresent();
            }
        }
    }

    private <T> T asking(Supplier<T> question) {
        boolean before = quiet;
        quiet = true;
        try {
            return question.get();
        } finally {
            quiet = before;
        }
    }

    private final class Queue implements LateMessages {
        @Override
        public void put(MessageKey message, Duration delay) {
            queued.add(message);
            queue.add(new Queued(message, now().plus(delay)));
        }

        @Override
        public void putAll(List<MessageKey> messages) {
            messages.forEach(message -> put(message, Duration.ZERO));
        }
    }

    /** Ids that say in which order they were made, and tokens that are all different. */
    private static final class CountingIds implements Ids {
        private int made;

        @Override
        public String next() {
            return "01ID%022d".formatted(++made);
        }

        @Override
        public String token128() {
            return "t%021d".formatted(++made);
        }

        @Override
        public String token256() {
            return "t%042d".formatted(++made);
        }
    }
}
