package org.warmhandoff.adapters.dynamo;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.warmhandoff.Ids;
import org.warmhandoff.client.ClientId;
import org.warmhandoff.idempotency.Attempt;
import org.warmhandoff.listing.Listing;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.member.Member;
import org.warmhandoff.message.Content;
import org.warmhandoff.message.Message;
import org.warmhandoff.message.MessageKey;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.referral.ReferralId;
import org.warmhandoff.referral.Sendings;

/** Baskets in the table: one read, one transaction of 2 + 4n writes. */
public final class DynamoSendings implements Sendings {

    private static final String SENT = "sent";

    private final Table table;
    private final Ids ids;

    @Inject
    public DynamoSendings(Table table, Ids ids) {
        this.table = table;
        this.ids = ids;
    }

    @Override
    public Ingredients gather(
            Member caseworker, ClientId client, List<ListingId> listings, Optional<Attempt> attempt, Instant now) {
        List<Key> keys = new ArrayList<>();
        keys.add(OrganizationItem.key(caseworker.organization()));
        keys.add(ClientItem.key(caseworker.organization(), client));
        listings.forEach(listing -> keys.add(ListingItem.key(listing)));
        attempt.map(IdempotencyItem::key).ifPresent(keys::add);
        Map<Key, Item> read = table.getAll(keys);
        List<Optional<Listing>> found =
                listings.stream().map(listing -> ListingItem.in(read, listing)).toList();
        return new Ingredients(
                OrganizationItem.in(read, caseworker.organization())
                        .orElseThrow(() -> new IllegalStateException("a member's organization is gone")),
                ClientItem.in(read, caseworker.organization(), client),
                found,
                IdempotencyItem.in(read, attempt, now));
    }

    @Override
    public Sent send(Member caseworker, List<Referral> basket, Optional<Attempt> attempt, int mostADay, Instant now) {
        List<Write> writes = new ArrayList<>();
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        writes.add(Write.update(Keys.referralsOfADay(caseworker.organization(), day))
                .add(SENT, basket.size())
                .set(TableDefinition.TTL, now.plus(Duration.ofDays(3)).getEpochSecond())
                .onlyIf(Condition.absent(SENT).or(Condition.atMost(SENT, mostADay - basket.size()))));
        attempt.ifPresent(it -> writes.add(IdempotencyItem.put(
                it, basket.stream().map(referral -> referral.id().value()).toList(), now)));
        for (Referral referral : basket) {
            writes.addAll(ReferralItem.created(referral));
            writes.add(ActivityItem.put(referral.id(), referral.sentLine(), ids.next()));
            if (!referral.inNetwork()) {
                writes.add(MessageItem.put(mailOf(referral, now)));
            }
        }
        return switch (table.write(writes)) {
            case Written.Done done -> new Sent.Done();
            case Written.Refused refused -> {
                if (refused.at(0)) {
                    yield new Sent.Enough(
                            day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
                }
                yield new Sent.Made(refused.standing(1)
                        .map(IdempotencyItem::fromItem)
                        .orElseThrow(() -> new IllegalStateException("a new referral's id was taken")));
            }
        };
    }

    private static Message mailOf(Referral referral, Instant now) {
        return Message.owed(
                MessageKey.mail(referral.id(), 0),
                new Content.ReferralMail(referral.id(), referral.receiver().listing()),
                now);
    }

    @Override
    public List<Referral> sent(Member caseworker, List<String> ids) {
        List<Key> keys =
                ids.stream().map(id -> Keys.referral(new ReferralId(id))).toList();
        Map<Key, Item> read = table.getAll(keys);
        return keys.stream()
                .map(read::get)
                .map(ReferralItem::from)
                .filter(referral -> referral.sender().organization().equals(caseworker.organization()))
                .toList();
    }
}
