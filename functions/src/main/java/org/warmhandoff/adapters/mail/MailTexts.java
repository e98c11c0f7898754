package org.warmhandoff.adapters.mail;

import java.util.Map;
import org.warmhandoff.adapters.pages.Brand;
import org.warmhandoff.adapters.pages.Templates;
import org.warmhandoff.adapters.pages.Words;

/** Every email that leaves the system, in words. */
public final class MailTexts {
    private final Brand brand;

    public MailTexts(Brand brand) {
        this.brand = brand;
    }

    public Mail referral(ReferralMailView view) {
        String subject = "New referral for " + Subject.ascii(view.program()) + " (ref " + view.reference() + ")";
        return mail(subject, "referral", view, Words.of("en"));
    }

    /** To the new address: please confirm. */
    public Mail addressConfirm(AddressMailView view) {
        return mail("Confirm this address for referral emails", "address-confirm", view, Words.of("en"));
    }

    /** To the old address: somebody asked for the change; cancel it if it was not you. */
    public Mail addressNotice(AddressMailView view) {
        return mail("A new address for referral emails was asked for", "address-notice", view, Words.of("en"));
    }

    /** To the old address: the change is made; undo it if it was not you. */
    public Mail addressChanged(AddressMailView view) {
        return mail("The address for referral emails was changed", "address-changed", view, Words.of("en"));
    }

    /** To both: the change was undone. */
    public Mail addressUndone(AddressMailView view) {
        return mail("The change of address was undone", "address-undone", view, Words.of("en"));
    }

    public Mail clientFirst(ClientFirstMailView view) {
        Words words = Words.of(view.language());
        String subject = words.say("mail.first.subject", Subject.oneLine(view.organization()));
        return mail(subject, "client-first", view, words);
    }

    public Mail clientFollowUp(ClientFollowUpMailView view) {
        Words words = Words.of(view.language());
        String subject = words.say("mail.followup.subject", Subject.oneLine(view.organization()));
        return mail(subject, "client-follow-up", view, words);
    }

    private Mail mail(String subject, String template, Object view, Words words) {
        Map<String, Object> parameters = Map.of("view", view, "brand", brand, "words", words, "subject", subject);
        return new Mail(
                subject,
                Templates.html("mail/" + template + ".jte", parameters),
                paragraphs(Templates.text("mail/" + template + ".jte", parameters)));
    }

    /** One empty line between paragraphs, however many parts a template left out. */
    private static String paragraphs(String text) {
        return text.strip().replaceAll("[ \\t]+\n", "\n").replaceAll("\n{3,}", "\n\n") + "\n";
    }
}
