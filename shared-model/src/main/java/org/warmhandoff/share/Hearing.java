package org.warmhandoff.share;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.channel.Channel;
import org.warmhandoff.channel.ChannelAddress;
import org.warmhandoff.channel.ChannelState;
import org.warmhandoff.channel.How;
import org.warmhandoff.contact.PhoneNumber;
import org.warmhandoff.message.CloseReason;
import org.warmhandoff.message.Content.CloseOwedOnChannel;
import org.warmhandoff.message.Content.TextReply;
import org.warmhandoff.message.Message;
import org.warmhandoff.message.MessageKey;
import org.warmhandoff.referral.Answer;
import org.warmhandoff.share.Conversations.Conversation;
import org.warmhandoff.share.Conversations.Effect;
import org.warmhandoff.share.Conversations.TextedAnswer;
import org.warmhandoff.text.Keyword;
import org.warmhandoff.text.Reading;

/**
 * What comes of a text that a client sends us. STOP counts at once and is confirmed once; after it nothing is sent but the answer to HELP,
 * until START, YES or UNSTOP. A bare answer counts only when there is exactly one question that it can be about.
 */
public final class Hearing {

    private Hearing() {}

    /** @param owner what owns the replies to this number */
    public static Effect of(
            String body, String inboundMessageId, PhoneNumber from, String owner, Conversation now, Instant at) {
        Channel channel = now.channel();
        Replies replies = new Replies(from, owner, inboundMessageId, now.language(), at);
        return switch (Keyword.read(body, channel.optedOut())) {
            case Reading.OptOut out -> stopped(out.wrongNumber(), channel, replies);
            case Reading.Help help -> reply(replies.now(TextReply.Kind.HELP));
            case Reading.OptIn in ->
                channel.optedOut()
                        ? new Effect(
                                Optional.of(channel.optIn(How.START, at)),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(replies.now(TextReply.Kind.RESUMED)))
                        : politely(channel, replies);
            case Reading.Answered said -> answered(said.answer(), channel, now.open(), replies);
            case Reading.LetteredAnswer said ->
                now.open().stream()
                        .filter(question -> question.letter().equals(String.valueOf(said.letter())))
                        .findFirst()
                        .map(question -> heard(question, said.answer(), channel, replies))
                        .orElseGet(() -> unclear(channel, now.open(), replies));
            case Reading.Unclear unclear -> unclear(channel, now.open(), replies);
        };
    }

    /**
     * One confirmation and nothing more. A wrong number is somebody else's phone: what was sent there opens nothing any more, and what is
     * owed there would never reach the client, also where it was stopped before.
     */
    private static Effect stopped(boolean wrongNumber, Channel channel, Replies replies) {
        Optional<Message> confirmed =
                channel.optedOut() ? Optional.empty() : Optional.of(replies.now(TextReply.Kind.STOPPED));
        Channel out = channel.optOut(How.STOP, replies.at());
        if (wrongNumber) {
            return new Effect(
                    Optional.of(out.endLinks(replies.at())),
                    Optional.empty(),
                    Optional.of(replies.closing(channel.address())),
                    confirmed);
        }
        return confirmed.isPresent()
                ? new Effect(Optional.of(out), Optional.empty(), Optional.empty(), confirmed)
                : nothing();
    }

    private static Effect answered(Answer answer, Channel channel, List<OpenQuestion> open, Replies replies) {
        return open.size() == 1 ? heard(open.getFirst(), answer, channel, replies) : unclear(channel, open, replies);
    }

    private static Effect heard(OpenQuestion question, Answer answer, Channel channel, Replies replies) {
        return new Effect(
                Optional.empty(),
                Optional.of(new TextedAnswer(question, answer)),
                Optional.empty(),
                channel.optedOut() ? Optional.empty() : Optional.of(replies.now(TextReply.Kind.THANKS)));
    }

    /** Which one? With nothing open there is nothing to ask back. */
    private static Effect unclear(Channel channel, List<OpenQuestion> open, Replies replies) {
        if (open.isEmpty() || channel.optedOut()) {
            return politely(channel, replies);
        }
        String letters =
                String.join(" ", open.stream().map(OpenQuestion::letter).toList());
        return reply(replies.which(letters));
    }

    /** A number that nobody messaged is answered once, ever; one that somebody did, once a day: two machines must not talk all night. */
    private static Effect politely(Channel channel, Replies replies) {
        if (channel.optedOut()) {
            return nothing();
        }
        return reply(channel.state() == ChannelState.UNKNOWN ? replies.onceEver() : replies.onceADay());
    }

    private static Effect reply(Message message) {
        return new Effect(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(message));
    }

    private static Effect nothing() {
        return new Effect(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private record Replies(PhoneNumber to, String owner, String inboundMessageId, String language, Instant at) {

        Message now(TextReply.Kind kind) {
            return reply(kind, inboundMessageId, "");
        }

        Message which(String letters) {
            return reply(TextReply.Kind.WHICH, inboundMessageId, letters);
        }

        Message onceEver() {
            return reply(TextReply.Kind.NOT_UNDERSTOOD, "UNKNOWN", "");
        }

        Message onceADay() {
            return reply(
                    TextReply.Kind.NOT_UNDERSTOOD,
                    at.atOffset(ZoneOffset.UTC).toLocalDate().toString(),
                    "");
        }

        Message closing(ChannelAddress channel) {
            return Message.owed(
                    MessageKey.of(owner, "CLOSE", inboundMessageId),
                    new CloseOwedOnChannel(channel, CloseReason.OPTED_OUT),
                    at);
        }

        private Message reply(TextReply.Kind kind, String id, String reference) {
            return Message.owed(
                    MessageKey.of(owner, kind.name(), id), new TextReply(kind, to, language, reference), at);
        }
    }
}
