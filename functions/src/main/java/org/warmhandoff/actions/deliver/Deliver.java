package org.warmhandoff.actions.deliver;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.warmhandoff.Ids;
import org.warmhandoff.adapters.dynamo.ClientFacts;
import org.warmhandoff.adapters.dynamo.Item;
import org.warmhandoff.adapters.dynamo.Key;
import org.warmhandoff.adapters.dynamo.Keys;
import org.warmhandoff.adapters.dynamo.LinkItem;
import org.warmhandoff.adapters.dynamo.MessageItem;
import org.warmhandoff.adapters.dynamo.MessageNews;
import org.warmhandoff.adapters.dynamo.ProviderIdItem;
import org.warmhandoff.adapters.dynamo.Table;
import org.warmhandoff.adapters.dynamo.TableBusy;
import org.warmhandoff.adapters.dynamo.Write;
import org.warmhandoff.adapters.dynamo.Written;
import org.warmhandoff.link.Link;
import org.warmhandoff.message.Change;
import org.warmhandoff.message.CloseReason;
import org.warmhandoff.message.Content.Carrier;
import org.warmhandoff.message.LateMessages;
import org.warmhandoff.message.Look;
import org.warmhandoff.message.Mailer;
import org.warmhandoff.message.Message;
import org.warmhandoff.message.MessageKey;
import org.warmhandoff.message.MessageState;
import org.warmhandoff.message.OutgoingMail;
import org.warmhandoff.message.OutgoingText;
import org.warmhandoff.message.Submission;
import org.warmhandoff.message.Texter;
import org.warmhandoff.message.Timers;

/**
 * Delivers one message: looks at it, decides from what is true now, claims it with everything that the decision rests on in one
 * transaction, sends once, records. May be called for any message at any time, by anybody, any number of times: what is to be done is in
 * the table, and only a claim entitles to send.
 */
public final class Deliver {

    /** Others may be faster this often before it is left to the sweep. */
    private static final int ROUNDS = 5;

    /** A record is worth more tries than a claim: what is sent and not recorded becomes a doubt. */
    private static final int RECORD_ROUNDS = 8;

    private static final int STEPS_AT_ONCE = 20;

    private final Table table;
    private final Sayings sayings;
    private final MessageNews news;
    private final Mailer mailer;
    private final Texter texter;
    private final Timers timers;
    private final LateMessages queue;
    private final String publicAddress;
    private final InstantSource clock;
    private final Ids ids;

    public Deliver(
            Table table,
            Sayings sayings,
            MessageNews news,
            Mailer mailer,
            Texter texter,
            Timers timers,
            LateMessages queue,
            String publicAddress,
            InstantSource clock,
            Ids ids) {
        this.table = table;
        this.sayings = sayings;
        this.news = news;
        this.mailer = mailer;
        this.texter = texter;
        this.timers = timers;
        this.queue = queue;
        this.publicAddress = publicAddress;
        this.clock = clock;
        this.ids = ids;
    }

    public Delivered deliver(MessageKey key) {
        for (int round = 0; round < ROUNDS; round++) {
            Map<Key, Item> read = read(key);
            Optional<Message> found = MessageItem.of(Optional.ofNullable(read.get(Keys.message(key))));
            if (found.isEmpty()) {
                return new Delivered.Nothing();
            }
            Optional<Delivered> came = look(found.get(), read);
            if (came.isPresent()) {
                return came.get();
            }
        }
        return new Delivered.Left();
    }

    /** Empty where somebody else was faster: read again. */
    private Optional<Delivered> look(Message message, Map<Key, Item> read) {
        return switch (message.look(clock.instant())) {
            case Look.Over over -> Optional.of(new Delivered.Nothing());
            case Look.Early early -> Optional.of(early(message, early.until()));
            case Look.InDoubt doubt ->
                save(doubt.message(), message, List.of()) ? Optional.of(unsent(doubt.message())) : Optional.empty();
            case Look.Due due ->
                switch (sayings.of(message)) {
                    case Sayings.Task.Say say -> say(message, say.saying(), read);
                    case Sayings.Task.Do work -> work(message, work.work());
                };
        };
    }

    /** What is only planned comes back by itself; what is in another's hands or in doubt the sweep comes back to. */
    private Delivered early(Message message, Instant until) {
        if (!(message.state() instanceof MessageState.Pending)) {
            return new Delivered.Nothing();
        }
        bringBack(message.key(), until);
        return new Delivered.Early();
    }

    private void bringBack(MessageKey key, Instant time) {
        Duration away = Duration.between(clock.instant(), time);
        if (away.compareTo(LateMessages.LONGEST_DELAY) <= 0) {
            queue.put(key, away.isNegative() ? Duration.ZERO : away);
        } else {
            timers.at(key, time);
        }
    }

