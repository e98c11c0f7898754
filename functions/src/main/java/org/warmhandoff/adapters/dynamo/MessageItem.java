package org.warmhandoff.adapters.dynamo;

import java.time.ZoneId;
import java.util.Optional;
import org.warmhandoff.channel.ChannelAddress;
import org.warmhandoff.channel.ChannelKind;
import org.warmhandoff.client.ClientId;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.contact.PhoneNumber;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.message.Answered;
import org.warmhandoff.message.CloseReason;
import org.warmhandoff.message.Content;
import org.warmhandoff.message.Content.AddressChange;
import org.warmhandoff.message.Content.CloseOwedOnChannel;
import org.warmhandoff.message.Content.CloseOwedToClient;
import org.warmhandoff.message.Content.FirstMessage;
import org.warmhandoff.message.Content.FollowUp;
import org.warmhandoff.message.Content.ReferralMail;
import org.warmhandoff.message.Content.SendOpenAgain;
import org.warmhandoff.message.Content.TextReply;
import org.warmhandoff.message.Message;
import org.warmhandoff.message.MessageKey;
import org.warmhandoff.message.MessageState;
import org.warmhandoff.message.MessageState.Ambiguous;
import org.warmhandoff.message.MessageState.Claimed;
import org.warmhandoff.message.MessageState.Closed;
import org.warmhandoff.message.MessageState.Done;
import org.warmhandoff.message.MessageState.Failed;
import org.warmhandoff.message.MessageState.Pending;
import org.warmhandoff.message.MessageState.Review;
import org.warmhandoff.message.MessageState.Sent;
import org.warmhandoff.organization.OrganizationId;
import org.warmhandoff.referral.Answer;
import org.warmhandoff.referral.Delivery;
import org.warmhandoff.referral.ReferralId;
import org.warmhandoff.share.ShareId;

/**
 * A message as an item, beside what owes it. While something is owed it stands in {@link Index#DUE} at its next look, so that the sweep
 * finds it whatever became of the stream, the queue and the schedule; once it is over it is taken out.
 */
public final class MessageItem {

    private static final String FENCE = "fence";

    private MessageItem() {}

    public static MessageKey messageKey(Key key) {
        return new MessageKey(key.pk(), key.sk());
    }

    /** Owes a message, as part of whatever makes it owed. Refused where one of this name is owed already. */
    public static Write put(Message message) {
        return Write.create(Keys.message(message.key()), toItem(message));
    }

    /** A change of a message, on condition that nobody changed it since it was read. */
    public static Write save(Message next, Message read) {
        return Write.put(Keys.message(next.key()), toItem(next)).onlyIf(Condition.is(FENCE, read.fence()));
    }

    public static Attributes toItem(Message message) {
        Attributes.Builder item = Attributes.with()
                .put("type", "MESSAGE")
                .put("v", 1)
                .putAll(said(message.content()))
                .put("createdAt", message.createdAt())
                .put("dueAt", message.dueAt())
                .put(FENCE, message.fence())
                .put("submissions", message.submissions())
                .put("refusals", message.refusals())
                .put("refusedSince", message.refusedSince())
                .put("providerId", message.providerId())
                .put("delivery", message.delivery().state())
                .put("deliveryDetail", message.delivery().detail())
                .put("answer", message.answer().map(Answered::answer))
                .put("answeredAt", message.answer().map(Answered::at))
                .put("letter", message.letter())
                .put("cursor", message.cursor())
                .putAll(state(message.state()));
        message.nextLook()
                .ifPresent(look -> item.index(Index.DUE, Keys.due(Keys.message(message.key())), Stamp.of(look)));
        return item.build();
    }

    public static Message fromItem(Item item) {
        Attributes read = item.attributes();
        return new Message(
                messageKey(item.key()),
                content(read),
                read.instant("createdAt"),
                read.instant("dueAt"),
                state(read),
                read.integer(FENCE),
                read.integer("submissions"),
                read.integer("refusals"),
                read.optionalInstant("refusedSince"),
                read.optionalString("providerId"),
                new Delivery(read.one(Delivery.State.class, "delivery"), read.string("deliveryDetail")),
                read.optionalOne(Answer.class, "answer")
                        .map(answer -> new Answered(answer, read.instant("answeredAt"))),
                read.string("letter"),
                read.string("cursor"));
    }

    // ---- the state

    private static Attributes state(MessageState state) {
        Attributes.Builder item = Attributes.with();
        switch (state) {
            case Pending p -> item.put("state", "PENDING").put("notBefore", p.notBefore());
            case Claimed c ->
                item.put("state", "CLAIMED").put("claimId", c.claimId()).put("leaseUntil", c.leaseUntil());
            case Sent s -> item.put("state", "SENT").put("at", s.at());
            case Closed c -> item.put("state", "CLOSED").put("at", c.at()).put("reason", c.reason());
            case Failed f -> item.put("state", "FAILED").put("at", f.at()).put("detail", f.detail());
            case Ambiguous a -> item.put("state", "AMBIGUOUS").put("until", a.until());
            case Review r -> item.put("state", "REVIEW").put("at", r.at());
            case Done d -> item.put("state", "DONE").put("at", d.at());
        }
        return item.build();
    }

