package org.warmhandoff.actions.deliver;

import org.warmhandoff.adapters.dynamo.WaitingReferrals;
import org.warmhandoff.adapters.mail.MailTexts;
import org.warmhandoff.message.Content;
import org.warmhandoff.message.Message;

/** Which kind of message is said how, and which work is done by what. */
public final class Sayings {

    private final MailTexts mails;
    private final WaitingReferrals waiting;

    public Sayings(MailTexts mails, WaitingReferrals waiting) {
        this.mails = mails;
        this.waiting = waiting;
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
            case Content.FirstMessage first -> throw unsaid(message);
            case Content.FollowUp asked -> throw unsaid(message);
            case Content.TextReply reply -> throw unsaid(message);
            case Content.CloseOwedOnChannel work -> throw unsaid(message);
            case Content.CloseOwedToClient work -> throw unsaid(message);
        };
    }

    private static IllegalStateException unsaid(Message message) {
        return new IllegalStateException(
                "nobody says " + message.content().getClass().getSimpleName());
    }
}
