package org.warmhandoff.actions.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.warmhandoff.adapters.dynamo.MemoryTable.Fault;
import org.warmhandoff.listing.MailState;
import org.warmhandoff.message.CloseReason;
import org.warmhandoff.message.MessageKey;
import org.warmhandoff.message.MessageState;
import org.warmhandoff.message.OutgoingMail;
import org.warmhandoff.message.Submission;
import org.warmhandoff.referral.Delivery;

/** The promise, with everything that can go wrong: no accepted message is lost, and none is submitted more than twice. */
class PromiseTest {

    private static final MessageKey KEY = World.MAIL;

    @Nested
    class When_nothing_goes_wrong {

        private final World world = new World();

        @Test
        void a_referral_is_mailed_once_with_links_whose_tokens_are_kept_nowhere() {
            world.send();
            world.stream();

            assertThat(world.mails).hasSize(1);
            OutgoingMail mail = world.mails.getFirst();
            assertThat(mail.to().value()).isEqualTo(World.ADDRESS);
            List<String> tokens = World.tokens(mail);
            assertThat(tokens).hasSize(3);
            tokens.forEach(token -> assertThat(world.table.everythingAsText()).doesNotContain(token));
            assertThat(world.message().state()).isInstanceOf(MessageState.Sent.class);
            assertThat(world.referral().delivery().state()).isEqualTo(Delivery.State.SENT);
            assertThat(world.activity()).contains("Referral email sent");
        }

        @Test
        void it_takes_a_read_a_batch_a_claim_and_a_record() {
            world.send();
            world.table.drainChanges();
            world.table.forgetCalls();
            world.deliver();

            assertThat(world.table.callCount()).isEqualTo(4);
        }

        @Test
        void the_stream_may_tell_it_five_times() {
            world.send();
            for (int i = 0; i < 5; i++) {
                world.deliver();
            }
            assertThat(world.mails).hasSize(1);
        }

        @Test
        void the_referrals_version_stays_so_that_an_open_form_does_not_go_stale() {
            world.send();
            int before = world.referral().version();
            world.deliver();

            assertThat(world.referral().version()).isEqualTo(before);
        }
    }

    @Nested
    class When_it_is_not_wanted_any_more {

        private final World world = new World();

        @Test
        void withdrawn_before_it_is_sent_it_is_not_sent_and_the_activity_says_so() {
            world.send();
            world.withdraw();
            world.deliver();

            assertThat(world.mails).isEmpty();
            assertThat(world.message().closeReason()).contains(CloseReason.WITHDRAWN);
            assertThat(world.referral().delivery().state()).isEqualTo(Delivery.State.SUPPRESSED);
            assertThat(world.activity()).contains("Referral email not sent: the referral was withdrawn");
        }

        @Test
        void withdrawn_between_the_decision_and_the_claim_it_is_not_sent_either() {
            world.send();
            world.justBeforeTheClaim(world::withdraw);
            world.deliver();

            assertThat(world.mails).isEmpty();
            assertThat(world.message().closeReason()).contains(CloseReason.WITHDRAWN);
        }

        @Test
        void unsubscribed_it_is_not_sent_and_the_referral_stays_open() {
            world.send();
            world.choose(MailState.UNSUBSCRIBED);
            world.deliver();

            assertThat(world.mails).isEmpty();
            assertThat(world.message().closeReason()).contains(CloseReason.OPTED_OUT);
            assertThat(world.referral().outcome().open()).isTrue();
        }

        @Test
        void unsubscribed_in_any_gap_of_the_sending_no_claim_follows_the_opt_out() {
            for (int call = 0; call < 6; call++) {
                World each = new World();
                each.send();
                each.beforeCall(call, () -> each.choose(MailState.UNSUBSCRIBED));
                each.deliver();
                each.quiesce(Duration.ofHours(1));

                boolean claimedBefore = !each.mails.isEmpty();
                assertThat(claimedBefore || each.message().closeReason().equals(Optional.of(CloseReason.OPTED_OUT)))
                        .isTrue();
                assertThat(each.sentAfterOptOut).isFalse();
            }
        }
    }

    @Nested
    class When_the_provider_does_not_take_it {

        private final World world = new World();

        @Test
        void it_is_asked_again_and_not_counted() {
            world.send();
            world.answers.add(new Submission.NotTaken(Optional.empty()));
            world.answers.add(new Submission.NotTaken(Optional.of(Duration.ofMinutes(3))));
            world.quiesce(Duration.ofHours(2));

            assertThat(world.tries).isEqualTo(3);
            assertThat(world.mails).hasSize(1);
            assertThat(world.message().submissions()).isEqualTo(1);
        }

