package org.warmhandoff.share;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.warmhandoff.channel.Channel;
import org.warmhandoff.followup.FollowUpTime;
import org.warmhandoff.message.CloseReason;
import org.warmhandoff.message.Decision;
import org.warmhandoff.message.Message;
import org.warmhandoff.referral.Outcome;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.referral.Response;

/** Whether a message to a client is still to go out. Decided when it is due, from what is true then, and never from what was true when it was planned. */
public final class ClientMessageDecision {

    private ClientMessageDecision() {}

    /** The first one: while any referral of the basket is still open. It goes at any hour, since the client is waiting for it. */
    public static Decision first(Channel channel, boolean doNotContact, List<Referral> basket) {
        Optional<CloseReason> forbidden = forbidden(channel, doNotContact);
        if (forbidden.isPresent()) {
            return new Decision.Close(forbidden.get());
        }
        return stillWanted(basket).isEmpty()
                ? basket.stream()
                        .map(ClientMessageDecision::over)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .<Decision>map(Decision.Close::new)
                        .orElse(new Decision.Close(CloseReason.FAILED))
                : Decision.SEND;
    }

    /** What of the basket is there to be told of: nobody is sent to a place that does not expect them any more. */
    public static List<Referral> stillWanted(List<Referral> basket) {
        return basket.stream().filter(referral -> over(referral).isEmpty()).toList();
    }

    /**
     * A question whether help arrived. One that may have been asked and was answered, here or by the other channel, is not asked again.
     *
     * @param question this one
     * @param elsewhere the same question by the other channel, if there is one
     * @param zone the client's
     */
    public static Decision followUp(
            Channel channel,
            boolean doNotContact,
            Referral referral,
            Message question,
            Optional<Message> elsewhere,
            ZoneId zone,
            Instant now) {
        Optional<CloseReason> closed = forbidden(channel, doNotContact)
                .or(() -> over(referral))
                .or(() -> Stream.concat(Stream.of(question), elsewhere.stream())
                        .filter(asked -> asked.answer().isPresent())
                        .findFirst()
                        .map(answered -> CloseReason.ANSWERED));
        if (closed.isPresent()) {
            return new Decision.Close(closed.get());
        }
        Instant open = FollowUpTime.lateSend(now, zone);
        return open.isAfter(now) ? new Decision.Wait(open) : Decision.SEND;
    }

    private static Optional<CloseReason> forbidden(Channel channel, boolean doNotContact) {
        if (channel.optedOut()) {
            return Optional.of(CloseReason.OPTED_OUT);
        }
        return doNotContact ? Optional.of(CloseReason.DO_NOT_CONTACT) : Optional.empty();
    }

    private static Optional<CloseReason> over(Referral referral) {
        return switch (referral.outcome()) {
            case Outcome.Withdrawn w -> Optional.of(CloseReason.WITHDRAWN);
            case Outcome.Canceled c -> Optional.of(CloseReason.CANCELED);
            case Outcome.ServiceCompleted s -> Optional.of(CloseReason.COMPLETED);
            case Outcome.Open o ->
                referral.response() instanceof Response.Rejected ? Optional.of(CloseReason.REJECTED) : Optional.empty();
        };
    }
}
