package org.warmhandoff.adapters.dynamo;

import java.time.Duration;
import java.util.Optional;
import org.warmhandoff.channel.ChannelAddress;
import org.warmhandoff.channel.ChannelKind;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.contact.PhoneNumber;
import org.warmhandoff.link.Link;
import org.warmhandoff.link.Purpose;
import org.warmhandoff.link.Target;
import org.warmhandoff.link.Target.AddressChange;
import org.warmhandoff.link.Target.Answering;
import org.warmhandoff.link.Target.Basket;
import org.warmhandoff.link.Target.ClientChannel;
import org.warmhandoff.link.Target.Mailbox;
import org.warmhandoff.link.Target.ManagedMail;
import org.warmhandoff.link.Target.Question;
import org.warmhandoff.link.TokenHash;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.referral.ReferralId;
import org.warmhandoff.share.ShareId;

/** A link as an item, under the hash of its token; the token is nowhere. A dead one is kept for a year: 410 tells more than 404. */
public final class LinkItem {

    private static final Duration KEPT_DEAD = Duration.ofDays(365);
    private static final String REVOKED = "revokedAt";

    private LinkItem() {}

    /** Keeps a new link, in the transaction of the claim that sends it. */
    public static Write put(Link link) {
        return Write.create(Keys.link(link.hash()), toItem(link));
    }

    static Attributes toItem(Link link) {
        Attributes.Builder item = Attributes.with()
                .put("type", "LINK")
                .put("v", 1)
                .put("purpose", link.purpose())
                .putAll(target(link.target()))
                .put("sentAt", link.sentAt())
                .put("expiresAt", link.expiresAt())
                .put(REVOKED, link.revokedAt());
        link.revokedAt().or(link::expiresAt).ifPresent(end -> item.forgetAfter(end.plus(KEPT_DEAD)));
        return item.build();
    }

    static Link fromItem(TokenHash hash, Item item) {
        Attributes read = item.attributes();
        return new Link(
                hash,
                read.one(Purpose.class, "purpose"),
                target(read),
                read.instant("sentAt"),
                read.optionalInstant("expiresAt"),
                read.optionalInstant(REVOKED));
    }

    private static Attributes target(Target target) {
        Attributes.Builder item = Attributes.with();
        switch (target) {
            case Answering a ->
                item.put("opens", "ANSWERING")
                        .put("referral", a.referral().value())
                        .put("listing", a.listing().value())
                        .put("epoch", a.epoch());
            case ManagedMail m ->
                item.put("opens", "MANAGED_MAIL")
                        .put("listing", m.listing().value())
                        .put("epoch", m.epoch());
            case AddressChange c ->
                item.put("opens", "ADDRESS_CHANGE")
                        .put("listing", c.listing().value())
                        .put("side", c.side())
                        .put("wanted", c.wanted().value());
            case Basket b ->
                item.put("opens", "BASKET").put("share", b.share().value()).putAll(channel(b.channel()));
            case Question q ->
                item.put("opens", "QUESTION")
                        .put("share", q.share().value())
                        .put("referral", q.referral().value())
                        .putAll(channel(q.channel()));
            case ClientChannel c ->
                item.put("opens", "CLIENT_CHANNEL")
                        .put("language", c.language())
                        .putAll(channel(c.channel()));
            case Mailbox m ->
                item.put("opens", "MAILBOX").put("address", m.address().value());
        }
        return item.build();
    }

    private static Target target(Attributes item) {
        String opens = item.string("opens");
        return switch (opens) {
            case "ANSWERING" ->
                new Answering(
                        new ReferralId(item.string("referral")),
                        new ListingId(item.string("listing")),
                        item.integer("epoch"));
            case "MANAGED_MAIL" -> new ManagedMail(new ListingId(item.string("listing")), item.integer("epoch"));
            case "ADDRESS_CHANGE" ->
                new AddressChange(
                        new ListingId(item.string("listing")),
                        item.one(Target.Side.class, "side"),
                        new EmailAddress(item.string("wanted")));
            case "BASKET" -> new Basket(new ShareId(item.string("share")), channel(item));
            case "QUESTION" ->
                new Question(new ShareId(item.string("share")), new ReferralId(item.string("referral")), channel(item));
            case "CLIENT_CHANNEL" -> new ClientChannel(channel(item), item.string("language"));
            case "MAILBOX" -> new Mailbox(new EmailAddress(item.string("address")));
            default -> throw new IllegalStateException("nothing that a link opens: " + opens);
        };
    }

    private static Attributes channel(ChannelAddress channel) {
        return Attributes.with()
                .put("channel", channel.kind())
                .put("address", channel.value())
                .build();
    }

    private static ChannelAddress channel(Attributes item) {
        return switch (item.one(ChannelKind.class, "channel")) {
            case EMAIL -> new ChannelAddress.Email(new EmailAddress(item.string("address")));
            case SMS -> new ChannelAddress.Text(new PhoneNumber(item.string("address")));
        };
    }

    static Optional<Link> of(TokenHash hash, Optional<Item> item) {
        return item.map(found -> fromItem(hash, found));
    }
}