        @Test
        void after_three_days_it_is_given_up_and_everybody_is_told() {
            world.send();
            world.always = Optional.of(new Submission.NotTaken(Optional.empty()));
            world.quiesce(Duration.ofHours(80));

            assertThat(world.message().state()).isInstanceOf(MessageState.Failed.class);
            assertThat(world.referral().delivery().state()).isEqualTo(Delivery.State.FAILED);
            assertThat(world.stranded).isEqualTo(1);
        }

        @Test
        void refused_for_good_it_is_never_tried_again() {
            world.send();
            world.answers.add(new Submission.Refused("The email provider refused it."));
            world.quiesce(Duration.ofHours(2));

            assertThat(world.tries).isEqualTo(1);
            assertThat(world.referral().delivery())
                    .isEqualTo(new Delivery(Delivery.State.FAILED, "The email provider refused it."));
        }
    }

    @Nested
    class When_the_reply_is_lost {

        private final World world = new World();

        @Test
        void it_waits_for_the_providers_event_and_is_not_sent_again() {
            world.send();
            world.acceptAndLoseTheReply();
            world.deliver();
            assertThat(world.message().state()).isInstanceOf(MessageState.Ambiguous.class);

            world.hear(Delivery.State.SENT);
            world.quiesce(Duration.ofHours(2));

            assertThat(world.mails).hasSize(1);
            assertThat(world.message().state()).isInstanceOf(MessageState.Sent.class);
        }

        @Test
        void without_the_event_it_is_sent_once_more_with_new_links_and_the_old_ones_stay() {
            world.send();
            world.acceptAndLoseTheReply();
            world.deliver();
            world.quiesce(Duration.ofHours(2));

            assertThat(world.mails).hasSize(2);
            assertThat(World.tokens(world.mails.get(0))).doesNotContainAnyElementsOf(World.tokens(world.mails.get(1)));
            World.tokens(world.mails.get(0))
                    .forEach(token -> assertThat(world.link(token)).isPresent());
            World.tokens(world.mails.get(1))
                    .forEach(token -> assertThat(world.link(token)).isPresent());
        }

        @Test
        void lost_twice_nobody_tries_again_and_the_sender_is_shown_that_nobody_knows() {
            world.send();
            world.acceptAndLoseTheReply();
            world.acceptAndLoseTheReply();
            world.quiesce(Duration.ofHours(5));

            assertThat(world.mails).hasSize(2);
            assertThat(world.message().state()).isInstanceOf(MessageState.Review.class);
            assertThat(world.referral().delivery().state()).isEqualTo(Delivery.State.UNCERTAIN);
            assertThat(world.stranded).isEqualTo(1);
        }

        @Test
        void withdrawn_meanwhile_it_is_not_sent_again() {
            world.send();
            world.acceptAndLoseTheReply();
            world.deliver();
            world.withdraw();
            world.quiesce(Duration.ofHours(2));

            assertThat(world.mails).hasSize(1);
        }

        @Test
        void a_claim_whose_reply_was_lost_knows_its_own_write() {
            world.send();
            world.faultAtCall(2, Fault.LOST_REPLY);
            world.deliver();

            assertThat(world.mails).hasSize(1);
            World.tokens(world.mails.getFirst())
                    .forEach(token -> assertThat(world.link(token)).isPresent());
            assertThat(world.message().state()).isInstanceOf(MessageState.Sent.class);
        }

        @Test
        void a_claim_that_is_refused_because_it_stands_already_is_a_claim() {
            world.send();
            world.carryOutTheClaimTwice();
            world.deliver();

            assertThat(world.mails).hasSize(1);
            assertThat(world.message().state()).isInstanceOf(MessageState.Sent.class);
            assertThat(world.message().submissions()).isEqualTo(1);
        }

        @Test
        void a_record_whose_reply_was_lost_is_one_record() {
            world.send();
            world.faultAtCall(3, Fault.LOST_REPLY);
            world.deliver();

            assertThat(world.message().state()).isInstanceOf(MessageState.Sent.class);
            assertThat(world.activity().stream().filter("Referral email sent"::equals))
                    .hasSize(1);
        }
    }

    /** Every call of a delivery, with every fault, alone and in pairs: then the world goes on by itself. */
    @Nested
    class At_every_call {

        private static final List<Fault> FAULTS =
                List.of(Fault.CRASH_BEFORE, Fault.CRASH_AFTER, Fault.LOST_REPLY, Fault.CONFLICT, Fault.THROTTLED);

        @Test
        void whatever_happens_to_one_call_the_referral_is_mailed_and_at_most_twice() {
            for (int call = 0; call < 8; call++) {
                for (Fault fault : FAULTS) {
                    World world = new World();
                    world.send();
                    world.faultAtCall(call, fault);
                    world.deliver();
                    world.quiesce(Duration.ofHours(3));
                    world.holdsThePromise("call " + call + " " + fault);
                }
            }
        }

