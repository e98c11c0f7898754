package org.warmhandoff.adapters.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.warmhandoff.adapters.mail.Mail;
import org.warmhandoff.adapters.mail.MailTexts;
import org.warmhandoff.adapters.pages.AnsweredView.Arrival;
import org.warmhandoff.adapters.pages.ManageEmailsView.Receiving;
import org.warmhandoff.adapters.sms.Texts;

/** Every page, email and text with sample words, to look at: {@code target/gallery/*.html}. */
public final class Gallery {
    private static final Pages PAGES = new Pages(Samples.BRAND);
    private static final MailTexts MAILS = new MailTexts(Samples.BRAND);

    private Gallery() {}

    static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "target/gallery");
        Files.createDirectories(folder);
        for (var page : pages().entrySet()) {
            Files.writeString(folder.resolve(page.getKey() + ".html"), page.getValue());
        }
        var texts = new StringBuilder();
        for (var mail : mails().entrySet()) {
            Files.writeString(
                    folder.resolve("mail-" + mail.getKey() + ".html"),
                    mail.getValue().html());
            texts.append("=== ")
                    .append(mail.getKey())
                    .append("\nSubject: ")
                    .append(mail.getValue().subject());
            texts.append("\n\n").append(mail.getValue().text()).append('\n');
        }
        for (var text : texts().entrySet()) {
            texts.append("=== ")
                    .append(text.getKey())
                    .append(" (")
                    .append(text.getValue().length());
            texts.append(")\n").append(text.getValue()).append('\n');
        }
        Files.writeString(folder.resolve("texts.txt"), texts);
    }

    /** Every page in every state, by name. */
    static Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        Form accept = Samples.form("/r/" + Samples.TOKEN + "/accept");
        Form reject = Samples.form("/r/" + Samples.TOKEN + "/reject");
        Form undo = Samples.form("/r/" + Samples.TOKEN + "/undo");
        pages.put("r-accept", PAGES.acceptConfirm(Samples.accept()));
        pages.put("r-accept-missing", PAGES.acceptConfirm(Samples.accept(accept.faulty(Problem.CONFIRM_MISSING))));
        pages.put("r-accept-again", PAGES.acceptConfirm(Samples.accept(accept.shownAgain())));
        pages.put("r-reject", PAGES.rejectForm(Samples.reject(reject, "", "")));
        pages.put(
                "r-reject-missing",
                PAGES.rejectForm(Samples.reject(
                        reject.faulty(Problem.REASON_MISSING, Problem.DETAILS_TOO_LONG), "", "Some details")));
        pages.put(
                "r-reject-details",
                PAGES.rejectForm(Samples.reject(reject.faulty(Problem.DETAILS_MISSING), "OTHER", "")));
        for (Arrival arrival : Arrival.values()) {
            pages.put("r-accepted-" + arrival, PAGES.answered(Samples.answered(arrival, true)));
            pages.put("r-rejected-" + arrival, PAGES.answered(Samples.answered(arrival, false)));
        }
        var undoView = new UndoConfirmView(
                undo, true, Samples.REFERENCE, Samples.SHELTER, Samples.ANSWERED, Samples.sender(), Samples.SEATTLE);
        pages.put("r-undo", PAGES.undoConfirm(undoView));
        for (ClosedView.How how : ClosedView.How.values()) {
            pages.put(
                    "r-closed-" + how,
                    PAGES.closed(new ClosedView(
                            how,
                            Samples.REFERENCE,
                            Samples.SHELTER,
                            Samples.ANSWERED,
                            Samples.sender(),
                            Samples.SEATTLE)));
        }
        Form manage = Samples.form("/m/" + Samples.TOKEN);
        for (Receiving receiving : Receiving.values()) {
            pages.put("m-" + receiving, PAGES.manageEmails(Samples.manage(receiving, manage)));
        }
        pages.put(
                "m-problem",
                PAGES.manageEmails(Samples.manage(Receiving.SUBSCRIBED, manage.faulty(Problem.ADDRESS_INVALID))));
        for (var result : ManageEmailsDoneView.Result.values()) {
            pages.put(
                    "m-done-" + result,
                    PAGES.manageEmailsDone(new ManageEmailsDoneView(
                            result,
                            Samples.SHELTER,
                            "Rainier Neighbors",
                            "i•••@rainier.example.org",
                            "o•••@rainier.example.org",
                            "/m/" + Samples.TOKEN)));
        }
        Form address = Samples.form("/a/" + Samples.TOKEN);
        for (var step : ChangeAddressView.Step.values()) {
            pages.put(
                    "a-" + step,
                    PAGES.changeAddress(new ChangeAddressView(
                            address,
                            step,
                            Samples.SHELTER,
                            "Rainier Neighbors",
                            "i•••@rainier.example.org",
                            "o•••@rainier.example.org")));
        }
        for (var result : ChangeAddressDoneView.Result.values()) {
            pages.put(
                    "a-done-" + result,
                    PAGES.changeAddressDone(new ChangeAddressDoneView(
                            result,
                            Samples.SHELTER,
                            "Rainier Neighbors",
                            "i•••@rainier.example.org",
                            "o•••@rainier.example.org")));
        }
        for (String language : List.of("en", "es")) {
            clientPages(pages, language);
        }
        pages.put("x-not-found", PAGES.notFound());
        pages.put("x-gone", PAGES.gone());
        pages.put("x-wait", PAGES.waitALittle());
        pages.put("x-foreign", PAGES.foreign());
        pages.put("x-unreadable", PAGES.unreadable());
        pages.put("x-too-long", PAGES.tooLong());
        pages.put("x-error", PAGES.error());
        return pages;
    }

    private static void clientPages(Map<String, String> pages, String language) {
        String c = "/c/" + Samples.TOKEN;
        ClientPage page = Samples.page(language, c);
        pages.put("c-" + language, PAGES.clientResources(new ClientResourcesView(page, Samples.resources(c))));
        Form answer = Samples.form(c + "/1");
        pages.put("f-" + language, PAGES.feedback(new FeedbackView(page, answer, true, "Rainier Food Bank", "")));
        pages.put("f-unnamed-" + language, PAGES.feedback(new FeedbackView(page, answer, false, "Harbor", "NO")));
        pages.put(
                "f-missing-" + language,
                PAGES.feedback(
                        new FeedbackView(page, answer.faulty(Problem.ANSWER_MISSING), true, "Rainier Food Bank", "")));
        pages.put("f-yes-" + language, PAGES.feedbackThanks(Samples.thanks(language, "YES", false, true)));
        pages.put("f-no-" + language, PAGES.feedbackThanks(Samples.thanks(language, "NO", true, true)));
        pages.put("f-no-told-" + language, PAGES.feedbackThanks(Samples.thanks(language, "NO", false, false)));
        pages.put("f-gone-" + language, PAGES.feedbackThanks(Samples.thanks(language, "NOT_INTERESTED", false, true)));
        Form stop = Samples.form("/u/" + Samples.TOKEN);
        for (boolean receiver : new boolean[] {false, true}) {
            String name = (receiver ? "u-receiver-" : "u-") + language;
            String masked = Masked.email("jo@example.org");
            pages.put(name, PAGES.unsubscribe(new UnsubscribeView(page, stop, receiver, masked, false, "")));
            pages.put(
                    name + "-stopped", PAGES.unsubscribe(new UnsubscribeView(page, stop, receiver, masked, true, "")));
            Form missing = stop.faulty(Problem.CHOICE_MISSING);
            pages.put(
                    name + "-missing",
                    PAGES.unsubscribe(new UnsubscribeView(page, missing, receiver, masked, false, "")));
            for (var result : UnsubscribeDoneView.Result.values()) {
                pages.put(
                        name + "-" + result,
                        PAGES.unsubscribeDone(
                                new UnsubscribeDoneView(page, result, receiver, masked, "/u/" + Samples.TOKEN)));
            }
        }
    }

    /** Every email, by name. */
    public static Map<String, Mail> mails() {
        var mails = new LinkedHashMap<String, Mail>();
        mails.put("referral", MAILS.referral(Samples.referralMail(false)));
        mails.put("referral-part2", MAILS.referral(Samples.referralMail(true)));
        mails.put("address-confirm", MAILS.addressConfirm(Samples.addressMail()));
        mails.put("address-notice", MAILS.addressNotice(Samples.addressMail()));
        mails.put("address-changed", MAILS.addressChanged(Samples.addressMail()));
        mails.put("address-undone", MAILS.addressUndone(Samples.addressMail()));
        for (String language : List.of("en", "es")) {
            mails.put("first-" + language, MAILS.clientFirst(Samples.firstMail(language, false)));
            mails.put("first-alone-" + language, MAILS.clientFirst(Samples.firstMail(language, true)));
            mails.put("follow-up-" + language, MAILS.clientFollowUp(Samples.followUpMail(language, true)));
            mails.put("follow-up-unnamed-" + language, MAILS.clientFollowUp(Samples.followUpMail(language, false)));
        }
        return mails;
    }

    /** Every text, by name. */
    public static Map<String, String> texts() {
        var texts = new Texts(Samples.BRAND);
        var all = new LinkedHashMap<String, String>();
        for (String language : List.of("en", "es")) {
            all.put("first-" + language, texts.first(language, "https://care.example.org/c/" + Samples.TOKEN));
            all.put(
                    "follow-up-" + language,
                    texts.followUp(language, "A", "https://care.example.org/f/" + Samples.TOKEN));
            all.put("stopped-" + language, texts.stopped(language));
            all.put("help-" + language, texts.help(language));
            all.put("started-" + language, texts.started(language));
            all.put("which-" + language, texts.whichOne(language, List.of("A", "B", "C")));
            all.put("which-unlisted-" + language, texts.whichOne(language, List.of()));
            all.put("not-understood-" + language, texts.notUnderstood(language));
            all.put("unknown-" + language, texts.unknown(language));
            all.put("thanks-" + language, texts.thanks(language));
        }
        return all;
    }
}
