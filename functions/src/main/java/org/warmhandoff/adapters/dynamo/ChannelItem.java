package org.warmhandoff.adapters.dynamo;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.warmhandoff.channel.Channel;
import org.warmhandoff.channel.ChannelAddress;
import org.warmhandoff.channel.ChannelConsent;
import org.warmhandoff.channel.ChannelKind;
import org.warmhandoff.channel.ChannelState;
import org.warmhandoff.channel.How;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.contact.PhoneNumber;
import org.warmhandoff.member.MemberId;
import org.warmhandoff.organization.OrganizationId;

/**
 * {@code CH#<E or S>#<hmac of the address> / CH}: a channel. Moves are conditional on the version that was read; what only a provider tells
 * us ({@link #optOut}) asks for no reading, since an opt-out is true whatever stood before.
 */
public final class ChannelItem {

    static final String STATE = "state";
    private static final String VERSION = "version";
    private static final String LINKS_ENDED = "linksEndedAt";
    private static final String ASKED = "asked";

    private ChannelItem() {}

    public static Key key(AddressKey addressKey, ChannelAddress address) {
        return addressKey.channel(address);
    }

    /** The channel among items that were read; {@link Channel#unknown} where it is not. */
    public static Channel in(Map<Key, Item> read, AddressKey addressKey, ChannelAddress address) {
        return of(Optional.ofNullable(read.get(addressKey.channel(address))), address);
    }

    public static Channel of(Optional<Item> item, ChannelAddress address) {
        return item.map(ChannelItem::fromItem).orElseGet(() -> Channel.unknown(address));
    }

    /**
     * A move of a channel, provided that nobody moved it since it was read. An update and not a put: the counter of its questions stays as
     * it is.
     */
    public static Write save(AddressKey addressKey, Channel before, Channel after) {
        return Write.update(addressKey.channel(after.address()))
                .setAll(toItem(after))
                .onlyIf(before.version() == 0 ? Condition.absent(VERSION) : Condition.is(VERSION, before.version()));
    }

    /** An opt-out of which somebody else tells us. Refused where the channel is opted out already. */
    public static Write optOut(AddressKey addressKey, ChannelAddress address, How how, Instant now) {
        return Write.update(addressKey.channel(address))
                .setAll(address(address))
                .set(STATE, ChannelState.OPTED_OUT)
                .set("since", now)
                .set("how", how)
                .add(VERSION, 1)
                .onlyIf(Condition.isNot(STATE, ChannelState.OPTED_OUT));
    }

    /** Refuses where the channel is opted out. */
    public static Write checkNotOptedOut(AddressKey addressKey, ChannelAddress address) {
        return Write.check(addressKey.channel(address), Condition.isNot(STATE, ChannelState.OPTED_OUT));
    }

    /**
     * Counts a question that is asked by text. Refused where the channel is opted out, and where another question was asked since the
     * channel was read: that one may have taken the same letter.
     */
    static Write ask(AddressKey addressKey, ChannelAddress address, long askedBefore) {
        Condition first = askedBefore == 0 ? Condition.absent(ASKED) : Condition.is(ASKED, askedBefore);
        return Write.update(addressKey.channel(address))
                .add(ASKED, 1)
                .onlyIf(Condition.present(VERSION)
                        .and(Condition.isNot(STATE, ChannelState.OPTED_OUT))
                        .and(first));
    }

    /** How many questions were asked on it. */
    static long asked(Map<Key, Item> read, AddressKey addressKey, ChannelAddress address) {
        return Optional.ofNullable(read.get(addressKey.channel(address)))
                .flatMap(item -> item.attributes().optionalNumber(ASKED))
                .orElse(0L);
    }

    private static Attributes toItem(Channel channel) {
        return Attributes.with()
                .put("type", "CHANNEL")
                .put("v", 1)
                .putAll(address(channel.address()))
                .put(STATE, channel.state())
                .put("since", channel.since())
                .put("how", channel.how())
                .put("consent", channel.consent().map(ChannelItem::consent))
                .put(
                        "organizations",
                        channel.organizations().stream()
                                .map(OrganizationId::value)
                                .sorted()
                                .toList())
                .put(LINKS_ENDED, channel.linksEndedAt())
                .put(VERSION, channel.version())
                .build();
    }

    static Channel fromItem(Item item) {
        Attributes read = item.attributes();
        return new Channel(
                address(read),
                read.optionalOne(ChannelState.class, STATE).orElse(ChannelState.UNKNOWN),
                read.optionalInstant("since"),
                read.optionalOne(How.class, "how"),
                read.optionalAttributes("consent").map(ChannelItem::consent),
                read.strings("organizations").stream().map(OrganizationId::new).collect(Collectors.toSet()),
                read.optionalInstant(LINKS_ENDED),
                read.optionalNumber(VERSION).orElse(0L));
    }

    private static Attributes consent(ChannelConsent consent) {
        return Attributes.with()
                .put("by", consent.by().value())
                .put("at", consent.at())
                .put("wording", consent.wording())
                .build();
    }

    private static ChannelConsent consent(Attributes from) {
        return new ChannelConsent(new MemberId(from.string("by")), from.instant("at"), from.string("wording"));
    }

    static Attributes address(ChannelAddress address) {
        return Attributes.with()
                .put("channel", address.kind())
                .put("address", address.value())
                .build();
    }

    static ChannelAddress address(Attributes from) {
        return switch (from.one(ChannelKind.class, "channel")) {
            case EMAIL -> new ChannelAddress.Email(new EmailAddress(from.string("address")));
            case SMS -> new ChannelAddress.Text(new PhoneNumber(from.string("address")));
        };
    }
}
