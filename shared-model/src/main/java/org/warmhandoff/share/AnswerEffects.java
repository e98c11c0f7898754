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
 * What a client's answer does to the follow-ups of its referral. One that was asked is answered, whichever channel the answer came by, and
 * one that may have been asked counts as asked: whoever answers has seen it. One that was not asked yet is not needed any more, unless the
 * answer came before any was asked and was a No: then it is asked all the same.
 */
public final class AnswerEffects {

    private AnswerEffects() {}

    /** The follow-ups that change, each beside what was read. */
    public record Effect(Message before, Message after) {}

    public static List<Effect> of(List<Message> followUps, Answer answer, Instant now) {
        boolean asked = followUps.stream().anyMatch(Message::perhapsAsked);
        return followUps.stream()
                .flatMap(message -> effect(message, answer, asked, now).stream())
                .toList();
    }

    private static Optional<Effect> effect(Message message, Answer answer, boolean asked, Instant now) {
        Change change;
        if (message.perhapsAsked()) {
            change = message.answered(new Answered(answer, now));
        } else if (message.state() instanceof MessageState.Pending) {
            change = unasked(message, answer, asked, now);
        } else {
            change = new Change.Unchanged(message);
        }
        return change instanceof Change.Changed changed
                ? Optional.of(new Effect(message, changed.message()))
                : Optional.empty();
    }

    private static Change unasked(Message message, Answer answer, boolean askedElsewhere, Instant now) {
        if (askedElsewhere) {
            return message.close(CloseReason.ANSWERED, now);
        }
        return switch (answer) {
            case YES -> message.close(CloseReason.COMPLETED, now);
            case NOT_INTERESTED -> message.close(CloseReason.CANCELED, now);
            case NO -> new Change.Unchanged(message);
        };
    }
}
