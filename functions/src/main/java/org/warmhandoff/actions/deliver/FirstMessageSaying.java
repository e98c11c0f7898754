package org.warmhandoff.actions.deliver;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.warmhandoff.adapters.dynamo.ClientFacts;
import org.warmhandoff.adapters.dynamo.Item;
import org.warmhandoff.adapters.dynamo.Key;
import org.warmhandoff.adapters.dynamo.Write;
import org.warmhandoff.adapters.mail.ClientFirstMailView;
import org.warmhandoff.adapters.mail.Mail;
import org.warmhandoff.adapters.mail.MailTexts;
import org.warmhandoff.adapters.pages.ResourceView;
import org.warmhandoff.adapters.pages.ResourceViews;
import org.warmhandoff.adapters.sms.Texts;
import org.warmhandoff.channel.ChannelAddress;
import org.warmhandoff.link.Purpose;
import org.warmhandoff.link.Target;
import org.warmhandoff.message.CloseReason;
import org.warmhandoff.message.Content;
import org.warmhandoff.message.Decision;
import org.warmhandoff.message.Message;
import org.warmhandoff.message.Outgoing;
import org.warmhandoff.message.OutgoingMail;
import org.warmhandoff.message.OutgoingText;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.referral.Sender;
import org.warmhandoff.share.ClientMessageDecision;

/** The client's first message: a link to the resources of the basket, and in an email, where nothing speaks against it, the resources. */
final class FirstMessageSaying implements Saying {

    private final Message message;
    private final Content.FirstMessage first;
    private final ClientFacts facts;
    private final MailTexts mails;
    private final Texts texts;

    FirstMessageSaying(Message message, Content.FirstMessage first, ClientFacts facts, MailTexts mails, Texts texts) {
        this.message = message;
        this.first = first;
        this.facts = facts;
        this.mails = mails;
        this.texts = texts;
    }

    @Override
    public Collection<Key> facts(Map<Key, Item> read) {
        return facts.keys(first, read);
    }

    @Override
    public Prepared prepare(Map<Key, Item> read, Minting minting, Instant now) {
        Optional<ClientFacts.First> found = facts.first(read, first);
        if (found.isEmpty() || found.get().referrals().isEmpty()) {
            return new Prepared.Close(CloseReason.FAILED);
        }
        ClientFacts.First here = found.get();
        return switch (ClientMessageDecision.first(here.channel(), here.doNotContact(), here.referrals())) {
            case Decision.Close(CloseReason reason) -> new Prepared.Close(reason);
            case Decision.Wait(Instant until) -> new Prepared.Wait(until);
            case Decision.Send send -> send(here, ClientMessageDecision.stillWanted(here.referrals()), minting);
        };
    }

    private Prepared send(ClientFacts.First here, List<Referral> told, Minting minting) {
        return new Prepared.Send(
                words(here, told, minting),
                facts.unchanged(here.share(), first.to(), told).stream()
                        .map(Check::of)
                        .toList());
    }

    private Outgoing words(ClientFacts.First here, List<Referral> told, Minting minting) {
        Target.Basket basket = new Target.Basket(first.share(), first.to());
        Optional<Instant> end = Optional.of(here.share().expiresAt());
        return switch (first.to()) {
            case ChannelAddress.Text to -> {
                String link = minting.forText(Purpose.RESOURCES, basket, end);
                yield new OutgoingText(message.key(), to.number(), texts.first(here.language(), link));
            }
            case ChannelAddress.Email to -> {
                String link = minting.forMail(Purpose.RESOURCES, basket, end);
                String unsubscribe = minting.forMail(
                        Purpose.UNSUBSCRIBE, new Target.ClientChannel(first.to(), here.language()), Optional.empty());
                Sender sender = here.referrals().getFirst().sender();
                Mail words = mails.clientFirst(new ClientFirstMailView(
                        here.language(),
                        sender.organizationName(),
                        sender.caseworkerPhone(),
                        told.stream().map(Referral::id).anyMatch(here.share().followedUp()::contains),
                        linkAlone(here) ? List.of() : resources(here, told),
                        link,
                        unsubscribe));
                yield new OutgoingMail(
                        message.key(),
                        to.address(),
                        words.subject(),
                        words.html(),
                        words.text(),
                        Optional.of(unsubscribe));
            }
        };
    }

    /** One place that must not be named hides the others too: a gap in a list is a name as well. */
    private static boolean linkAlone(ClientFacts.First here) {
        return here.referrals().stream()
                .anyMatch(referral -> referral.receiver().unnamed()
                        || referral.sender().victimServices()
                        || here.listing(referral)
                                .filter(listing -> listing.unnamed())
                                .isPresent());
    }

    private static List<ResourceView> resources(ClientFacts.First here, List<Referral> told) {
        return told.stream()
                .map(referral -> ResourceViews.of(
                        referral.receiver(),
                        here.listing(referral),
                        here.share().place(referral.id()).orElseThrow(),
                        "",
                        "",
                        here.language()))
                .toList();
    }

    @Override
    public List<Write> optedOut(Instant now) {
        return facts.optedOutAtCarrier(first.to(), now);
    }
}
