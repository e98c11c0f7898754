package org.warmhandoff.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.warmhandoff.referral.AllowedAction.ACCEPT;
import static org.warmhandoff.referral.AllowedAction.ARCHIVE;
import static org.warmhandoff.referral.AllowedAction.REJECT;
import static org.warmhandoff.referral.AllowedAction.RESTORE;
import static org.warmhandoff.referral.AllowedAction.REVIEW;
import static org.warmhandoff.referral.AllowedAction.SHARE;
import static org.warmhandoff.referral.AllowedAction.UNDO;
import static org.warmhandoff.referral.AllowedAction.WITHDRAW;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.warmhandoff.channel.ChannelKind;
import org.warmhandoff.listing.Network;
import org.warmhandoff.share.ShareId;

class ReferralTest {

    private static final Actor STAFF = Actor.staffOf("Rainier Night Shelter");
    private static final Actor DANA = Actor.member("Dana Ortiz");
    private static final Instant LATER = Samples.SENT.plus(Duration.ofHours(3));

    private final Referral sent = Samples.sent(Network.OUT);
    private final Referral sentInside = Samples.sent(Network.IN);

    private static Referral moved(Move move) {
        assertThat(move).isInstanceOf(Move.Moved.class);
        return ((Move.Moved) move).referral();
    }

    private static Referral heard(Referral.Heard heard) {
        return switch (heard) {
            case Referral.Heard.Moved m -> m.referral();
            case Referral.Heard.Noted n -> n.referral();
            case Referral.Heard.Same s -> s.referral();
        };
    }

    @Nested
    class WhenSent {

        @Test
        void the_headline_is_sent_and_the_version_is_one() {
            assertThat(sent.status().label()).isEqualTo("Sent");
            assertThat(sent.version()).isEqualTo(1);
            assertThat(sent.sentLine().move()).hasValue(1);
        }

        @Test
        void the_reference_for_people_is_eight_characters() {
            assertThat(sent.id().reference()).isEqualTo("00AB-12CD");
        }

        @Test
        void it_can_be_accepted() {
            Referral accepted = moved(sent.accept(STAFF, LATER));
            assertThat(accepted.status()).isEqualTo(Status.ACCEPTED);
            assertThat(accepted.version()).isEqualTo(2);
            assertThat(accepted.answeredAt()).contains(LATER);
        }

        @Test
        void it_can_be_rejected_with_a_reason() {
            Referral rejected = moved(sent.reject(RejectReason.NO_CAPACITY, "", STAFF, LATER));
            assertThat(rejected.status().label()).isEqualTo("Rejected");
        }

        @Test
        void other_requires_details() {
            assertThatThrownBy(() -> sent.reject(RejectReason.OTHER, " ", STAFF, LATER))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void it_can_be_withdrawn_and_then_the_receiver_cannot_answer() {
            Referral withdrawn = moved(sent.withdraw(DANA, LATER));
            assertThat(withdrawn.status()).isEqualTo(Status.WITHDRAWN);
            assertThat(withdrawn.accept(STAFF, LATER)).isInstanceOf(Move.Refused.class);
            assertThat(withdrawn.reject(RejectReason.NO_FUNDS, "", STAFF, LATER))
                    .isInstanceOf(Move.Refused.class);
            assertThat(withdrawn.clientShownToReceiver()).isFalse();
        }

        @Test
        void an_out_of_network_receiver_never_puts_it_in_review() {
            assertThat(sent.review(STAFF, LATER)).isInstanceOf(Move.Refused.class);
        }

        @Test
        void there_is_nothing_to_undo_or_archive() {
            assertThat(sent.undo(STAFF, LATER)).isInstanceOf(Move.Refused.class);
            assertThat(sent.openToSender()).containsExactlyInAnyOrder(WITHDRAW, SHARE);
        }

        @Test
        void it_is_shared_by_each_channel_once_and_then_no_more() {
            assertThat(sharedBy(ChannelKind.EMAIL).openToSender()).contains(SHARE);
            assertThat(sharedBy(ChannelKind.EMAIL, ChannelKind.SMS).openToSender())
                    .doesNotContain(SHARE);
        }

        private Referral sharedBy(ChannelKind... channels) {
            return new Referral(
                    sent.id(),
                    sent.sender(),
                    sent.receiver(),
                    sent.client(),
                    sent.participant(),
                    sent.notes(),
                    sent.consent(),
                    sent.sentAt(),
                    sent.response(),
                    sent.outcome(),
                    sent.version(),
                    sent.clientAnswer(),
                    sent.archivedAt(),
                    sent.delivery(),
                    Stream.of(channels)
                            .map(channel -> new Shared(new ShareId("01SHARE"), channel, LATER, Delivery.PENDING))
                            .toList());
        }
    }

