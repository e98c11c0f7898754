package org.warmhandoff.actions.deliveryevents;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.Ids;
import org.warmhandoff.adapters.dynamo.AddressVerdicts;
import org.warmhandoff.adapters.dynamo.Keys;
import org.warmhandoff.adapters.dynamo.MessageItem;
import org.warmhandoff.adapters.dynamo.MessageNews;
import org.warmhandoff.adapters.dynamo.ProviderIdItem;
import org.warmhandoff.adapters.dynamo.SeenEventItem;
import org.warmhandoff.adapters.dynamo.Table;
import org.warmhandoff.adapters.dynamo.TableBusy;
import org.warmhandoff.adapters.dynamo.Write;
import org.warmhandoff.adapters.dynamo.Written;
import org.warmhandoff.adapters.mail.SesEvent;
import org.warmhandoff.adapters.sms.TextFailure;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.message.Change;
import org.warmhandoff.message.Content;
import org.warmhandoff.message.Message;
import org.warmhandoff.message.MessageKey;
import org.warmhandoff.message.Report;
import org.warmhandoff.referral.Delivery;

/**
 * Hears one report about a message: the message moves forward, never back, its referral shows it, and an address that mail came back from
 * is left alone. All in one transaction with the mark that this event was heard, since events come twice, late and in any order.
 */
final class Hear {

    private static final int ROUNDS = 6;

    private final Table table;
    private final InstantSource clock;
    private final MessageNews news;
    private final ClientAddresses clients;

    @Inject
    Hear(Table table, InstantSource clock, Ids ids, ClientAddresses clients) {
        this.table = table;
        this.clock = clock;
        this.news = new MessageNews(ids);
        this.clients = clients;
    }

    /** About a mail. */
    void mail(String eventId, SesEvent event) {
        hear(eventId, event.message(), event.to(), event.report());
    }

    /** About a text. One whose record was lost is not found, and nothing is known of it then. */
    void text(String eventId, TextFailure failure) {
        ProviderIdItem.message(table.get(ProviderIdItem.key(failure.providerId())))
                .ifPresent(message -> hear(eventId, message, Optional.empty(), failure.report()));
    }

    private void hear(String eventId, MessageKey key, Optional<EmailAddress> to, Report report) {
        for (int round = 0; round < ROUNDS; round++) {
            Optional<Message> found = MessageItem.of(table.get(Keys.message(key)));
            if (found.isEmpty() || heard(eventId, found.get(), to, report)) {
                return;
            }
        }
        throw new TableBusy("an event about a message that others keep changing");
    }

    private boolean heard(String eventId, Message message, Optional<EmailAddress> to, Report report) {
        Instant now = clock.instant();
        AddressVerdicts verdicts = verdicts(message, to, report);
        Delivery told = told(report, verdicts);
        Change change = message.heard(told, now);
        List<Write> must = new ArrayList<>();
        must.add(SeenEventItem.put(eventId, now));
        if (change instanceof Change.Changed(Message next)) {
            must.add(MessageItem.save(next, message));
        }
        must.addAll(verdicts.writes(report.verdict(), now));
        must.addAll(clients.writes(eventId, message.content(), report.verdict(), now));
        if (must.size() == 1) {
            return true;
        }
        List<Write> all = new ArrayList<>(must);
        all.addAll(news.of(message, change.message(), now));
        return switch (table.write(all)) {
            case Written.Done done -> true;
            case Written.Refused refused when refused.at(0) -> true;
            case Written.Refused refused -> {
                boolean newsAlone = refused.failures().stream().allMatch(failure -> failure.position() >= must.size());
                yield newsAlone && withoutTheRefused(all, refused);
            }
        };
    }

    private boolean withoutTheRefused(List<Write> all, Written.Refused refused) {
        List<Write> rest = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (!refused.at(i)) {
                rest.add(all.get(i));
            }
        }
        return table.write(rest).done();
    }

    private static boolean cameBack(Report report) {
        return switch (report.delivery().state()) {
            case PENDING, SENT, UNCERTAIN, DELAYED, DELIVERED -> false;
            case SUPPRESSED, FAILED, BOUNCED, COMPLAINED -> true;
        };
    }

    /** Only what came back needs more than the message. */
    private AddressVerdicts verdicts(Message message, Optional<EmailAddress> to, Report report) {
        Optional<ListingId> listing = switch (message.content()) {
            case Content.ReferralMail mail -> Optional.of(mail.listing());
            case Content.AddressChange mail -> Optional.of(mail.listing());
            default -> Optional.empty();
        };
        return cameBack(report) && listing.isPresent()
                ? AddressVerdicts.in(table.getAll(AddressVerdicts.keys(to, listing)), to, listing)
                : new AddressVerdicts(Optional.empty(), Optional.empty());
    }

    private static Delivery told(Report report, AddressVerdicts verdicts) {
        return verdicts.phone()
                .map(phone -> new Delivery(
                        report.delivery().state(), report.delivery().detail() + " Call " + phone + "."))
                .orElse(report.delivery());
    }
}
