package org.warmhandoff.adapters.pages;

import java.util.Map;

/** Every page that a link leads to, as HTML. The handler chooses the status. */
public final class Pages {
    /** For {@code style-src}, without the quotes. */
    public static final String STYLE_HASH = Style.HASH;

    /** The policy of every page: no script, no image, no frame, no other origin, one style. */
    public static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src '" + STYLE_HASH
            + "'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private final Brand brand;

    public Pages(Brand brand) {
        this.brand = brand;
    }

    public String acceptConfirm(AcceptConfirmView view) {
        return receiver("receiver/accept.jte", view);
    }

    public String answered(AnsweredView view) {
        return receiver("receiver/answered.jte", view);
    }

    public String rejectForm(RejectFormView view) {
        return receiver("receiver/reject.jte", view);
    }

    public String undoConfirm(UndoConfirmView view) {
        return receiver("receiver/undo.jte", view);
    }

    public String closed(ClosedView view) {
        return receiver("receiver/closed.jte", view);
    }

    public String manageEmails(ManageEmailsView view) {
        return receiver("receiver/manage.jte", view);
    }

    public String manageEmailsDone(ManageEmailsDoneView view) {
        return receiver("receiver/managed.jte", view);
    }

    public String changeAddress(ChangeAddressView view) {
        return receiver("receiver/address.jte", view);
    }

    public String changeAddressDone(ChangeAddressDoneView view) {
        return receiver("receiver/addressed.jte", view);
    }

    public String clientResources(ClientResourcesView view) {
        return client("client/resources.jte", view, view.page());
    }

    public String feedback(FeedbackView view) {
        return client("client/feedback.jte", view, view.page());
    }

    public String feedbackThanks(FeedbackThanksView view) {
        return client("client/thanks.jte", view, view.page());
    }

    public String unsubscribe(UnsubscribeView view) {
        return client("client/unsubscribe.jte", view, view.page());
    }

    public String unsubscribeDone(UnsubscribeDoneView view) {
        return client("client/unsubscribed.jte", view, view.page());
    }

    /** 404: unknown or mangled. One body for all, in both languages: nobody knows who holds the link. */
    public String notFound() {
        return deadEnd("not-found");
    }

    /** 410: expired or revoked. */
    public String gone() {
        return deadEnd("gone");
    }

    /** 429. */
    public String waitALittle() {
        return deadEnd("wait");
    }

    /** 403: the form was sent from another site. */
    public String foreign() {
        return deadEnd("foreign");
    }

    /** 400: what was sent is no form. */
    public String unreadable() {
        return deadEnd("unreadable");
    }

    /** 413. */
    public String tooLong() {
        return deadEnd("too-long");
    }

    /** 500, and whatever else went wrong. */
    public String error() {
        return deadEnd("error");
    }

    private String receiver(String template, Object view) {
        return Templates.html(template, Map.of("view", view, "brand", brand, "words", Words.of("en")));
    }

    private String client(String template, Object view, ClientPage page) {
        return Templates.html(template, Map.of("view", view, "brand", brand, "words", Words.of(page.language())));
    }

    private String deadEnd(String what) {
        return Templates.html("dead-end.jte", Map.of("what", what, "brand", brand));
    }
}
