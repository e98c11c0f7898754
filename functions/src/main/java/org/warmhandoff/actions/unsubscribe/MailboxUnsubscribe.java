package org.warmhandoff.actions.unsubscribe;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.adapters.dynamo.TableBusy;
import org.warmhandoff.adapters.http.Form;
import org.warmhandoff.adapters.http.LinkedPage.Acted;
import org.warmhandoff.adapters.http.LinkedPage.Standing;
import org.warmhandoff.adapters.http.Visit;
import org.warmhandoff.adapters.pages.ClientPage;
import org.warmhandoff.adapters.pages.Pages;
import org.warmhandoff.adapters.pages.Problem;
import org.warmhandoff.adapters.pages.UnsubscribeDoneView;
import org.warmhandoff.adapters.pages.UnsubscribeDoneView.Result;
import org.warmhandoff.adapters.pages.UnsubscribeView;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.listing.MailSettings;
import org.warmhandoff.listing.MailState;
import org.warmhandoff.listing.Mailbox;

/** A program's people and their referral emails: for every listing that uses their address. Open referrals keep their links. */
final class MailboxUnsubscribe {

    private static final String DID = "did";
    private static final int ROUNDS = 5;

    private final MailSettings settings;
    private final Pages pages;
    private final InstantSource clock;

    @Inject
    MailboxUnsubscribe(MailSettings settings, Pages pages, InstantSource clock) {
        this.settings = settings;
        this.pages = pages;
        this.clock = clock;
    }

    /** What may be chosen. */
    private enum Choice {
        STOP,
        KEEP,
        RESUBSCRIBE
    }

    Optional<Standing> open(String token, EmailAddress address) {
        return Optional.of(new Preference(token, settings.mailbox(address)));
    }

    /** One click: whoever was faster, in the end it is stopped. */
    String stop(String token, EmailAddress address) {
        for (int round = 0; round < ROUNDS; round++) {
            Mailbox mailbox = settings.mailbox(address);
            boolean stopped = mailbox.state() == MailState.UNSUBSCRIBED
                    || settings.choose(mailbox, MailState.UNSUBSCRIBED, clock.instant());
            if (stopped) {
                return done(token, address, Result.STOPPED);
            }
        }
        throw new TableBusy("a mailbox that others keep changing");
    }

    private String done(String token, EmailAddress address, Result result) {
        return pages.unsubscribeDone(new UnsubscribeDoneView(page(token), result, true, address.masked(), path(token)));
    }

    private static ClientPage page(String token) {
        return new ClientPage("en", path(token), "", "");
    }

    private static String path(String token) {
        return "/u/" + token;
    }

    /** What the people at the address chose, as it stands. */
    private final class Preference implements Standing {

        private final String token;
        private final Mailbox mailbox;

        Preference(String token, Mailbox mailbox) {
            this.token = token;
            this.mailbox = mailbox;
        }

        private boolean stopped() {
            return mailbox.state() == MailState.UNSUBSCRIBED;
        }

        @Override
        public String version() {
            return Integer.toString(mailbox.version());
        }

        @Override
        public String html(Visit visit) {
            return visit.query(DID)
                    .flatMap(this::shown)
                    .map(result -> done(token, mailbox.address(), result))
                    .orElseGet(() -> pages.unsubscribe(new UnsubscribeView(
                            page(token),
                            visit.form(path(token)),
                            true,
                            mailbox.address().masked(),
                            stopped(),
                            visit.typed("choice"))));
        }

        /** The result that the address of the page names, as long as it is one. */
        private Optional<Result> shown(String did) {
            return switch (did) {
                case "STOPPED" -> stopped() ? Optional.of(Result.STOPPED) : Optional.empty();
                case "KEPT" -> stopped() ? Optional.empty() : Optional.of(Result.KEPT);
                case "RESUBSCRIBED" -> stopped() ? Optional.empty() : Optional.of(Result.RESUBSCRIBED);
                default -> Optional.empty();
            };
        }

        @Override
        public Optional<String> confirmationOf(Form form) {
            return choice(form)
                    .filter(choice -> (choice == Choice.STOP) == stopped())
                    .map(choice -> resultPath(result(choice)));
        }

        @Override
        public List<Problem> problems(Form form) {
            boolean offered = choice(form)
                    .filter(choice -> stopped() ? choice != Choice.KEEP : choice != Choice.RESUBSCRIBE)
                    .isPresent();
            return offered ? List.of() : List.of(Problem.CHOICE_MISSING);
        }

        @Override
        public Acted act(Form form) {
            Choice choice = choice(form).orElseThrow();
            MailState chosen = choice == Choice.STOP ? MailState.UNSUBSCRIBED : MailState.SUBSCRIBED;
            return settings.choose(mailbox, chosen, clock.instant())
                    ? new Acted.Done(resultPath(result(choice)), Integer.toString(mailbox.version() + 1))
                    : new Acted.Overtaken(new Preference(token, settings.mailbox(mailbox.address())));
        }

        private static Result result(Choice choice) {
            return switch (choice) {
                case STOP -> Result.STOPPED;
                case KEEP -> Result.KEPT;
                case RESUBSCRIBE -> Result.RESUBSCRIBED;
            };
        }

        private String resultPath(Result result) {
            return path(token) + "?" + DID + "=" + result;
        }

        private static Optional<Choice> choice(Form form) {
            return form.choice(Choice.class, "choice");
        }
    }
}
