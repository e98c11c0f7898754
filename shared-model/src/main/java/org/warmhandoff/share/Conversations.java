package org.warmhandoff.share;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.channel.Channel;
import org.warmhandoff.contact.PhoneNumber;
import org.warmhandoff.message.Message;
import org.warmhandoff.referral.Answer;

/** Texts between a number and us. */
public interface Conversations {

    /**
     * What is known when a text comes in.
     *
     * @param heard whether this very text was heard before: the topic delivers at least once
     * @param open the questions that wait for an answer, in the order in which they were planned
     * @param language of the latest share on the number, else English
     */
    record Conversation(Channel channel, boolean heard, List<OpenQuestion> open, String language) {
        public Conversation {
            open = List.copyOf(open);
        }
    }

    /** An answer by text to one of the open questions. */
    record TextedAnswer(OpenQuestion to, Answer answer) {}

    /**
     * Everything that comes of one text, written at once or not at all.
     *
     * @param moved the channel after an opt-out or opt-in
     * @param work that closes what is still owed, where somebody else has the number
     * @param reply the one text that answers it; one of a name that was sent before is left out
     */
    record Effect(
            Optional<Channel> moved, Optional<TextedAnswer> answer, Optional<Message> work, Optional<Message> reply) {}

    Conversation with(PhoneNumber number, String inboundMessageId, Instant now);

    /** Answers whether it was written; if not, something changed meanwhile and the conversation is to be read again. */
    boolean hear(Conversation read, String inboundMessageId, Effect effect, Instant now);

    /** What owns the replies to a number. */
    String ownerOf(PhoneNumber number);
}