    private static MessageState state(Attributes item) {
        String state = item.string("state");
        return switch (state) {
            case "PENDING" -> new Pending(item.instant("notBefore"));
            case "CLAIMED" -> new Claimed(item.string("claimId"), item.instant("leaseUntil"));
            case "SENT" -> new Sent(item.instant("at"));
            case "CLOSED" -> new Closed(item.instant("at"), item.one(CloseReason.class, "reason"));
            case "FAILED" -> new Failed(item.instant("at"), item.string("detail"));
            case "AMBIGUOUS" -> new Ambiguous(item.instant("until"));
            case "REVIEW" -> new Review(item.instant("at"));
            case "DONE" -> new Done(item.instant("at"));
            default -> throw new IllegalStateException("no state of a message: " + state);
        };
    }

    // ---- the content

    private static Attributes said(Content content) {
        Attributes.Builder item = Attributes.with();
        switch (content) {
            case ReferralMail m ->
                item.put("kind", "REFERRAL_MAIL")
                        .put("referral", m.referral().value())
                        .put("listing", m.listing().value());
            case FirstMessage m ->
                item.put("kind", "FIRST_MESSAGE")
                        .put("share", m.share().value())
                        .put(
                                "referrals",
                                m.referrals().stream().map(ReferralId::value).toList())
                        .putAll(to(m.to()));
            case FollowUp f ->
                item.put("kind", "FOLLOW_UP")
                        .put("share", f.share().value())
                        .put("referral", f.referral().value())
                        .put("place", f.place())
                        .put("zone", f.zone().getId())
                        .putAll(to(f.to()));
            case AddressChange c ->
                item.put("kind", "ADDRESS_CHANGE")
                        .put("listing", c.listing().value())
                        .put("which", c.kind())
                        .put("to", c.to().value())
                        .put("wanted", c.wanted().value());
            case TextReply r ->
                item.put("kind", "TEXT_REPLY")
                        .put("which", r.kind())
                        .put("to", r.to().value())
                        .put("language", r.language())
                        .put("reference", r.reference());
            case SendOpenAgain j ->
                item.put("kind", "SEND_OPEN_AGAIN")
                        .put("listing", j.listing().value())
                        .put("epoch", j.epoch());
            case CloseOwedOnChannel j ->
                item.put("kind", "CLOSE_OWED_ON_CHANNEL")
                        .put("because", j.reason())
                        .putAll(to(j.channel()));
            case CloseOwedToClient j ->
                item.put("kind", "CLOSE_OWED_TO_CLIENT")
                        .put("organization", j.organization().value())
                        .put("client", j.client().value())
                        .put("because", j.reason());
        }
        return item.build();
    }

    private static Content content(Attributes item) {
        String kind = item.string("kind");
        return switch (kind) {
            case "REFERRAL_MAIL" ->
                new ReferralMail(new ReferralId(item.string("referral")), new ListingId(item.string("listing")));
            case "FIRST_MESSAGE" ->
                new FirstMessage(
                        new ShareId(item.string("share")),
                        to(item),
                        item.strings("referrals").stream().map(ReferralId::new).toList());
            case "FOLLOW_UP" ->
                new FollowUp(
                        new ShareId(item.string("share")),
                        new ReferralId(item.string("referral")),
                        item.integer("place"),
                        to(item),
                        ZoneId.of(item.string("zone")));
            case "ADDRESS_CHANGE" ->
                new AddressChange(
                        new ListingId(item.string("listing")),
                        item.one(AddressChange.Kind.class, "which"),
                        new EmailAddress(item.string("to")),
                        new EmailAddress(item.string("wanted")));
            case "TEXT_REPLY" ->
                new TextReply(
                        item.one(TextReply.Kind.class, "which"),
                        new PhoneNumber(item.string("to")),
                        item.string("language"),
                        item.string("reference"));
            case "SEND_OPEN_AGAIN" -> new SendOpenAgain(new ListingId(item.string("listing")), item.integer("epoch"));
            case "CLOSE_OWED_ON_CHANNEL" -> new CloseOwedOnChannel(to(item), item.one(CloseReason.class, "because"));
            case "CLOSE_OWED_TO_CLIENT" ->
                new CloseOwedToClient(
                        new OrganizationId(item.string("organization")),
                        new ClientId(item.string("client")),
                        item.one(CloseReason.class, "because"));
            default -> throw new IllegalStateException("no kind of message: " + kind);
        };
    }

    private static Attributes to(ChannelAddress channel) {
        return Attributes.with()
                .put("channel", channel.kind())
                .put("to", channel.value())
                .build();
    }

    private static ChannelAddress to(Attributes item) {
        return switch (item.one(ChannelKind.class, "channel")) {
            case EMAIL -> new ChannelAddress.Email(new EmailAddress(item.string("to")));
            case SMS -> new ChannelAddress.Text(new PhoneNumber(item.string("to")));
        };
    }

    /** The message of this name among items that were read, if it is there. */
    public static Optional<Message> of(Optional<Item> item) {
        return item.map(MessageItem::fromItem);
    }
}
