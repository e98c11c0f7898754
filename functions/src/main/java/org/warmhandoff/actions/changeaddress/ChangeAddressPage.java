package org.warmhandoff.actions.changeaddress;

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
import org.warmhandoff.adapters.pages.ChangeAddressDoneView;
import org.warmhandoff.adapters.pages.ChangeAddressDoneView.Result;
import org.warmhandoff.adapters.pages.ChangeAddressView;
import org.warmhandoff.adapters.pages.ChangeAddressView.Step;
import org.warmhandoff.adapters.pages.Pages;
import org.warmhandoff.adapters.pages.Problem;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.link.Target;
import org.warmhandoff.listing.Listing;
import org.warmhandoff.listing.MailSettings;
import org.warmhandoff.listing.ReferralMail;

/**
 * The page behind each link of a change of address. One page for both ends: what it offers follows from how the change stands, so the old
 * address's first notice, which said how to cancel, undoes once the change is made.
 */
final class ChangeAddressPage {

    private static final String DID = "did";

    private final MailSettings settings;
    private final Pages pages;
    private final InstantSource clock;

    @Inject
    ChangeAddressPage(MailSettings settings, Pages pages, InstantSource clock) {
        this.settings = settings;
        this.pages = pages;
        this.clock = clock;
    }

    /** {@code /a/{token}} */
    LinkedPage at(String token) {
        return link -> link.target() instanceof Target.AddressChange change
                ? open(token, change).map(standing -> standing)
                : Optional.empty();
    }

    private Optional<Standing> open(String token, Target.AddressChange change) {
        return settings.listing(change.listing()).flatMap(listing -> stands(token, change, listing));
    }

    private Optional<Standing> stands(String token, Target.AddressChange change, Listing listing) {
        ReferralMail mail = listing.mail();
        Instant now = clock.instant();
        boolean asked = mail.pending()
                .filter(pending -> pending.address().equals(change.wanted()) && !pending.over(now))
                .isPresent();
        boolean made = mail.address().equals(Optional.of(change.wanted()));
        boolean undoable =
                made && mail.undoable().filter(before -> !before.over(now)).isPresent();
        return switch (change.side()) {
            case NEW -> {
                if (asked) {
                    yield Optional.of(new Offered(token, change, listing, Step.CONFIRM));
                }
                yield made ? Optional.of(new Settled(token, change, listing, Result.CONFIRMED)) : Optional.empty();
            }
            case OLD -> {
                if (asked) {
                    yield Optional.of(new Offered(token, change, listing, Step.CANCEL));
                }
                if (undoable) {
                    yield Optional.of(new Offered(token, change, listing, Step.UNDO));
                }
                yield made ? Optional.empty() : Optional.of(new Settled(token, change, listing, Result.CANCELED));
            }
        };
    }

    private static String path(String token) {
        return "/a/" + token;
    }

    private static boolean confirms(Form form) {
        return form.is("confirm", "yes");
    }

    /** Something that this link may still do. */
    private final class Offered implements Standing {

        private final String token;
        private final Target.AddressChange change;
        private final Listing listing;
        private final Step step;

        Offered(String token, Target.AddressChange change, Listing listing, Step step) {
            this.token = token;
            this.change = change;
            this.listing = listing;
            this.step = step;
        }

        @Override
        public String version() {
            return Integer.toString(listing.mail().version());
        }

        @Override
        public String html(Visit visit) {
            Optional<EmailAddress> old = step == Step.UNDO
                    ? listing.mail().undoable().map(ReferralMail.Undoable::address)
                    : listing.mail().address();
            return pages.changeAddress(new ChangeAddressView(
                    visit.sameForm(path(token)),
                    step,
                    listing.program(),
                    listing.organizationName(),
                    old.map(EmailAddress::masked).orElse(""),
                    change.wanted().masked()));
        }

        @Override
        public List<Problem> problems(Form form) {
            return confirms(form) ? List.of() : List.of(Problem.CONFIRM_MISSING);
        }

        @Override
        public Acted act(Form form) {
            Instant now = clock.instant();
            boolean done = switch (step) {
                case CONFIRM -> settings.confirm(listing, now);
                case CANCEL -> settings.cancel(listing, now);
                case UNDO -> settings.undo(listing, now);
            };
            Result result = switch (step) {
                case CONFIRM -> Result.CONFIRMED;
                case CANCEL -> Result.CANCELED;
                case UNDO -> Result.UNDONE;
            };
            return done
                    ? new Acted.Done(
                            path(token) + "?" + DID + "=" + result,
                            Integer.toString(listing.mail().version() + 1))
                    : new Acted.Overtaken(open(token, change).orElseThrow(LinkPages::gone));
        }
    }

    /** What this link did, or somebody else before it. */
    private final class Settled implements Standing {

        private final String token;
        private final Target.AddressChange change;
        private final Listing listing;
        private final Result result;

        Settled(String token, Target.AddressChange change, Listing listing, Result result) {
            this.token = token;
            this.change = change;
            this.listing = listing;
            this.result = result;
        }

        @Override
        public String version() {
            return Integer.toString(listing.mail().version());
        }

        @Override
        public boolean closed() {
            return true;
        }

        @Override
        public Optional<String> confirmationOf(Form form) {
            return confirms(form) ? Optional.of(path(token)) : Optional.empty();
        }

        @Override
        public String html(Visit visit) {
            boolean undone =
                    visit.query(DID).filter(Result.UNDONE.name()::equals).isPresent();
            Result shown = result == Result.CANCELED && undone ? Result.UNDONE : result;
            Optional<EmailAddress> old = result == Result.CONFIRMED
                    ? listing.mail().undoable().map(ReferralMail.Undoable::address)
                    : listing.mail().address();
            return pages.changeAddressDone(new ChangeAddressDoneView(
                    shown,
                    listing.program(),
                    listing.organizationName(),
                    old.map(EmailAddress::masked).orElse(""),
                    change.wanted().masked()));
        }

        @Override
        public List<Problem> problems(Form form) {
            return List.of();
        }

        @Override
        public Acted act(Form form) {
            throw new IllegalStateException("nothing to do any more");
        }
    }
}
