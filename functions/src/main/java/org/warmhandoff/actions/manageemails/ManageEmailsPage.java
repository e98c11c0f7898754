package org.warmhandoff.actions.manageemails;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.adapters.http.Form;
import org.warmhandoff.adapters.http.LinkPages;
import org.warmhandoff.adapters.http.LinkedPage;
import org.warmhandoff.adapters.http.LinkedPage.Acted;
import org.warmhandoff.adapters.http.LinkedPage.Standing;
import org.warmhandoff.adapters.http.Visit;
import org.warmhandoff.adapters.pages.ManageEmailsDoneView;
import org.warmhandoff.adapters.pages.ManageEmailsDoneView.Result;
import org.warmhandoff.adapters.pages.ManageEmailsView;
import org.warmhandoff.adapters.pages.ManageEmailsView.Receiving;
import org.warmhandoff.adapters.pages.Pages;
import org.warmhandoff.adapters.pages.Problem;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.link.Target;
import org.warmhandoff.link.TokenHash;
import org.warmhandoff.listing.Listing;
import org.warmhandoff.listing.MailSettings;
import org.warmhandoff.listing.MailState;
import org.warmhandoff.listing.Mailbox;
import org.warmhandoff.listing.ReferralMail;
import org.warmhandoff.listing.UpdateRequest;

/** The page behind <em>Manage these emails</em>, for as long as the listing keeps the address that the link was sent to. */
final class ManageEmailsPage {

    /** As the page says. */
    private static final int LONGEST_MESSAGE = 500;

    private static final String DID = "did";

    private final MailSettings settings;
    private final Pages pages;
    private final InstantSource clock;

    @Inject
    ManageEmailsPage(MailSettings settings, Pages pages, InstantSource clock) {
        this.settings = settings;
        this.pages = pages;
        this.clock = clock;
    }

    /** What may be chosen. */
    private enum Choice {
        KEEP,
        UNSUBSCRIBE,
        CHANGE_ADDRESS,
        CONTACT
    }

    /** {@code /m/{token}} */
    LinkedPage at(String token) {
        return link -> link.target() instanceof Target.ManagedMail managed
                ? open(token, managed).map(standing -> standing)
                : Optional.empty();
    }

    private Optional<Manage> open(String token, Target.ManagedMail managed) {
        return settings.listing(managed.listing())
                .filter(listing -> listing.mail().epoch() == managed.epoch())
                .filter(listing -> listing.mail().address().isPresent())
                .map(listing -> new Manage(token, managed, listing));
    }

    /** A listing's mail settings, as they stand. */
    private final class Manage implements Standing {

        private final String token;
        private final Target.ManagedMail link;
        private final Listing listing;
        private final ReferralMail mail;
        private final EmailAddress address;

        Manage(String token, Target.ManagedMail link, Listing listing) {
            this.token = token;
            this.link = link;
            this.listing = listing;
            this.mail = listing.mail();
            this.address = mail.address().orElseThrow();
        }

        @Override
        public String version() {
            return Integer.toString(mail.version());
        }

        @Override
        public String html(Visit visit) {
            String waiting = pending().map(EmailAddress::masked).orElse("");
            return shown(visit)
                    .map(result -> pages.manageEmailsDone(new ManageEmailsDoneView(
                            result, listing.program(), listing.organizationName(), address.masked(), waiting, path())))
                    .orElseGet(() -> pages.manageEmails(new ManageEmailsView(
                            visit.form(path()),
                            receiving(),
                            listing.program(),
                            listing.organizationName(),
                            address.masked(),
                            waiting,
                            visit.typed("choice"),
                            visit.typed("address"),
                            visit.typed("message"))));
        }

        /** The result that the address of the page names, as long as it is one. */
        private Optional<Result> shown(Visit visit) {
            return visit.query(DID).flatMap(did -> switch (did) {
                case "KEPT" -> when(mail.state() == MailState.SUBSCRIBED, Result.KEPT);
                case "UNSUBSCRIBED" -> when(mail.state() == MailState.UNSUBSCRIBED, Result.UNSUBSCRIBED);
                case "ADDRESS_ASKED" -> when(pending().isPresent(), Result.ADDRESS_ASKED);
                case "MESSAGE_SENT" -> when(visit.justDone(), Result.MESSAGE_SENT);
                default -> Optional.empty();
            });
        }

        private static Optional<Result> when(boolean stands, Result result) {
            return stands ? Optional.of(result) : Optional.empty();
        }