    @Nested
    class WhenAnswered {

        private final Referral accepted = moved(sent.accept(STAFF, LATER));

        @Test
        void accepting_again_changes_nothing() {
            assertThat(accepted.accept(STAFF, LATER.plusSeconds(60))).isEqualTo(new Move.Unchanged(accepted));
        }

        @Test
        void the_same_rejection_again_changes_nothing_and_another_one_is_refused() {
            Referral rejected = moved(sent.reject(RejectReason.OTHER, "Flooded", STAFF, LATER));
            assertThat(rejected.reject(RejectReason.OTHER, "Flooded", STAFF, LATER))
                    .isInstanceOf(Move.Unchanged.class);
            assertThat(rejected.reject(RejectReason.OTHER, "Closed", STAFF, LATER))
                    .isInstanceOf(Move.Refused.class);
        }

        @Test
        void it_cannot_be_rejected_or_withdrawn() {
            assertThat(accepted.reject(RejectReason.NO_FUNDS, "", STAFF, LATER)).isInstanceOf(Move.Refused.class);
            assertThat(accepted.withdraw(DANA, LATER)).isInstanceOf(Move.Refused.class);
        }

        @Test
        void undo_goes_back_to_sent_and_out_of_history_and_counts_the_link_from_now() {
            Referral undone = moved(accepted.filed(Optional.of(LATER)).undo(STAFF, LATER.plusSeconds(9)));
            assertThat(undone.response()).isEqualTo(new Response.Sent(LATER.plusSeconds(9)));
            assertThat(undone.archivedAt()).isEmpty();
            assertThat(undone.version()).isEqualTo(3);
        }

        @Test
        void in_network_undo_goes_back_to_the_review() {
            Referral inReview = moved(sentInside.review(DANA, LATER));
            assertThat(inReview.status().label()).isEqualTo("In Review");
            Referral undone = moved(moved(inReview.accept(DANA, LATER)).undo(DANA, LATER));
            assertThat(undone.status()).isEqualTo(Status.IN_REVIEW);
        }

        @Test
        void the_client_is_hidden_after_a_rejection_and_back_on_undo() {
            Referral rejected = moved(sentInside.reject(RejectReason.NO_FUNDS, "", DANA, LATER));
            assertThat(rejected.clientShownToReceiver()).isFalse();
            assertThat(moved(rejected.undo(DANA, LATER)).clientShownToReceiver())
                    .isTrue();
        }

        @Test
        void the_sender_may_archive_and_restore() {
            assertThat(accepted.openToSender()).containsExactlyInAnyOrder(ARCHIVE, SHARE);
            assertThat(accepted.filed(Optional.of(LATER)).openToSender()).containsExactlyInAnyOrder(RESTORE, SHARE);
        }

        @Test
        void in_network_staff_see_what_is_open() {
            assertThat(sentInside.openToReceiver()).containsExactlyInAnyOrder(REVIEW, ACCEPT, REJECT);
            assertThat(moved(sentInside.accept(DANA, LATER)).openToReceiver()).containsExactly(UNDO);
        }
    }

    @Nested
    class WhenTheClientAnswers {

        @Test
        void yes_completes_with_the_note_to_the_letter() {
            Referral.Heard.Moved heard = (Referral.Heard.Moved) sent.heard(Answer.YES, LATER);
            assertThat(heard.referral().status().label()).isEqualTo("Service Completed");
            assertThat(heard.line().text()).isEqualTo("Yes, I've received services");
        }

        @Test
        void no_changes_no_status_and_leaves_its_note() {
            Referral.Heard.Noted heard = (Referral.Heard.Noted) sent.heard(Answer.NO, LATER);
            assertThat(heard.referral().status()).isEqualTo(Status.SENT);
            assertThat(heard.referral().version()).isEqualTo(1);
            assertThat(heard.line().text()).isEqualTo("No, I did not receive services");
        }

