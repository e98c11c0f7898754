package org.warmhandoff.actions.deliver;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.warmhandoff.adapters.dynamo.ClientFacts;
import org.warmhandoff.adapters.dynamo.Item;
import org.warmhandoff.adapters.dynamo.Key;
import org.warmhandoff.adapters.dynamo.Write;
import org.warmhandoff.adapters.mail.ClientFollowUpMailView;
import org.warmhandoff.adapters.mail.Mail;
import org.warmhandoff.adapters.mail.MailTexts;
import org.warmhandoff.adapters.sms.Texts;
import org.warmhandoff.channel.ChannelAddress;
import org.warmhandoff.link.Purpose;
import org.warmhandoff.link.Target;
import org.warmhandoff.message.CloseReason;
import org.warmhandoff.message.Content;
import org.warmhandoff.message.Decision;
import org.warmhandoff.message.Message;
import org.warmhandoff.message.OutgoingMail;
import org.warmhandoff.message.OutgoingText;
import org.warmhandoff.share.ClientMessageDecision;
import org.warmhandoff.share.Letters;

/** The question, a week later, whether help arrived. By text it gets a letter, for an answer that has to say which question it means. */
final class FollowUpSaying implements Saying {

    /** How long its link lives, from sending. */
    private static final Duration LINK_KEPT = Duration.ofDays(30);

    private final Message message;
    private final Content.FollowUp asked;
    private final ClientFacts facts;
    private final MailTexts mails;
    private final Texts texts;

    FollowUpSaying(Message message, Content.FollowUp asked, ClientFacts facts, MailTexts mails, Texts texts) {
        this.message = message;
        this.asked = asked;
        this.facts = facts;
        this.mails = mails;
        this.texts = texts;
    }

    @Override
    public Collection<Key> facts(Map<Key, Item> read) {
        return facts.keys(asked, read);
    }

    @Override
    public Prepared prepare(Map<Key, Item> read, Minting minting, Instant now) {
        Optional<ClientFacts.Asked> found = facts.asked(read, asked);
        if (found.isEmpty()) {
            return new Prepared.Close(CloseReason.FAILED);
        }
        ClientFacts.Asked here = found.get();
        Decision decision = ClientMessageDecision.followUp(
                here.channel(), here.doNotContact(), here.referral(), message, here.elsewhere(), asked.zone(), now);
        return switch (decision) {
            case Decision.Close(CloseReason reason) -> new Prepared.Close(reason);
            case Decision.Wait(Instant until) -> new Prepared.Wait(until);
            case Decision.Send send ->
                switch (asked.to()) {
                    case ChannelAddress.Text to -> byText(to, here, minting, now);
                    case ChannelAddress.Email to -> byMail(to, here, minting, now);
                };
        };
    }

    private Prepared byText(ChannelAddress.Text to, ClientFacts.Asked here, Minting minting, Instant now) {
        Letters.Given letter = facts.letter(message, to, here, now);
        String link = minting.forText(Purpose.FEEDBACK, question(), Optional.of(now.plus(LINK_KEPT)));
        List<Write> holding = new ArrayList<>(facts.unchanged(here));
        holding.addAll(facts.open(message, asked, here, letter, now));
        return new Prepared.Send(
                new OutgoingText(message.key(), to.number(), texts.followUp(here.language(), letter.letter(), link)),
                holding.stream().map(Check::of).toList(),
                letter.letter());
    }

    private Prepared byMail(ChannelAddress.Email to, ClientFacts.Asked here, Minting minting, Instant now) {
        String link = minting.forMail(Purpose.FEEDBACK, question(), Optional.of(now.plus(LINK_KEPT)));
        String unsubscribe =
                minting.forMail(Purpose.UNSUBSCRIBE, new Target.ClientChannel(to, here.language()), Optional.empty());
        boolean named = !here.referral().receiver().unnamed()
                && !here.referral().sender().victimServices();
        Mail words = mails.clientFollowUp(new ClientFollowUpMailView(
                here.language(),
                here.referral().sender().organizationName(),
                named,
                named ? here.referral().receiver().program() : "",
                link,
                unsubscribe));
        List<Write> holding = new ArrayList<>(facts.unchanged(here));
        holding.add(facts.notOptedOut(to));
        return new Prepared.Send(
                new OutgoingMail(
                        message.key(),
                        to.address(),
                        words.subject(),
                        words.html(),
                        words.text(),
                        Optional.of(unsubscribe)),
                holding.stream().map(Check::of).toList());
    }

    private Target.Question question() {
        return new Target.Question(asked.share(), asked.referral(), asked.to());
    }

    @Override
    public List<Write> optedOut(Instant now) {
        return facts.optedOutAtCarrier(asked.to(), now);
    }
}
