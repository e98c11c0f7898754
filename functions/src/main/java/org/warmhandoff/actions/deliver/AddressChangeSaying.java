package org.warmhandoff.actions.deliver;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.warmhandoff.adapters.dynamo.AddressChangeFacts;
import org.warmhandoff.adapters.dynamo.Item;
import org.warmhandoff.adapters.dynamo.Key;
import org.warmhandoff.adapters.mail.AddressMailView;
import org.warmhandoff.adapters.mail.Mail;
import org.warmhandoff.adapters.mail.MailTexts;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.link.Purpose;
import org.warmhandoff.link.Target;
import org.warmhandoff.listing.Listing;
import org.warmhandoff.listing.ReferralMail;
import org.warmhandoff.message.AddressChangeDecision;
import org.warmhandoff.message.CloseReason;
import org.warmhandoff.message.Content;
import org.warmhandoff.message.Decision;
import org.warmhandoff.message.Message;
import org.warmhandoff.message.OutgoingMail;

/** The mails about a change of a listing's referral address: the new one confirms, the old one may cancel and later undo. */
final class AddressChangeSaying implements Saying {

    private final Message message;
    private final Content.AddressChange mail;
    private final MailTexts texts;

    AddressChangeSaying(Message message, Content.AddressChange mail, MailTexts texts) {
        this.message = message;
        this.mail = mail;
        this.texts = texts;
    }

    @Override
    public Collection<Key> facts(Map<Key, Item> read) {
        return AddressChangeFacts.keys(mail);
    }

    @Override
    public Prepared prepare(Map<Key, Item> read, Minting minting, Instant now) {
        Optional<AddressChangeFacts> found = AddressChangeFacts.in(read, mail);
        if (found.isEmpty()) {
            return new Prepared.Close(CloseReason.FAILED);
        }
        AddressChangeFacts facts = found.get();
        return switch (AddressChangeDecision.of(mail, facts.listing().mail(), now)) {
            case Decision.Close(CloseReason reason) -> new Prepared.Close(reason);
            case Decision.Wait(Instant until) -> new Prepared.Wait(until);
            case Decision.Send send ->
                new Prepared.Send(
                        words(facts.listing(), minting, now),
                        facts.unchanged().stream().map(Check::of).toList());
        };
    }

    private OutgoingMail words(Listing listing, Minting minting, Instant now) {
        Instant end = now.plus(ReferralMail.CHANGE_WINDOW);
        Mail words = switch (mail.kind()) {
            case CONFIRM -> texts.addressConfirm(view(listing, link(Target.Side.NEW, minting, end), Optional.of(end)));
            case NOTICE -> texts.addressNotice(view(listing, link(Target.Side.OLD, minting, end), Optional.of(end)));
            case CHANGED -> texts.addressChanged(view(listing, link(Target.Side.OLD, minting, end), Optional.of(end)));
            case UNDONE -> texts.addressUndone(view(listing, "", Optional.empty()));
        };
        return new OutgoingMail(
                message.key(), mail.to(), words.subject(), words.html(), words.text(), Optional.empty());
    }

    private String link(Target.Side side, Minting minting, Instant end) {
        return minting.forMail(
                Purpose.ADDRESS, new Target.AddressChange(mail.listing(), side, mail.wanted()), Optional.of(end));
    }

    private AddressMailView view(Listing listing, String link, Optional<Instant> until) {
        return new AddressMailView(
                listing.program(),
                listing.organizationName(),
                oldAddress(listing.mail()).map(EmailAddress::masked).orElse(""),
                mail.wanted().masked(),
                link,
                until.orElse(null),
                listing.timeZone());
    }

    /** The address that is left, or would be. */
    private Optional<EmailAddress> oldAddress(ReferralMail settings) {
        return switch (mail.kind()) {
            case CONFIRM, NOTICE -> settings.address();
            case CHANGED -> Optional.of(mail.to());
            case UNDONE -> settings.address();
        };
    }
}