        @Test
        void not_interested_cancels() {
            Referral.Heard.Moved heard = (Referral.Heard.Moved) sent.heard(Answer.NOT_INTERESTED, LATER);
            assertThat(heard.referral().status().label()).isEqualTo("Canceled");
            assertThat(heard.line().text()).isEqualTo("I'm no longer interested in services");
        }

        @Test
        void no_after_their_own_yes_opens_it_again() {
            Referral completed = heard(moved(sent.accept(STAFF, LATER)).heard(Answer.YES, LATER));
            Referral open = heard(completed.heard(Answer.NO, LATER));
            assertThat(open.status()).isEqualTo(Status.ACCEPTED);
            assertThat(open.clientAnswer().orElseThrow().number()).isEqualTo(2);
        }

        @Test
        void the_same_answer_twice_is_one_note() {
            Referral once = heard(sent.heard(Answer.YES, LATER));
            assertThat(once.heard(Answer.YES, LATER)).isInstanceOf(Referral.Heard.Same.class);
        }

        @Test
        void on_withdrawn_an_answer_leaves_its_note_and_nothing_else() {
            Referral withdrawn = moved(sent.withdraw(DANA, LATER));
            Referral.Heard heard = withdrawn.heard(Answer.YES, LATER);
            assertThat(heard).isInstanceOf(Referral.Heard.Noted.class);
            assertThat(heard(heard).status()).isEqualTo(Status.WITHDRAWN);
            assertThat(heard(heard).version()).isEqualTo(withdrawn.version());
        }

        @Test
        void after_a_no_a_reason_and_a_wish_for_help_are_remembered_once() {
            Referral no = heard(sent.heard(Answer.NO, LATER));
            Referral explained =
                    no.explained(Optional.of(Barrier.WAITING), true).orElseThrow();
            assertThat(explained.clientAnswer().orElseThrow().help()).isTrue();
            assertThat(explained.explained(Optional.of(Barrier.WAITING), true)).isEmpty();
            assertThat(sent.explained(Optional.empty(), true)).isEmpty();
        }

        @Test
        void a_completed_referral_cannot_be_undone_by_the_receiver() {
            Referral completed = heard(moved(sent.accept(STAFF, LATER)).heard(Answer.YES, LATER));
            assertThat(completed.undo(STAFF, LATER)).isInstanceOf(Move.Refused.class);
            assertThat(completed.openToReceiver()).isEmpty();
        }
    }

    /** Whatever happens in whatever order: versions have no gaps, a move adds exactly one line with its number, a refusal changes nothing. */
    @Test
    void every_sequence_of_moves_keeps_numbers_without_gaps() {
        List<Function<Referral, Object>> moves = List.of(
                r -> r.accept(STAFF, LATER),
                r -> r.reject(RejectReason.NO_FUNDS, "", STAFF, LATER),
                r -> r.undo(STAFF, LATER),
                r -> r.review(DANA, LATER),
                r -> r.withdraw(DANA, LATER),
                r -> r.heard(Answer.YES, LATER),
                r -> r.heard(Answer.NO, LATER),
                r -> r.heard(Answer.NOT_INTERESTED, LATER));
        Random random = new Random(7);
        for (int run = 0; run < 20_000; run++) {
            Referral now = run % 2 == 0 ? sent : sentInside;
            List<Integer> numbers = new ArrayList<>(List.of(1));
            for (int step = 0; step < 12; step++) {
                Object result = moves.get(random.nextInt(moves.size())).apply(now);
                switch (result) {
                    case Move.Moved m -> {
                        numbers.add(m.line().move().orElseThrow());
                        now = m.referral();
                    }
                    case Referral.Heard.Moved m -> {
                        numbers.add(m.line().move().orElseThrow());
                        now = m.referral();
                    }
                    case Move.Unchanged u -> assertThat(u.referral()).isEqualTo(now);
                    case Move.Refused refused -> assertThat(refused.state()).isEqualTo(now);
                    case Referral.Heard.Noted n -> {
                        assertThat(n.referral().status()).isEqualTo(now.status());
                        now = n.referral();
                    }
                    case Referral.Heard.Same s -> assertThat(s.referral()).isEqualTo(now);
                    default -> throw new AssertionError(result);
                }
            }
            assertThat(now.version()).isEqualTo(numbers.size());
            for (int i = 0; i < numbers.size(); i++) {
                assertThat(numbers.get(i)).isEqualTo(i + 1);
            }
        }
    }
}
