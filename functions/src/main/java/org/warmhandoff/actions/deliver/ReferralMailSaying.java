package org.warmhandoff.actions.deliver;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.warmhandoff.adapters.dynamo.Item;
import org.warmhandoff.adapters.dynamo.Key;
import org.warmhandoff.adapters.dynamo.ReferralMailFacts;
import org.warmhandoff.adapters.mail.Mail;
import org.warmhandoff.adapters.mail.MailTexts;
import org.warmhandoff.adapters.mail.ReferralMailView;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.link.Purpose;
import org.warmhandoff.link.Target;
import org.warmhandoff.message.CloseReason;
import org.warmhandoff.message.Content;
import org.warmhandoff.message.Decision;
import org.warmhandoff.message.Message;
import org.warmhandoff.message.OutgoingMail;
import org.warmhandoff.message.ReferralMailDecision;
import org.warmhandoff.referral.Referral;

/** The email that carries a referral to a program out of network: to the address that the listing has now, whichever it had before. */
final class ReferralMailSaying implements Saying {

    private final Message message;
    private final Content.ReferralMail mail;
    private final MailTexts texts;

    ReferralMailSaying(Message message, Content.ReferralMail mail, MailTexts texts) {
        this.message = message;
        this.mail = mail;
        this.texts = texts;
    }

    @Override
    public Collection<Key> facts(Map<Key, Item> read) {
        return ReferralMailFacts.keys(mail);
    }

    @Override
    public Prepared prepare(Map<Key, Item> read, Minting minting, Instant now) {
        Optional<ReferralMailFacts> found = ReferralMailFacts.in(read, mail);
        if (found.isEmpty()) {
            return new Prepared.Close(CloseReason.FAILED);
        }
        ReferralMailFacts facts = found.get();
        return switch (ReferralMailDecision.of(facts.referral(), facts.listing())) {
            case Decision.Close(CloseReason reason) -> new Prepared.Close(reason);
            case Decision.Wait(Instant until) -> new Prepared.Wait(until);
            case Decision.Send send -> send(facts, minting, now);
        };
    }

    private Prepared send(ReferralMailFacts facts, Minting minting, Instant now) {
        List<Check> checks = new ArrayList<>();
        facts.unchanged().forEach(write -> checks.add(Check.of(write)));
        facts.standIn(message, now).ifPresent(write -> checks.add(Check.orClose(write, CloseReason.SUPERSEDED)));
        return new Prepared.Send(words(facts, minting), checks);
    }

    private OutgoingMail words(ReferralMailFacts facts, Minting minting) {
        Referral referral = facts.referral();
        EmailAddress to = facts.listing().mail().address().orElseThrow();
        int epoch = facts.listing().mail().epoch();
        String answer = minting.forMail(
                Purpose.ANSWER, new Target.Answering(referral.id(), mail.listing(), epoch), Optional.empty());
        String manage =
                minting.forMail(Purpose.MANAGE, new Target.ManagedMail(mail.listing(), epoch), Optional.empty());
        String unsubscribe = minting.forMail(Purpose.UNSUBSCRIBE, new Target.Mailbox(to), Optional.empty());
        Mail words = texts.referral(
                ReferralMailView.of(referral, answer + "/accept", answer + "/reject", manage, unsubscribe));
        return new OutgoingMail(
                message.key(), to, words.subject(), words.html(), words.text(), Optional.of(unsubscribe));
    }
}