        private Receiving receiving() {
            return switch (mail.state()) {
                case SUBSCRIBED -> Receiving.SUBSCRIBED;
                case UNSUBSCRIBED -> Receiving.UNSUBSCRIBED;
                case BOUNCING -> Receiving.BOUNCING;
            };
        }

        private Optional<EmailAddress> pending() {
            return mail.pending()
                    .filter(pending -> !pending.over(clock.instant()))
                    .map(ReferralMail.Pending::address);
        }

        private String path() {
            return "/m/" + token;
        }

        private String path(Result result) {
            return path() + "?" + DID + "=" + result;
        }

        @Override
        public Optional<String> confirmationOf(Form form) {
            return choice(form)
                    .flatMap(choice -> switch (choice) {
                        case KEEP -> when(mail.state() == MailState.SUBSCRIBED, Result.KEPT);
                        case UNSUBSCRIBE -> when(mail.state() == MailState.UNSUBSCRIBED, Result.UNSUBSCRIBED);
                        case CHANGE_ADDRESS ->
                            when(wanted(form).equals(pending()) && pending().isPresent(), Result.ADDRESS_ASKED);
                        case CONTACT -> Optional.<Result>empty();
                    })
                    .map(this::path);
        }

        @Override
        public List<Problem> problems(Form form) {
            return choice(form)
                    .map(choice -> switch (choice) {
                        case KEEP, UNSUBSCRIBE -> List.<Problem>of();
                        case CHANGE_ADDRESS -> ofAddress(form);
                        case CONTACT -> ofMessage(form);
                    })
                    .orElse(List.of(Problem.CHOICE_MISSING));
        }

        private List<Problem> ofAddress(Form form) {
            if (form.filled("address").isEmpty()) {
                return List.of(Problem.ADDRESS_MISSING);
            }
            Optional<EmailAddress> wanted = wanted(form);
            if (wanted.isEmpty()) {
                return List.of(Problem.ADDRESS_INVALID);
            }
            return wanted.get().equals(address) ? List.of(Problem.ADDRESS_UNCHANGED) : List.of();
        }

        private List<Problem> ofMessage(Form form) {
            Optional<String> message = form.filled("message");
            if (message.isEmpty()) {
                return List.of(Problem.MESSAGE_MISSING);
            }
            return message.get().length() > LONGEST_MESSAGE ? List.of(Problem.MESSAGE_TOO_LONG) : List.of();
        }

        @Override
        public Acted act(Form form) {
            Instant now = clock.instant();
            return switch (choice(form).orElseThrow()) {
                case KEEP -> choose(MailState.SUBSCRIBED, Result.KEPT, now);
                case UNSUBSCRIBE -> choose(MailState.UNSUBSCRIBED, Result.UNSUBSCRIBED, now);
                case CHANGE_ADDRESS ->
                    settings.ask(listing, wanted(form).orElseThrow(), now)
                            ? new Acted.Done(path(Result.ADDRESS_ASKED), Integer.toString(mail.version() + 1))
                            : overtaken();
                case CONTACT -> contact(form, now);
            };
        }

        /** Mail that came back is no choice: only another address ends that. */
        private Acted choose(MailState chosen, Result result, Instant now) {
            Mailbox mailbox = settings.mailbox(address);
            if (mailbox.state() == MailState.BOUNCING && chosen == MailState.SUBSCRIBED) {
                return new Acted.Done(path(), version());
            }
            return mailbox.state() == mail.state() && settings.choose(mailbox, chosen, now)
                    ? new Acted.Done(path(result), Integer.toString(mail.version() + 1))
                    : overtaken();
        }

        /** The id comes from the page's nonce: pressed twice, it is one request. */
        private Acted contact(Form form, Instant now) {
            String id = TokenHash.of(token + form.value(LinkPages.NONCE).orElseThrow())
                    .value()
                    .substring(0, 32);
            settings.contact(new UpdateRequest(
                    id, listing.id(), listing.program(), form.filled("message").orElseThrow(), now, Optional.empty()));
            return new Acted.Done(path(Result.MESSAGE_SENT), version());
        }

        private Acted overtaken() {
            return open(token, link).<Acted>map(Acted.Overtaken::new).orElseThrow(LinkPages::gone);
        }

        private static Optional<Choice> choice(Form form) {
            return form.choice(Choice.class, "choice");
        }

        private static Optional<EmailAddress> wanted(Form form) {
            return form.filled("address").flatMap(EmailAddress::parse);
        }
    }
}
