package org.warmhandoff.channel;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.warmhandoff.link.Link;
import org.warmhandoff.organization.OrganizationId;

/**
 * What is known of one address or number, whoever's client has it. Its state is the opt-out list: there is no other.
 *
 * @param since when it came to its state; absent while unknown
 * @param how it came to its state; absent while unknown
 * @param consent the latest that a caseworker recorded
 * @param organizations those that messaged it
 * @param linksEndedAt what was sent to it up to then opens nothing any more: a hard bounce, a complaint, or a wrong number
 * @param version raised by every move; 0 where nothing is kept yet
 */
public record Channel(
        ChannelAddress address,
        ChannelState state,
        Optional<Instant> since,
        Optional<How> how,
        Optional<ChannelConsent> consent,
        Set<OrganizationId> organizations,
        Optional<Instant> linksEndedAt,
        long version) {

    public Channel {
        organizations = Set.copyOf(organizations);
    }

    /** An address of which nothing is kept. */
    public static Channel unknown(ChannelAddress address) {
        return new Channel(
                address,
                ChannelState.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                0);
    }

    public boolean optedOut() {
        return state == ChannelState.OPTED_OUT;
    }

    /** No message of a series from now on. Opting out again changes nothing: the first time is when it began. */
    public Channel optOut(How why, Instant now) {
        if (!why.optsOut()) {
            throw new IllegalArgumentException(why + " is no way out");
        }
        return optedOut() ? this : moved(ChannelState.OPTED_OUT, why, now);
    }

    /** Messages again, by the will of whoever owns the address. Nothing else ends an opt-out; where there is none, nothing changes. */
    public Channel optIn(How why, Instant now) {
        if (!why.isOwners()) {
            throw new IllegalArgumentException("only its owner brings a channel back");
        }
        return optedOut() ? moved(ChannelState.SUBSCRIBED, why, now) : this;
    }

    /** A caseworker shares something with the client's consent. Never over an opt-out: whoever asks looks first. */
    public Channel sharedBy(OrganizationId organization, ChannelConsent given) {
        if (optedOut()) {
            throw new IllegalStateException("shared over an opt-out");
        }
        Set<OrganizationId> all = new LinkedHashSet<>(organizations);
        all.add(organization);
        boolean known = state == ChannelState.SUBSCRIBED;
        return new Channel(
                address,
                ChannelState.SUBSCRIBED,
                known ? since : Optional.of(given.at()),
                known ? how : Optional.of(How.SHARE),
                Optional.of(given),
                all,
                linksEndedAt,
                version + 1);
    }

    /**
     * What a caseworker of this organization may learn. That an address is subscribed tells that its owner is somebody's client, so it is
     * told to those alone who messaged it or hold it; an opt-out made elsewhere shows itself and nothing more.
     *
     * @param held whether the organization has the address on one of its clients
     */
    public Channel asSeenBy(OrganizationId organization, boolean held) {
        if (held || organizations.contains(organization)) {
            return this;
        }
        Channel nothing = unknown(address);
        return optedOut()
                ? new Channel(
                        address,
                        state,
                        nothing.since,
                        nothing.how,
                        nothing.consent,
                        nothing.organizations,
                        nothing.linksEndedAt,
                        nothing.version)
                : nothing;
    }

    private Channel moved(ChannelState next, How why, Instant now) {
        return new Channel(
                address, next, Optional.of(now), Optional.of(why), consent, organizations, linksEndedAt, version + 1);
    }

    /**
     * Whether resource and feedback links that were sent here still open what they were made for. Not so once somebody else may be reading
     * them: opting out alone takes nobody's page away.
     */
    public boolean opens(Link link) {
        return linksEndedAt.filter(end -> !link.sentAt().isAfter(end)).isEmpty();
    }

    /** All resource and feedback links that were sent here so far open nothing any more. */
    public Channel endLinks(Instant now) {
        return new Channel(address, state, since, how, consent, organizations, Optional.of(now), version + 1);
    }

    /** Keeps the address out of logs. */
    @Override
    public String toString() {
        return "Channel[" + address.kind() + " " + state + "]";
    }
}