    // ---- saying

    private Optional<Delivered> say(Message message, Saying saying, Map<Key, Item> read) {
        Map<Key, Item> facts = facts(saying, read);
        Instant now = clock.instant();
        Minting minting = new Minting(ids, publicAddress, now);
        return switch (saying.prepare(facts, minting, now)) {
            case Saying.Prepared.Close(CloseReason reason) -> close(message, reason, now);
            case Saying.Prepared.Wait(Instant until) -> postpone(message, until, now);
            case Saying.Prepared.Send send -> claimAndSend(message, saying, send, minting.links(), now);
        };
    }

    private Map<Key, Item> facts(Saying saying, Map<Key, Item> read) {
        Map<Key, Item> facts = new HashMap<>(read);
        Set<Key> asked = new HashSet<>(read.keySet());
        for (List<Key> next = unasked(saying, facts, asked); !next.isEmpty(); next = unasked(saying, facts, asked)) {
            asked.addAll(next);
            facts.putAll(table.getAll(next));
        }
        return facts;
    }

    private static List<Key> unasked(Saying saying, Map<Key, Item> facts, Set<Key> asked) {
        return saying.facts(facts).stream()
                .filter(key -> !asked.contains(key))
                .distinct()
                .toList();
    }

    private Optional<Delivered> close(Message message, CloseReason reason, Instant now) {
        return saved(message.close(reason, now), message)
                ? Optional.of(new Delivered.Closed(reason))
                : Optional.empty();
    }

    private Optional<Delivered> postpone(Message message, Instant until, Instant now) {
        if (!saved(message.postpone(until, now), message)) {
            return Optional.empty();
        }
        bringBack(message.key(), until);
        return Optional.of(new Delivered.Early());
    }

    private Optional<Delivered> claimAndSend(
            Message message, Saying saying, Saying.Prepared.Send send, List<Link> links, Instant now) {
        String claimId = ids.next();
        Message claim = message.claim(claimId, now);
        Message claimed = send.letter().isEmpty() ? claim : claim.lettered(send.letter());
        List<Write> writes = new ArrayList<>();
        writes.add(MessageItem.save(claimed, message));
        send.checks().forEach(check -> writes.add(check.write()));
        links.forEach(link -> writes.add(LinkItem.put(link)));
        switch (claim(writes, claimed, claimId)) {
            case Written.Done done -> {
                Submission submission = switch (send.outgoing()) {
                    case OutgoingMail mail -> submitted(() -> mailer.send(mail));
                    case OutgoingText text -> submitted(() -> texter.send(text));
                };
                return Optional.of(record(claimed, claimId, submission, saying));
            }
            case Written.Refused refused -> {
                for (int i = 0; i < send.checks().size(); i++) {
                    Optional<CloseReason> otherwise = send.checks().get(i).otherwise();
                    if (!refused.at(0) && refused.at(i + 1) && otherwise.isPresent()) {
                        return close(message, otherwise.get(), now);
                    }
                }
                return Optional.empty();
            }
        }
    }

    /** A claim whose reply was lost stands all the same, with its links; its claim id tells whose it is. */
    private Written claim(List<Write> writes, Message claimed, String claimId) {
        Written written;
        try {
            written = table.write(writes);
        } catch (TableBusy unknown) {
            return find(claimed.key()).filter(now -> now.claimedBy(claimId)).isPresent()
                    ? new Written.Done()
                    : throwing(unknown);
        }
        boolean own = written instanceof Written.Refused refused
                && MessageItem.of(refused.standing(0))
                        .filter(now -> now.claimedBy(claimId))
                        .isPresent();
        return own ? new Written.Done() : written;
    }

    private static Written throwing(TableBusy busy) {
        throw busy;
    }

    /** A sender that breaks may have sent. */
    private static Submission submitted(Supplier<Submission> sending) {
        try {
            return sending.get();
        } catch (RuntimeException broken) {
            return new Submission.Unknown();
        }
    }

    // ---- recording

