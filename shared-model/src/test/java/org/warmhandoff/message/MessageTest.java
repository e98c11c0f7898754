package org.warmhandoff.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.warmhandoff.channel.ChannelAddress;
import org.warmhandoff.channel.ChannelKind;
import org.warmhandoff.contact.PhoneNumber;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.message.Change.Changed;
import org.warmhandoff.message.Change.Unchanged;
import org.warmhandoff.message.Look.Due;
import org.warmhandoff.message.Look.Early;
import org.warmhandoff.message.Look.InDoubt;
import org.warmhandoff.message.Look.Over;
import org.warmhandoff.message.MessageState.Ambiguous;
import org.warmhandoff.message.MessageState.Claimed;
import org.warmhandoff.message.MessageState.Closed;
import org.warmhandoff.message.MessageState.Failed;
import org.warmhandoff.message.MessageState.Pending;
import org.warmhandoff.message.MessageState.Review;
import org.warmhandoff.message.MessageState.Sent;
import org.warmhandoff.referral.Answer;
import org.warmhandoff.referral.Delivery;
import org.warmhandoff.referral.ReferralId;
import org.warmhandoff.share.ShareId;

class MessageTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final ReferralId REFERRAL = new ReferralId("01REFERRAL");
    private static final ShareId SHARE = new ShareId("01SHARE");

    private static Message mail() {
        return Message.owed(
                MessageKey.mail(REFERRAL, 0), new Content.ReferralMail(REFERRAL, new ListingId("shelter")), NOW);
    }

    private static Message text() {
        return Message.owed(
                MessageKey.followUp(REFERRAL, SHARE, ChannelKind.SMS),
                new Content.FollowUp(
                        SHARE,
                        REFERRAL,
                        1,
                        new ChannelAddress.Text(new PhoneNumber("+12065550142")),
                        ZoneId.of("America/Los_Angeles")),
                NOW,
                NOW.plus(Duration.ofDays(7)));
    }

    private static Message after(Change change) {
        return ((Changed) change).message();
    }

    private static Instant later(int minutes) {
        return NOW.plus(Duration.ofMinutes(minutes));
    }

    @Nested
    class Before_it_is_sent {

        @Test
        void a_message_is_due_at_once_and_a_follow_up_when_its_day_has_come() {
            assertThat(mail().look(NOW)).isEqualTo(new Due());
            assertThat(text().look(NOW)).isEqualTo(new Early(NOW.plus(Duration.ofDays(7))));
            assertThat(text().look(NOW.plus(Duration.ofDays(7)))).isEqualTo(new Due());
        }

        @Test
        void a_claim_holds_it_for_five_minutes() {
            Message claimed = mail().claim("a", NOW);

            assertThat(claimed.state()).isEqualTo(new Claimed("a", later(5)));
            assertThat(claimed.look(later(4))).isEqualTo(new Early(later(5)));
            assertThat(claimed.nextLook()).contains(later(5));
            assertThat(claimed.fence()).isEqualTo(1);
        }

        @Test
        void nobody_claims_what_is_not_due() {
            assertThatThrownBy(() -> text().claim("a", NOW)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> mail().claim("a", NOW).claim("b", NOW)).isInstanceOf(IllegalStateException.class);
        }

        @Test
        void what_is_not_wanted_any_more_is_closed_with_its_reason() {
            Message closed = after(text().close(CloseReason.OPTED_OUT, NOW));

            assertThat(closed.state()).isEqualTo(new Closed(NOW, CloseReason.OPTED_OUT));
            assertThat(closed.nextLook()).isEmpty();
            assertThat(closed.followUpState()).isEqualTo(FollowUpState.CLOSED);
            assertThat(closed.closeReason()).contains(CloseReason.OPTED_OUT);
        }

        @Test
        void what_is_being_sent_cannot_be_closed() {
            assertThat(mail().claim("a", NOW).close(CloseReason.WITHDRAWN, later(1)))
                    .isInstanceOf(Unchanged.class);
        }

        @Test
        void what_is_found_late_at_night_waits_and_keeps_its_planned_day() {
            Instant due = NOW.plus(Duration.ofDays(7));
            Message waiting = after(text().postpone(due.plus(Duration.ofHours(9)), due));

            assertThat(waiting.state()).isEqualTo(new Pending(due.plus(Duration.ofHours(9))));
            assertThat(waiting.dueAt()).isEqualTo(due);
        }
    }

    @Nested
    class When_the_provider_answers {

        @Test
        void taken_is_sent_and_not_yet_delivered() {
            Message sent = after(mail().claim("a", NOW).accepted("ses-1", later(1)));

            assertThat(sent.state()).isEqualTo(new Sent(later(1)));
            assertThat(sent.providerId()).contains("ses-1");
            assertThat(sent.delivery().state()).isEqualTo(Delivery.State.SENT);
            assertThat(sent.look(later(2))).isEqualTo(new Over());
        }

        @Test
        void taken_is_sent_even_if_the_lease_ran_out_meanwhile() {
            Message lost = ((InDoubt) mail().claim("a", NOW).look(later(6))).message();

            assertThat(after(lost.accepted("ses-1", later(7))).state()).isEqualTo(new Sent(later(7)));
        }

        @Test
        void certainly_not_taken_is_owed_again_later_and_not_counted() {
            Message again = after(mail().claim("a", NOW).notTaken("a", Optional.empty(), NOW));

            assertThat(again.state()).isEqualTo(new Pending(later(1)));
            assertThat(again.submissions()).isZero();
            assertThat(after(again.claim("b", later(1)).notTaken("b", Optional.empty(), later(1)))
                            .state())
                    .isEqualTo(new Pending(later(3)));
        }

        @Test
        void the_provider_may_say_how_long_to_wait() {
            Message again = after(mail().claim("a", NOW).notTaken("a", Optional.of(Duration.ofMinutes(10)), NOW));

            assertThat(again.state()).isEqualTo(new Pending(later(10)));
        }

        @Test
        void not_taken_for_three_days_is_failed() {
            Message message = mail();
            Instant now = NOW;
            int tries = 0;
            while (message.look(now) instanceof Due) {
                message = after(message.claim("c" + tries, now).notTaken("c" + tries, Optional.empty(), now));
                now = message.nextLook().orElse(now);
                tries++;
            }
            assertThat(message.state()).isInstanceOf(Failed.class);
            assertThat(now).isBetween(NOW.plus(Duration.ofHours(72)), NOW.plus(Duration.ofHours(73)));
            assertThat(message.delivery().state()).isEqualTo(Delivery.State.FAILED);
        }

        @Test
        void refused_for_good_is_failed_at_once() {
            Message failed = after(mail().claim("a", NOW).refused("a", "The address is not valid.", NOW));

            assertThat(failed.state()).isEqualTo(new Failed(NOW, "The address is not valid."));
            assertThat(failed.delivery()).isEqualTo(new Delivery(Delivery.State.FAILED, "The address is not valid."));
        }

        @Test
        void somebody_elses_claim_is_left_alone() {
            Message claimed = mail().claim("a", NOW);

            assertThat(claimed.notTaken("b", Optional.empty(), NOW)).isInstanceOf(Unchanged.class);
            assertThat(claimed.refused("b", "", NOW)).isInstanceOf(Unchanged.class);
            assertThat(claimed.unknown("b", NOW)).isInstanceOf(Unchanged.class);
        }
    }

    @Nested
    class When_nobody_knows {

        @Test
        void a_mail_whose_reply_was_lost_waits_a_quarter_of_an_hour_for_the_event() {
            Message doubt = after(mail().claim("a", NOW).unknown("a", NOW));

            assertThat(doubt.state()).isEqualTo(new Ambiguous(later(15)));
            assertThat(doubt.look(later(14))).isEqualTo(new Early(later(15)));
        }

        @Test
        void the_event_settles_it() {
            Message doubt = after(mail().claim("a", NOW).unknown("a", NOW));

            assertThat(after(doubt.heard(new Delivery(Delivery.State.SENT, ""), later(2)))
                            .state())
                    .isEqualTo(new Sent(later(2)));
        }

        @Test
        void without_an_event_it_is_sent_once_more_and_never_a_third_time() {
            Message doubt = after(mail().claim("a", NOW).unknown("a", NOW));
            Message again = doubt.claim("b", later(15));
            Message second = after(again.unknown("b", later(15)));

            assertThat(again.submissions()).isEqualTo(2);
            Message given = ((InDoubt) second.look(later(30))).message();
            assertThat(given.state()).isEqualTo(new Review(later(30)));
            assertThat(given.delivery().state()).isEqualTo(Delivery.State.UNCERTAIN);
            assertThat(given.look(later(999))).isEqualTo(new Over());
        }

        @Test
        void an_event_after_all_that_still_tells() {
            Message doubt = after(mail().claim("a", NOW).unknown("a", NOW));
            Message second = after(doubt.claim("b", later(15)).unknown("b", later(15)));
            Message given = ((InDoubt) second.look(later(30))).message();

            Message told = after(given.heard(new Delivery(Delivery.State.SENT, ""), later(40)));
            assertThat(told.state()).isEqualTo(new Sent(later(40)));
            assertThat(told.delivery().state()).isEqualTo(Delivery.State.SENT);
        }

        @Test
        void a_mail_whose_sender_died_is_in_doubt_when_the_lease_is_over() {
            Message found = ((InDoubt) mail().claim("a", NOW).look(later(5))).message();

            assertThat(found.state()).isEqualTo(new Ambiguous(later(20)));
        }

        @Test
        void a_text_of_which_no_event_tells_is_sent_once_more_after_the_lease() {
            Instant due = NOW.plus(Duration.ofDays(7));
            Message claimed = text().claim("a", due);

            assertThat(claimed.unknown("a", due)).isInstanceOf(Unchanged.class);
            assertThat(claimed.look(due.plus(Message.LEASE))).isEqualTo(new Due());
            Message again = claimed.claim("b", due.plus(Message.LEASE));
            assertThat(((InDoubt) again.look(due.plus(Message.LEASE.multipliedBy(2))))
                            .message()
                            .state())
                    .isInstanceOf(Review.class);
        }

        @Test
        void a_second_try_that_is_not_wanted_any_more_is_closed_until_an_event_says_that_the_first_arrived() {
            Message doubt = after(mail().claim("a", NOW).unknown("a", NOW));
            Message closed = after(doubt.close(CloseReason.WITHDRAWN, later(15)));

            assertThat(closed.state()).isInstanceOf(Closed.class);
            assertThat(after(closed.heard(new Delivery(Delivery.State.DELIVERED, ""), later(16)))
                            .state())
                    .isInstanceOf(Sent.class);
        }
    }

    @Nested
    class After_it_is_sent {

        private final Message sent = after(mail().claim("a", NOW).accepted("ses-1", NOW));

        @Test
        void events_move_it_forward_only() {
            Message delivered = after(sent.heard(new Delivery(Delivery.State.DELIVERED, ""), later(1)));

            assertThat(delivered.delivery().state()).isEqualTo(Delivery.State.DELIVERED);
            assertThat(delivered.heard(new Delivery(Delivery.State.DELAYED, ""), later(2)))
                    .isInstanceOf(Unchanged.class);
            assertThat(after(delivered.heard(new Delivery(Delivery.State.COMPLAINED, ""), later(3)))
                            .delivery()
                            .state())
                    .isEqualTo(Delivery.State.COMPLAINED);
        }

        @Test
        void an_event_told_twice_changes_nothing() {
            Message delivered = after(sent.heard(new Delivery(Delivery.State.DELIVERED, ""), later(1)));

            assertThat(delivered.heard(new Delivery(Delivery.State.DELIVERED, ""), later(1)))
                    .isInstanceOf(Unchanged.class);
        }

        @Test
        void every_change_raises_the_fence_by_one() {
            Message delivered = after(sent.heard(new Delivery(Delivery.State.DELIVERED, ""), later(1)));

            assertThat(delivered.fence()).isEqualTo(sent.fence() + 1);
        }

        @Test
        void an_answer_makes_a_follow_up_answered_and_the_same_again_changes_nothing() {
            Instant due = NOW.plus(Duration.ofDays(7));
            Message asked = after(text().claim("a", due).accepted("sns-1", due));
            assertThat(asked.followUpState()).isEqualTo(FollowUpState.ASKED);

            Message answered = after(asked.answered(new Answered(Answer.YES, due)));
            assertThat(answered.followUpState()).isEqualTo(FollowUpState.ANSWERED);
            assertThat(answered.answered(new Answered(Answer.YES, due.plusSeconds(9))))
                    .isInstanceOf(Unchanged.class);
        }
    }

    @Nested
    class Its_key {

        @Test
        void travels_as_text_and_as_the_tag_of_a_mail() {
            MessageKey key = MessageKey.followUp(REFERRAL, SHARE, ChannelKind.EMAIL);

            assertThat(key.text()).isEqualTo("REF#01REFERRAL|MSG#FU#01SHARE#E");
            assertThat(MessageKey.ofText(key.text())).contains(key);
            assertThat(key.tag()).matches("[A-Za-z0-9_-]{1,256}");
            assertThat(MessageKey.ofTag(key.tag())).contains(key);
        }

        @Test
        void is_read_from_nothing_else() {
            assertThat(MessageKey.ofText("")).isEmpty();
            assertThat(MessageKey.ofText("REF#1|META")).isEmpty();
            assertThat(MessageKey.ofText("a|MSG#b|MSG#c")).isEmpty();
            assertThat(MessageKey.ofTag("%%%")).isEmpty();
            assertThat(MessageKey.ofTag("")).isEmpty();
        }
    }
}
