package org.warmhandoff.adapters.dynamo;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.warmhandoff.Ids;
import org.warmhandoff.channel.Channel;
import org.warmhandoff.channel.ChannelAddress;
import org.warmhandoff.idempotency.Attempt;
import org.warmhandoff.member.Member;
import org.warmhandoff.referral.Activity;
import org.warmhandoff.referral.Actor;
import org.warmhandoff.referral.Delivery;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.referral.ReferralId;
import org.warmhandoff.referral.Shared;
import org.warmhandoff.share.Share;
import org.warmhandoff.share.ShareId;
import org.warmhandoff.share.Shares;
import org.warmhandoff.share.Sharing;

/** Shares in the table: two reads, and one transaction of at most 91 writes (20 referrals by two channels). */
public final class DynamoShares implements Shares {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Table table;
    private final AddressKey addressKey;
    private final Ids ids;

    @Inject
    public DynamoShares(Table table, AddressKey addressKey, Ids ids) {
        this.table = table;
        this.addressKey = addressKey;
        this.ids = ids;
    }

    @Override
    public Gathered gather(Member caseworker, Sharing.Wanted wanted, Optional<Attempt> attempt, Instant now) {
        List<Key> keys = new ArrayList<>();
        keys.add(OrganizationItem.key(caseworker.organization()));
        wanted.referrals().forEach(referral -> keys.add(ReferralItem.key(referral)));
        wanted.to().forEach(address -> keys.add(ChannelItem.key(addressKey, address)));
        attempt.map(IdempotencyItem::key).ifPresent(keys::add);
        Map<Key, Item> read = table.getAll(keys);
        Optional<Attempt.Done> earlier = IdempotencyItem.in(read, attempt, now);
        List<Referral> own = wanted.referrals().stream()
                .map(id -> Optional.ofNullable(read.get(ReferralItem.key(id))))
                .flatMap(Optional::stream)
                .map(ReferralItem::from)
                .filter(referral -> referral.sender().organization().equals(caseworker.organization()))
                .toList();
        if (earlier.isPresent() || own.size() < wanted.referrals().size()) {
            return new Gathered(Optional.empty(), earlier);
        }
        Map<ChannelAddress, Channel> channels = new LinkedHashMap<>();
        wanted.to().forEach(address -> channels.put(address, ChannelItem.in(read, addressKey, address)));
        return new Gathered(
                table.get(ClientItem.key(
                                caseworker.organization(),
                                own.getFirst().client().id()))
                        .map(ClientItem::fromItem)
                        .map(client -> new Sharing.Ingredients(
                                OrganizationItem.in(read, caseworker.organization())
                                        .orElseThrow(
                                                () -> new IllegalStateException("a member's organization is gone")),
                                client,
                                own,
                                channels)),
                Optional.empty());
    }

    @Override
    public End write(
            Member caseworker,
            Share share,
            Map<ChannelAddress, Channel> before,
            List<Channel> after,
            Optional<Attempt> attempt,
            Limits limits) {
        Instant now = share.at();
        Counted ofMember = new Counted(MemberItem.key(caseworker.id()), "SHARES", HOUR, limits.perMemberAndHour());
        Counted ofClient = new Counted(
                ClientItem.key(share.organization(), share.client()), "SHARES", WEEK, limits.perClientAndWeek());
        List<Write> writes = new ArrayList<>();
        writes.add(ofMember.once(now));
        writes.add(ofClient.once(now));
        attempt.ifPresent(
                it -> writes.add(IdempotencyItem.put(it, List.of(share.id().value()), now)));
        writes.add(ShareItem.put(share));
        writes.add(Write.check(
                ClientItem.key(share.organization(), share.client()),
                Condition.isNot(ClientItem.DO_NOT_CONTACT, true)));
        for (Channel channel : after) {
            writes.add(ChannelItem.save(addressKey, before.get(channel.address()), channel));
            writes.add(ChannelShareItem.put(addressKey, share, channel.address()));
        }
        share.firstMessages().forEach(message -> writes.add(MessageItem.put(message)));
        share.followUps().forEach(message -> writes.add(MessageItem.put(message)));
        for (ReferralId referral : share.referrals()) {
            writes.add(ReferralItem.shared(referral, shared(share)));
            writes.add(ActivityItem.put(
                    referral, Activity.fact(now, Actor.member(caseworker.name()), line(share)), ids.next()));
        }
        return switch (table.write(writes)) {
            case Written.Done done -> new End.Done();
            case Written.Refused refused -> {
                Optional<Attempt.Done> earlier =
                        attempt.flatMap(it -> refused.standing(2)).map(IdempotencyItem::fromItem);
                if (earlier.isPresent()) {
                    yield new End.Made(earlier.get());
                }
                if (refused.at(0)) {
                    yield new End.Enough(ofMember.until(now));
                }
                yield refused.at(1) ? new End.Enough(ofClient.until(now)) : new End.Overtaken();
            }
        };
    }

    private static List<Shared> shared(Share share) {
        return share.to().stream()
                .map(address -> new Shared(share.id(), address.kind(), share.at(), Delivery.PENDING))
                .toList();
    }

    private static String line(Share share) {
        String channels = share.to().stream()
                .map(ChannelAddress::kind)
                .map(kind -> switch (kind) {
                    case EMAIL -> "email";
                    case SMS -> "text";
                })
                .collect(Collectors.joining(" and "));
        return "Shared with the client by " + channels;
    }

    @Override
    public Optional<Share> find(Member caseworker, ShareId id) {
        return table.get(ShareItem.key(id))
                .map(ShareItem::fromItem)
                .filter(share -> share.organization().equals(caseworker.organization()));
    }
}
