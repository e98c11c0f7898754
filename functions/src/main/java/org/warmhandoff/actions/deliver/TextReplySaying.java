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
import org.warmhandoff.message.Content.TextReply;
import org.warmhandoff.message.Message;
import org.warmhandoff.message.OutgoingText;

/**
 * The one answer to a text of a client's. The confirmation of STOP and the answer to HELP go out whatever the number's state: they are the
 * only ones that do.
 */
final class TextReplySaying implements Saying {

    private final Message message;
    private final TextReply reply;
    private final ClientFacts facts;
    private final Texts texts;

    TextReplySaying(Message message, TextReply reply, ClientFacts facts, Texts texts) {
        this.message = message;
        this.reply = reply;
        this.facts = facts;
        this.texts = texts;
    }

    @Override
    public Collection<Key> facts() {
        return List.of();
    }

    @Override
    public Prepared prepare(Map<Key, Item> read, Minting minting, Instant now) {
        List<Check> checks =
                alwaysSaid() ? List.of() : List.of(Check.orClose(facts.notOptedOut(to()), CloseReason.OPTED_OUT));
        return new Prepared.Send(new OutgoingText(message.key(), reply.to(), words()), checks);
    }

    private boolean alwaysSaid() {
        return reply.kind() == TextReply.Kind.STOPPED || reply.kind() == TextReply.Kind.HELP;
    }

    private String words() {
        String language = reply.language();
        return switch (reply.kind()) {
            case STOPPED -> texts.stopped(language);
            case RESUMED -> texts.started(language);
            case HELP -> texts.help(language);
            case THANKS -> texts.thanks(language);
            case WHICH -> texts.whichOne(language, List.of(reply.reference().split(" ")));
            case NOT_UNDERSTOOD ->
                reply.reference().isEmpty() ? texts.unknown(language) : texts.notUnderstood(language);
        };
    }

    private ChannelAddress to() {
        return new ChannelAddress.Text(reply.to());
    }

    @Override
    public List<Write> optedOut(Instant now) {
        return facts.optedOutAtCarrier(to(), now);
    }
}
