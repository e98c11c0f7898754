package org.warmhandoff.adapters.dynamo;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.warmhandoff.Ids;
import org.warmhandoff.client.ClientId;
import org.warmhandoff.link.Target;
import org.warmhandoff.listing.Listing;
import org.warmhandoff.member.Member;
import org.warmhandoff.member.MemberId;
import org.warmhandoff.member.ReadBy;
import org.warmhandoff.member.Role;
import org.warmhandoff.message.Content;
import org.warmhandoff.message.FollowUpState;
import org.warmhandoff.message.Message;
import org.warmhandoff.organization.OrganizationId;
import org.warmhandoff.referral.Activity;
import org.warmhandoff.referral.Box;
import org.warmhandoff.referral.FollowUp;
import org.warmhandoff.referral.History;
import org.warmhandoff.referral.Move;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.referral.ReferralId;
import org.warmhandoff.referral.Referrals;
import org.warmhandoff.referral.Status;

/** Referrals in the table. */
public final class DynamoReferrals implements Referrals {

    private final Table table;
    private final Ids ids;

    @Inject
    public DynamoReferrals(Table table, Ids ids) {
        this.table = table;
        this.ids = ids;
    }

    @Override
    public ReadBy<Optional<Referral>> asSender(MemberId member, ReferralId id) {
        return seen(member, id, DynamoReferrals::sent);
    }

    @Override
    public ReadBy<Optional<Referral>> asReceiver(MemberId member, ReferralId id) {
        return seen(member, id, DynamoReferrals::received);
    }

    @Override
    public ReadBy<Optional<Referral>> asEither(MemberId member, ReferralId id) {
        return seen(
                member,
                id,
                (viewer, referral) -> viewer.may(Role.CASEWORKER) && sent(viewer, referral)
                        || viewer.may(Role.RECEIVER) && received(viewer, referral));
    }

    private static boolean sent(Member viewer, Referral referral) {
        return referral.sender().organization().equals(viewer.organization());
    }

    private static boolean received(Member viewer, Referral referral) {
        return referral.inNetwork() && referral.receiver().organization().equals(viewer.organization());
    }

    private ReadBy<Optional<Referral>> seen(MemberId member, ReferralId id, BiPredicate<Member, Referral> side) {
        Map<Key, Item> items = table.getAll(List.of(Keys.member(member), Keys.referral(id)));
        Optional<Member> viewer = MemberItem.in(items, member);
        return new ReadBy<>(
                viewer,
                viewer.flatMap(known -> Optional.ofNullable(items.get(Keys.referral(id)))
                        .map(ReferralItem::from)
                        .filter(referral -> side.test(known, referral))));
    }

    @Override
    public Optional<Opened> asHolder(Target.Answering link) {
        Map<Key, Item> items = table.getAll(List.of(Keys.referral(link.referral()), Keys.listing(link.listing())));
        Optional<Listing> listing = ListingItem.in(items, link.listing());
        return Optional.ofNullable(items.get(Keys.referral(link.referral())))
                .map(ReferralItem::from)
                .flatMap(referral -> listing.map(where -> new Opened(referral, where.mail())));
    }

    @Override
    public Saved save(Referral before, Move.Moved move) {
        return write(before, move.referral(), move.line());
    }

    @Override
    public Saved file(Referral before, Referral filed, Activity line) {
        return write(before, filed, line);
    }

    private Saved write(Referral before, Referral after, Activity line) {
        List<Write> writes = new ArrayList<>(ReferralItem.changed(before, after));
        writes.add(ActivityItem.put(after.id(), line, ids.next()));
        return switch (table.write(writes)) {
            case Written.Done done -> new Saved.Done(after);
            case Written.Refused refused ->
                new Saved.Lost(refused.standing(0)
                        .map(ReferralItem::from)
                        .orElseThrow(() -> new IllegalStateException("a referral is gone")));
        };
    }

    @Override
    public History history(Referral referral) {
        List<Activity> activity = new ArrayList<>();
        List<FollowUp> followUps = new ArrayList<>();
        for (Item item :
                table.queryAll(Query.of(Keys.referralPartition(referral.id())).backward())) {
            if (ActivityItem.is(item)) {
                activity.add(ActivityItem.from(item));
            } else {
                followUp(item).ifPresent(followUps::add);
            }
        }
        followUps.sort((a, b) -> a.dueAt().compareTo(b.dueAt()));
        return new History(activity, followUps);
    }

    private static Optional<FollowUp> followUp(Item item) {
        if (!item.key().sk().startsWith(Keys.MESSAGE)) {
            return Optional.empty();
        }
        Message message = MessageItem.fromItem(item);
        return message.content() instanceof Content.FollowUp asked
                ? Optional.of(new FollowUp(
                        message.key().name(),
                        asked.to().kind(),
                        message.dueAt(),
                        message.followUpState(),
                        message.closeReason().filter(because -> message.followUpState() == FollowUpState.CLOSED),
                        message.sentAt(),
                        message.answer()))
                : Optional.empty();
    }

    @Override
    public Rows list(
            OrganizationId organization,
            Box box,
            Optional<Status> status,
            Optional<ClientId> client,
            Optional<String> cursor,
            int limit) {
        Optional<Position> start = cursor.map(Position::parse);
        if (client.isPresent()) {
            return ofClient(organization, box, status, client.get(), start, limit);
        }
        Query query = status.map(only -> Query.of(Index.G2, Keys.box(organization, box, only)))
                .orElseGet(() -> Query.of(Index.G1, Keys.box(organization, box)))
                .backward()
                .limit(limit)
                .from(start);
        Page page = table.query(query);
        return new Rows(
                page.items().stream().map(ReferralItem::fromRow).toList(),
                page.next().map(Position::cursor));
    }

    /** One client's referrals are few, so their status is looked at here and not in an index of its own. */
    private Rows ofClient(
            OrganizationId organization,
            Box box,
            Optional<Status> status,
            ClientId client,
            Optional<Position> start,
            int limit) {
        Page page = table.query(Query.of(Index.G3, Keys.boxOfClient(organization, client, box))
                .backward()
                .limit(limit)
                .from(start));
        List<Referral> rows = page.items().stream()
                .map(ReferralItem::fromRow)
                .filter(row -> status.isEmpty() || status.get() == row.status())
                .toList();
        return new Rows(rows, page.next().map(Position::cursor));
    }
}