        @Test
        void whatever_happens_to_two_calls() {
            for (int first = 0; first < 8; first++) {
                for (int second = first + 1; second < 14; second++) {
                    for (Fault fault : FAULTS) {
                        for (Fault other : FAULTS) {
                            World world = new World();
                            world.send();
                            world.faultAtCall(first, fault);
                            world.faultAtCall(second, other);
                            world.deliver();
                            world.quiesce(Duration.ofHours(3));
                            world.holdsThePromise("calls " + first + " " + fault + ", " + second + " " + other);
                        }
                    }
                }
            }
        }

        @Test
        void dying_before_or_after_the_providers_accept_costs_one_more_copy_at_the_worst() {
            for (boolean taken : List.of(true, false)) {
                World world = new World();
                world.send();
                world.dieAtTheProvider(taken);
                world.deliver();
                world.quiesce(Duration.ofHours(3));

                world.holdsThePromise("died " + (taken ? "after" : "before") + " the accept");
                assertThat(world.mails).hasSize(taken ? 2 : 1);
            }
        }

        @Test
        void a_process_that_died_after_the_accept_is_settled_by_the_event_without_a_copy() {
            World world = new World();
            world.send();
            world.dieAtTheProvider(true);
            world.deliver();
            world.hear(Delivery.State.DELIVERED);
            world.quiesce(Duration.ofHours(3));

            assertThat(world.mails).hasSize(1);
            assertThat(world.referral().delivery().state()).isEqualTo(Delivery.State.DELIVERED);
        }
    }

    @Nested
    class When_parts_of_the_system_are_gone {

        @Test
        void the_sweep_alone_delivers_with_the_stream_dead() {
            World world = new World();
            world.send();
            world.table.drainChanges();
            world.quiesce(Duration.ofMinutes(12));

            assertThat(world.mails).hasSize(1);
        }

        @Test
        void the_sweep_alone_settles_a_doubt_with_timers_and_delays_dead() {
            World world = new World();
            world.timersDead = true;
            world.send();
            world.acceptAndLoseTheReply();
            world.deliver();
            world.quiesce(Duration.ofHours(1));

            assertThat(world.mails).hasSize(2);
        }

        @Test
        void two_senders_at_once_send_once() {
            World world = new World();
            world.send();
            world.justBeforeTheClaim(world::deliverQuietly);
            world.deliver();
            world.quiesce(Duration.ofHours(1));

            assertThat(world.mails).hasSize(1);
        }

        @Test
        void what_is_planned_for_later_is_brought_back_by_a_timer_or_soon_by_the_queue() {
            World world = new World();
            Instant later = world.now().plus(Duration.ofDays(7));
            world.owe(later);
            world.deliver();
            assertThat(world.timers).containsExactly(later);

            World soon = new World();
            soon.owe(soon.now().plus(Duration.ofMinutes(4)));
            soon.deliver();
            assertThat(soon.timers).isEmpty();
            assertThat(soon.queued).hasSize(1);
        }
    }

    @Nested
    class When_the_address_changes {

        private final World world = new World();

        @Test
        void a_mail_not_yet_sent_goes_to_the_new_address_once() {
            world.send();
            world.changeAddress("new@valley.example");
            world.table.drainChanges();
            world.quiesce(Duration.ofHours(2));

            assertThat(world.referralMails())
                    .extracting(mail -> mail.to().value())
                    .containsExactly("new@valley.example");
        }

        @Test
        void a_mail_sent_before_is_sent_again_to_the_new_address_and_the_old_links_die() {
            world.send();
            world.deliver();
            world.changeAddress("new@valley.example");
            world.table.drainChanges();
            world.quiesce(Duration.ofHours(2));

            assertThat(world.referralMails())
                    .extracting(mail -> mail.to().value())
                    .containsExactly(World.ADDRESS, "new@valley.example");
            assertThat(world.referral().delivery().state()).isEqualTo(Delivery.State.SENT);
        }

        @Test
        void undone_it_is_sent_to_the_old_address_again() {
            world.send();
            world.deliver();
            world.changeAddress("new@valley.example");
            world.quiesce(Duration.ofHours(1));
            world.undoAddress();
            world.quiesce(Duration.ofHours(1));

            assertThat(world.referralMails())
                    .extracting(mail -> mail.to().value())
                    .containsExactly(World.ADDRESS, "new@valley.example", World.ADDRESS);
        }

        @Test
        void sixty_open_referrals_are_sent_by_one_job_some_at_a_time() {
            for (int i = 0; i < 60; i++) {
                world.send("01REFERRAL%016d".formatted(i));
            }
            world.quiesce(Duration.ofHours(1));
            int before = world.referralMails().size();
            world.changeAddress("new@valley.example");
            world.quiesce(Duration.ofHours(1));

            assertThat(before).isEqualTo(60);
            assertThat(world.referralMails()).hasSize(120);
        }
    }
}
