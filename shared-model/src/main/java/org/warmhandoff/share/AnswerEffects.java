package org.warmhandoff.share;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.message.Answered;
import org.warmhandoff.message.Change;
import org.warmhandoff.message.CloseReason;
import org.warmhandoff.message.Message;
import org.warmhandoff.message.MessageState;
import org.warmhandoff.referral.Answer;

/**
 * What a client's answer does to the follow-ups of its referral. One that was asked is answered, whichever channel the answer came by. One
 * that was not asked yet is not needed any more, unless the answer came before any was asked and was a No: then it is asked all the same.
 */
public final class AnswerEffects {

    private AnswerEffects() {}

    /** The follow-ups that change, each beside what was read. */
    public record Effect(Message before, Message after) {}

    public static List<Effect> of(List<Message> followUps, Answer answer, Instant now) {
        boolean asked = followUps.stream().anyMatch(message -> message.state() instanceof MessageState.Sent);
        return followUps.stream()
                .flatMap(message -> effect(message, answer, asked, now).stream())
                .toList();
    }

    private static Optional<Effect> effect(Message message, Answer answer, boolean asked, Instant now) {
        Change change = switch (message.state()) {
            case MessageState.Sent sent -> message.answered(new Answered(answer, now));
            case MessageState.Pending pending when asked -> message.close(CloseReason.ANSWERED, now);
            case MessageState.Pending pending ->
                switch (answer) {
                    case YES -> message.close(CloseReason.COMPLETED, now);
                    case NOT_INTERESTED -> message.close(CloseReason.CANCELED, now);
                    case NO -> new Change.Unchanged(message);
                };
            default -> new Change.Unchanged(message);
        };
        return change instanceof Change.Changed changed
                ? Optional.of(new Effect(message, changed.message()))
                : Optional.empty();
    }
}
