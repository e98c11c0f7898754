package org.warmhandoff.actions.deliver;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.warmhandoff.adapters.dynamo.ClientFacts;
import org.warmhandoff.adapters.dynamo.Item;
import org.warmhandoff.adapters.dynamo.Key;
import org.warmhandoff.adapters.dynamo.Write;
import org.warmhandoff.adapters.sms.Texts;
import org.warmhandoff.channel.ChannelAddress;
import org.warmhandoff.message.CloseReason;
import org.warmhandoff.message.Content;
import org.warmhandoff.message.Message;
import org.warmhandoff.message.OutgoingText;

/**
 * The one answer to a text. After STOP its confirmation and the answer to HELP are all that may still go out, so every other answer holds
 * fast that the number has not opted out.
 */
final class TextReplySaying implements Saying {

    private final Message message;
    private final Content.TextReply reply;
    private final ClientFacts facts;
    private final Texts texts;

    TextReplySaying(Message message, Content.TextReply reply, ClientFacts facts, Texts texts) {
        this.message = message;
        this.reply = reply;
        this.facts = facts;
        this.texts = texts;
    }

    /** It says what was decided when the text was heard. */
    @Override
    public Collection<Key> facts(Map<Key, Item> read) {
        return List.of();
    }

    @Override
    public Prepared prepare(Map<Key, Item> read, Minting minting, Instant now) {
        ChannelAddress.Text to = new ChannelAddress.Text(reply.to());
        List<Check> checks = switch (reply.kind()) {
            case STOPPED, HELP -> List.of();
            case RESUMED, THANKS, WHICH, NOT_UNDERSTOOD ->
                List.of(Check.orClose(facts.notOptedOut(to), CloseReason.OPTED_OUT));
        };
        return new Prepared.Send(new OutgoingText(message.key(), reply.to(), words()), checks);
    }

    private String words() {
        String language = reply.language();
        return switch (reply.kind()) {
            case STOPPED -> texts.stopped(language);
            case RESUMED -> texts.started(language);
            case HELP -> texts.help(language);
            case THANKS -> texts.thanks(language);
            case WHICH -> texts.whichOne(language, List.of(reply.reference().split(" ")));
            case NOT_UNDERSTOOD -> texts.unknown(language);
        };
    }

    @Override
    public List<Write> optedOut(Instant now) {
        return facts.optedOutAtCarrier(new ChannelAddress.Text(reply.to()), now);
    }
}
