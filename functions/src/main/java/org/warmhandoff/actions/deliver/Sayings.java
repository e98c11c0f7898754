package org.warmhandoff.actions.deliver;

import org.warmhandoff.adapters.dynamo.ClientFacts;
import org.warmhandoff.adapters.dynamo.OwedToClients;
import org.warmhandoff.adapters.dynamo.WaitingReferrals;
import org.warmhandoff.adapters.mail.MailTexts;
import org.warmhandoff.adapters.sms.Texts;
import org.warmhandoff.message.Content;
import org.warmhandoff.message.Message;

/** Which kind of message is said how, and which work is done by what. */
public final class Sayings {

    private final MailTexts mails;
    private final Texts texts;
    private final WaitingReferrals waiting;
    private final ClientFacts clients;
    private final OwedToClients owed;

    public Sayings(MailTexts mails, Texts texts, WaitingReferrals waiting, ClientFacts clients, OwedToClients owed) {
        this.mails = mails;
        this.texts = texts;
        this.waiting = waiting;
        this.clients = clients;
        this.owed = owed;
    }

    /** What there is to do about a message that is due. */
    sealed interface Task {
        record Say(Saying saying) implements Task {}

        record Do(Work work) implements Task {}
    }

    Task of(Message message) {
        return switch (message.content()) {
            case Content.ReferralMail mail -> new Task.Say(new ReferralMailSaying(message, mail, mails));
            case Content.AddressChange mail -> new Task.Say(new AddressChangeSaying(message, mail, mails));
            case Content.SendOpenAgain work -> new Task.Do(new SendingOpenAgain(work, waiting));
            case Content.FirstMessage first ->
                new Task.Say(new FirstMessageSaying(message, first, clients, mails, texts));
            case Content.FollowUp asked -> new Task.Say(new FollowUpSaying(message, asked, clients, mails, texts));
            case Content.TextReply reply -> new Task.Say(new TextReplySaying(message, reply, clients, texts));
            case Content.CloseOwedOnChannel work ->
                new Task.Do((place, now) -> Work.Step.to(owed.closeOn(work.channel(), work.reason(), place, now)));
            case Content.CloseOwedToClient work ->
                new Task.Do((place, now) ->
                        Work.Step.to(owed.closeTo(work.organization(), work.client(), work.reason(), place, now)));
        };
    }
}
