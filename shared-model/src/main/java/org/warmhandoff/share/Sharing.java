package org.warmhandoff.share;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.warmhandoff.channel.Channel;
import org.warmhandoff.channel.ChannelAddress;
import org.warmhandoff.channel.ChannelConsent;
import org.warmhandoff.channel.ChannelKind;
import org.warmhandoff.client.Client;
import org.warmhandoff.followup.ZipZones;
import org.warmhandoff.member.Member;
import org.warmhandoff.organization.Organization;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.referral.ReferralId;

/**
 * Decides whether a basket may be shared with its client, and makes the share. A refused channel refuses the whole share: half of it would
 * be told to the client as if it were all.
 */
public final class Sharing {

    private Sharing() {}

    /**
     * What a caseworker asked for.
     *
     * @param to one address per channel, email first
     * @param followUp referrals that are to be asked about although their listing has that off
     */
    public record Wanted(List<ReferralId> referrals, List<ChannelAddress> to, Set<ReferralId> followUp) {
        public Wanted {
            referrals = List.copyOf(referrals);
            to = List.copyOf(to);
            followUp = Set.copyOf(followUp);
        }
    }

    /** What the decision rests on. */
    public record Ingredients(
            Organization organization,
            Client client,
            List<Referral> referrals,
            Map<ChannelAddress, Channel> channels) {}

    /** What came of asking. */
    public sealed interface Verdict {

        /**
         * It may be shared.
         *
         * @param channels as they are after it, with the consent that was given
         */
        record May(Share share, List<Channel> channels) implements Verdict {}

        /** These, by their place in what was asked for (from 0), cannot be shared. */
        record Unfit(List<Flaw> flaws) implements Verdict {}

        record DoNotContact() implements Verdict {}

        record OptedOut(ChannelKind channel) implements Verdict {}

        /** There is one series per referral and channel, ever. */
        record AlreadyShared(ChannelKind channel) implements Verdict {}
    }

    /** @param index from 0 */
    public record Flaw(int index, Kind kind) {
        /** What is wrong with a referral. */
        public enum Kind {
            ANOTHER_CLIENT,
            CLOSED
        }
    }

    public static Verdict decide(Wanted wanted, Ingredients from, Member by, ShareId id, Instant now) {
        List<Flaw> flaws = flaws(from);
        if (!flaws.isEmpty()) {
            return new Verdict.Unfit(flaws);
        }
        if (from.client().doNotContact()) {
            return new Verdict.DoNotContact();
        }
        Optional<ChannelKind> out = wanted.to().stream()
                .filter(address -> from.channels().get(address).optedOut())
                .map(ChannelAddress::kind)
                .findFirst();
        if (out.isPresent()) {
            return new Verdict.OptedOut(out.get());
        }
        Optional<ChannelKind> before = wanted.to().stream()
                .map(ChannelAddress::kind)
                .filter(kind -> from.referrals().stream()
                        .flatMap(referral -> referral.shares().stream())
                        .anyMatch(shared -> shared.channel() == kind))
                .findFirst();
        if (before.isPresent()) {
            return new Verdict.AlreadyShared(before.get());
        }
        return may(wanted, from, by, id, now);
    }

    private static List<Flaw> flaws(Ingredients from) {
        List<Flaw> flaws = new ArrayList<>();
        IntStream.range(0, from.referrals().size()).forEach(i -> {
            Referral referral = from.referrals().get(i);
            if (!referral.client().id().equals(from.client().id())) {
                flaws.add(new Flaw(i, Flaw.Kind.ANOTHER_CLIENT));
            } else if (!referral.outcome().open()) {
                flaws.add(new Flaw(i, Flaw.Kind.CLOSED));
            }
        });
        return flaws;
    }

    private static Verdict may(Wanted wanted, Ingredients from, Member by, ShareId id, Instant now) {
        Client client = from.client();
        ZoneId zone = ZipZones.zoneFor(
                client.timeZone(), client.zip(), from.organization().timeZone());
        Set<ReferralId> followedUp = from.referrals().stream()
                .filter(referral ->
                        !referral.receiver().unnamed() || wanted.followUp().contains(referral.id()))
                .map(Referral::id)
                .collect(Collectors.toSet());
        Share share = new Share(
                id,
                by.organization(),
                client.id(),
                by.id(),
                wanted.referrals(),
                followedUp,
                client.language(),
                zone,
                now,
                wanted.to());
        ChannelConsent consent = ChannelConsent.givenTo(by.id(), now);
        return new Verdict.May(
                share,
                wanted.to().stream()
                        .map(address -> from.channels().get(address).sharedBy(by.organization(), consent))
                        .toList());
    }
}
