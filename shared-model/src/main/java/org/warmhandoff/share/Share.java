package org.warmhandoff.share;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.warmhandoff.channel.ChannelAddress;
import org.warmhandoff.channel.ChannelKind;
import org.warmhandoff.client.ClientId;
import org.warmhandoff.followup.FollowUpTime;
import org.warmhandoff.member.MemberId;
import org.warmhandoff.message.Content;
import org.warmhandoff.message.Message;
import org.warmhandoff.message.MessageKey;
import org.warmhandoff.organization.OrganizationId;
import org.warmhandoff.referral.ReferralId;

/**
 * One sharing of a basket with its client: by email, by text or both.
 *
 * @param by the caseworker
 * @param referrals in basket order: the n-th is asked about on day 7 + (n - 1)
 * @param followedUp those of them that are asked about
 * @param language of the client, for what is sent
 * @param zone whose clock the client lives by
 * @param to one address per channel, email first
 */
public record Share(
        ShareId id,
        OrganizationId organization,
        ClientId client,
        MemberId by,
        List<ReferralId> referrals,
        Set<ReferralId> followedUp,
        String language,
        ZoneId zone,
        Instant at,
        List<ChannelAddress> to) {

    /** How long the resource page lives on after the last follow-up. */
    public static final Duration PAGE_KEPT = Duration.ofDays(30);

    public Share {
        referrals = List.copyOf(referrals);
        followedUp = Set.copyOf(followedUp);
        to = List.copyOf(to);
        if (referrals.isEmpty() || Set.copyOf(referrals).size() != referrals.size()) {
            throw new IllegalArgumentException("a basket has distinct referrals");
        }
        if (!referrals.containsAll(followedUp)) {
            throw new IllegalArgumentException("only what is in the basket is asked about");
        }
        if (to.isEmpty() || to.stream().map(ChannelAddress::kind).distinct().count() != to.size()) {
            throw new IllegalArgumentException("one address per channel");
        }
    }

    /** The place of a referral in the basket, from 1; empty when it is not in it. */
    public Optional<Integer> place(ReferralId referral) {
        int index = referrals.indexOf(referral);
        return index < 0 ? Optional.empty() : Optional.of(index + 1);
    }

    /** The referral at a place, from 1; empty when the basket has none there. */
    public Optional<ReferralId> at(int place) {
        return place < 1 || place > referrals.size() ? Optional.empty() : Optional.of(referrals.get(place - 1));
    }

    /** When the n-th follow-up is due. */
    public Instant dueAt(int place) {
        return FollowUpTime.planned(at, zone, place);
    }

    /** When the resource page ends. Counted from the last place, asked about or not: the page is the same. */
    public Instant expiresAt() {
        return dueAt(referrals.size()).plus(PAGE_KEPT);
    }

    public Optional<ChannelAddress> address(ChannelKind channel) {
        return to.stream().filter(address -> address.kind() == channel).findFirst();
    }

    /** The first messages, one per channel for the whole basket. */
    public List<Message> firstMessages() {
        return to.stream()
                .map(address -> Message.owed(
                        MessageKey.first(id, address.kind()), new Content.FirstMessage(id, address, referrals), at))
                .toList();
    }

    /** The follow-ups: in basket order, each by every channel. */
    public List<Message> followUps() {
        List<Message> all = new ArrayList<>();
        for (int place = 1; place <= referrals.size(); place++) {
            ReferralId referral = referrals.get(place - 1);
            if (followedUp.contains(referral)) {
                for (ChannelAddress address : to) {
                    all.add(Message.owed(
                            MessageKey.followUp(referral, id, address.kind()),
                            new Content.FollowUp(id, referral, place, address, zone),
                            at,
                            dueAt(place)));
                }
            }
        }
        return List.copyOf(all);
    }
}
