package org.warmhandoff.adapters.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmhandoff.channel.ChannelAddress;
import org.warmhandoff.client.ClientId;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.contact.PhoneNumber;
import org.warmhandoff.link.Link;
import org.warmhandoff.link.Purpose;
import org.warmhandoff.link.Target;
import org.warmhandoff.link.TokenHash;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.message.Answered;
import org.warmhandoff.message.CloseReason;
import org.warmhandoff.message.Content;
import org.warmhandoff.message.Look;
import org.warmhandoff.message.Message;
import org.warmhandoff.message.MessageKey;
import org.warmhandoff.organization.OrganizationId;
import org.warmhandoff.referral.Answer;
import org.warmhandoff.referral.Delivery;
import org.warmhandoff.referral.ReferralId;
import org.warmhandoff.share.ShareId;

class MessageItemTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");
    private static final EmailAddress ADDRESS = new EmailAddress("intake@example.org");
    private static final ChannelAddress MAIL = new ChannelAddress.Email(ADDRESS);
    private static final ChannelAddress TEXT = new ChannelAddress.Text(new PhoneNumber("+12065550142"));
    private static final ReferralId REFERRAL = new ReferralId("01REFERRAL");
    private static final ShareId SHARE = new ShareId("01SHARE");
    private static final ListingId LISTING = new ListingId("night-shelter");

    static Stream<Content> every_content() {
        return Stream.of(
                new Content.ReferralMail(REFERRAL, LISTING),
                new Content.FirstMessage(SHARE, MAIL, List.of(REFERRAL)),
                new Content.FirstMessage(SHARE, TEXT, List.of(REFERRAL)),
                new Content.FollowUp(SHARE, REFERRAL, 2, TEXT, ZoneId.of("America/Chicago")),
                new Content.AddressChange(
                        LISTING, Content.AddressChange.Kind.NOTICE, ADDRESS, new EmailAddress("new@example.org")),
                new Content.TextReply(Content.TextReply.Kind.WHICH, new PhoneNumber("+12065550142"), "es", "A"),
                new Content.SendOpenAgain(LISTING, 3),
                new Content.CloseOwedOnChannel(TEXT, CloseReason.OPTED_OUT),
                new Content.CloseOwedToClient(
                        new OrganizationId("harbor"), new ClientId("client-0001"), CloseReason.DO_NOT_CONTACT));
    }

    @ParameterizedTest
    @MethodSource("every_content")
    void every_kind_of_message_is_read_as_it_was_written(Content content) {
        Message owed = Message.owed(MessageKey.of("REF#1", "ANY", "1"), content, NOW);

        assertThat(readAgain(owed)).isEqualTo(owed);
    }

    static Stream<Message> every_state() {
        Message owed = Message.owed(
                MessageKey.mail(REFERRAL, 0), new Content.ReferralMail(REFERRAL, LISTING), NOW, NOW.plusSeconds(60));
        Instant due = owed.dueAt();
        Message claimed = owed.claim("claim", due);
        Message sent = claimed.accepted("ses-1", due).message();
        Message doubt = claimed.unknown("claim", due).message();
        Instant second = due.plus(Message.DOUBT);
        Message twice = doubt.claim("again", second).unknown("again", second).message();
        return Stream.of(
                owed,
                claimed,
                sent,
                sent.heard(new Delivery(Delivery.State.BOUNCED, "mailbox full"), due)
                        .message(),
                sent.answered(new Answered(Answer.NO, due)).message(),
                doubt,
                ((Look.InDoubt) twice.look(due.plus(Duration.ofHours(1)))).message(),
                claimed.notTaken("claim", Optional.empty(), due).message(),
                claimed.refused("claim", "no such address", due).message(),
                owed.close(CloseReason.WITHDRAWN, due).message(),
                owed.lettered("A").workedTo("cursor"),
                owed.done(due));
    }

    @ParameterizedTest
    @MethodSource("every_state")
    void every_state_is_read_as_it_was_written(Message message) {
        assertThat(readAgain(message)).isEqualTo(message);
    }

    @ParameterizedTest
    @MethodSource("every_state")
    void what_is_owed_is_due_at_its_next_look_and_what_is_over_never(Message message) {
        Attributes item = MessageItem.toItem(message);

        assertThat(item.optionalString(Index.DUE.sort()))
                .isEqualTo(message.nextLook().map(Stamp::of));
        assertThat(item.has(Index.DUE.partition())).isEqualTo(!message.state().over());
    }

    @Test
    void every_link_is_read_as_it_was_written() {
        for (Target target : List.of(
                new Target.Answering(REFERRAL, LISTING, 2),
                new Target.ManagedMail(LISTING, 0),
                new Target.AddressChange(LISTING, Target.Side.OLD, ADDRESS),
                new Target.Basket(SHARE, TEXT),
                new Target.Question(SHARE, REFERRAL, MAIL),
                new Target.ClientChannel(MAIL, "es"),
                new Target.Mailbox(ADDRESS))) {
            TokenHash hash = TokenHash.of("token");
            Link link = new Link(hash, Purpose.ANSWER, target, NOW, Optional.of(NOW.plusSeconds(9)), Optional.empty());

            assertThat(LinkItem.fromItem(hash, new Item(Keys.link(hash), LinkItem.toItem(link))))
                    .isEqualTo(link);
        }
    }

    private static Message readAgain(Message message) {
        return MessageItem.fromItem(new Item(Keys.message(message.key()), MessageItem.toItem(message)));
    }
}