    private Delivered record(Message claimed, String claimId, Submission submission, Saying saying) {
        Message standing = claimed;
        for (int round = 0; round < RECORD_ROUNDS; round++) {
            Instant now = clock.instant();
            Change change = switch (submission) {
                case Submission.Accepted taken -> standing.accepted(taken.providerId(), now);
                case Submission.NotTaken not -> standing.notTaken(claimId, not.pause(), now);
                case Submission.Refused refused -> standing.refused(claimId, refused.detail(), now);
                case Submission.OptedOut out -> standing.refusedAsOptedOut(claimId, now);
                case Submission.Unknown unknown -> standing.unknown(claimId, now);
            };
            try {
                boolean settled = change instanceof Change.Unchanged
                        || save(change.message(), standing, alongside(change.message(), submission, saying, now));
                if (settled) {
                    return told(change.message(), submission);
                }
                standing = find(claimed.key()).orElseThrow();
            } catch (TableBusy busy) {
                // Tried again: what stays unrecorded is a doubt, and costs a second copy at the worst.
            }
        }
        return new Delivered.Left();
    }

    private List<Write> alongside(Message message, Submission submission, Saying saying, Instant now) {
        return switch (submission) {
            case Submission.Accepted taken
            when message.content().carrier() == Carrier.TEXT ->
                List.of(ProviderIdItem.put(taken.providerId(), message.key(), now));
            case Submission.OptedOut out -> saying.optedOut(now);
            case Submission.Accepted taken -> List.of();
            case Submission.NotTaken not -> List.of();
            case Submission.Refused refused -> List.of();
            case Submission.Unknown unknown -> List.of();
        };
    }

    private Delivered told(Message message, Submission submission) {
        if (message.state() instanceof MessageState.Pending(Instant notBefore)) {
            bringBack(message.key(), notBefore);
        }
        return switch (submission) {
            case Submission.Accepted taken -> new Delivered.Sent();
            case Submission.OptedOut out -> new Delivered.Closed(CloseReason.OPTED_OUT);
            case Submission.NotTaken not -> unsent(message);
            case Submission.Refused refused -> unsent(message);
            case Submission.Unknown unknown -> unsent(message);
        };
    }

    private static Delivered unsent(Message message) {
        boolean stranded =
                message.state() instanceof MessageState.Failed || message.state() instanceof MessageState.Review;
        return stranded ? new Delivered.Stranded() : new Delivered.Tried();
    }

    // ---- work

    private Optional<Delivered> work(Message message, Work work) {
        Message claimed = message.claim(ids.next(), clock.instant());
        if (!save(claimed, message, List.of())) {
            return Optional.empty();
        }
        Message at = claimed;
        for (int step = 0; step < STEPS_AT_ONCE; step++) {
            Instant now = clock.instant();
            Work.Step next = work.step(at.cursor(), now);
            Message then = next.next().map(at::workedTo).orElse(at.done(now));
            if (!save(then, at, next.writes())) {
                return Optional.of(new Delivered.Left());
            }
            if (next.next().isEmpty()) {
                return Optional.of(new Delivered.Worked());
            }
            at = then;
        }
        Message rest = at.handedOn(clock.instant());
        if (save(rest, at, List.of())) {
            bringBack(rest.key(), clock.instant());
        }
        return Optional.of(new Delivered.Worked());
    }

    // ---- the table

    /** The message, and what its key alone tells that it rests on. */
    private Map<Key, Item> read(MessageKey key) {
        Collection<Key> beside = ClientFacts.beside(key);
        if (beside.isEmpty()) {
            return table.get(Keys.message(key))
                    .map(item -> Map.of(item.key(), item))
                    .orElse(Map.of());
        }
        List<Key> keys = new ArrayList<>(beside);
        keys.add(Keys.message(key));
        return table.getAll(keys);
    }

    private Optional<Message> find(MessageKey key) {
        return MessageItem.of(table.get(Keys.message(key)));
    }

    private boolean saved(Change change, Message read) {
        return change instanceof Change.Changed(Message next) && save(next, read, List.of());
    }

    /**
     * Saves a message as long as it stands as it was read, with what that means to others. What refuses among these is left out: the
     * message is what was promised.
     */
    private boolean save(Message next, Message read, List<Write> alongside) {
        List<Write> writes = new ArrayList<>();
        writes.add(MessageItem.save(next, read));
        writes.addAll(alongside);
        writes.addAll(news.of(read, next, clock.instant()));
        while (true) {
            switch (table.write(writes)) {
                case Written.Done done -> {
                    return true;
                }
                case Written.Refused refused -> {
                    if (refused.at(0)) {
                        return MessageItem.of(refused.standing(0))
                                .filter(next::equals)
                                .isPresent();
                    }
                    Set<Integer> failed = new HashSet<>();
                    refused.failures().forEach(failure -> failed.add(failure.position()));
                    List<Write> rest = new ArrayList<>();
                    for (int i = 0; i < writes.size(); i++) {
                        if (!failed.contains(i)) {
                            rest.add(writes.get(i));
                        }
                    }
                    writes = rest;
                }
            }
        }
    }
}
