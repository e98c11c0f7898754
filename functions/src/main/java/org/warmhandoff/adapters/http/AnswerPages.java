package org.warmhandoff.adapters.http;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.adapters.pages.AnsweredView;
import org.warmhandoff.adapters.pages.Pages;
import org.warmhandoff.adapters.pages.Problem;
import org.warmhandoff.adapters.pages.ReceiverViews;
import org.warmhandoff.link.Link;
import org.warmhandoff.link.Purpose;
import org.warmhandoff.link.Target;
import org.warmhandoff.referral.Actor;
import org.warmhandoff.referral.Move;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.referral.Referrals;
import org.warmhandoff.referral.RejectReason;
import org.warmhandoff.referral.Response;
import org.warmhandoff.screening.NotesScreen;

/**
 * The three pages behind a receiver's link: accept, reject, undo. The link opens the referral, whichever button was pressed, so each page
 * shows what stands and leads over to the others. After an answer nothing of the participant is shown any more.
 */
public final class AnswerPages {

    /** The longest details of a rejection, in UTF-16 units. */
    public static final int LONGEST_DETAILS = 500;

    private final Referrals referrals;
    private final Pages pages;
    private final InstantSource clock;

    public AnswerPages(Referrals referrals, Pages pages, InstantSource clock) {
        this.referrals = referrals;
        this.pages = pages;
        this.clock = clock;
    }

    /** {@code /r/{token}/accept} */
    public LinkedPage accept(String token) {
        return link -> open(link).map(referral -> new Accept(token, referral));
    }

    /** {@code /r/{token}/reject} */
    public LinkedPage reject(String token) {
        return link -> open(link).map(referral -> new Reject(token, referral));
    }

    /** {@code /r/{token}/undo} */
    public LinkedPage undo(String token) {
        return link -> open(link).map(referral -> new Undo(token, referral));
    }

    private Optional<Referral> open(Link link) {
        if (!(link.target() instanceof Target.Answering answering)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return referrals
                .asHolder(answering)
                .filter(opened -> opened.mail().epoch() == answering.epoch())
                .map(Referrals.Opened::referral)
                .filter(referral -> now.isBefore(referral.linkEnd(link.sentAt())));
    }

    /** What is the same on all three. */
    private abstract class Answer implements LinkedPage.Standing {

        final String token;
        final Referral referral;

        Answer(String token, Referral referral) {
            this.token = token;
            this.referral = referral;
        }

        /** What the form says, as a move of what stands. */
        abstract Move move(Form form, Actor by, Instant now);

        /** The last part of its own path. */
        abstract String page();

        /** The page that shows what came of it. */
        abstract String confirmation();

        /** The same page of what stands now. */
        abstract Answer of(Referral standing);

        @Override
        public String version() {
            return Integer.toString(referral.version());
        }

        @Override
        public boolean closed() {
            return !referral.outcome().open() || referral.response().decided().isPresent();
        }

        @Override
        public String html(Visit visit) {
            if (!referral.outcome().open()) {
                return pages.closed(ReceiverViews.closed(referral));
            }
            return switch (referral.response()) {
                case Response.Decided decided -> decided(visit, decided);
                case Response.Undecided waiting -> undecided(visit);
            };
        }

        String decided(Visit visit, Response.Decided decided) {
            AnsweredView.Arrival arrival;
            if (visit.justDone()) {
                arrival = AnsweredView.Arrival.JUST_ANSWERED;
            } else {
                arrival = visit.overtaken() ? AnsweredView.Arrival.OVERTAKEN : AnsweredView.Arrival.LATER;
            }
            return pages.answered(ReceiverViews.answered(referral, decided, visit.form(path("undo")), arrival));
        }

        String undecided(Visit visit) {
            return pages.acceptConfirm(ReceiverViews.acceptConfirm(referral, form(visit, "accept"), path("reject")));
        }

        /** A box that was ticked for one thing is not ticked for another. */
        final org.warmhandoff.adapters.pages.Form form(Visit visit, String page) {
            return page.equals(page()) ? visit.sameForm(path(page)) : visit.form(path(page));
        }

        final String path(String page) {
            return Purpose.ANSWER.path(token) + "/" + page;
        }

        @Override
        public LinkedPage.Acted act(Form form) {
            Actor by = Actor.staffOf(referral.receiver().program());
            return switch (move(form, by, clock.instant())) {
                case Move.Moved moved ->
                    switch (referrals.save(referral, moved)) {
                        case Referrals.Saved.Done saved ->
                            new LinkedPage.Acted.Done(
                                    confirmation(),
                                    Integer.toString(saved.referral().version()));
                        case Referrals.Saved.Lost lost -> new LinkedPage.Acted.Overtaken(of(lost.standing()));
                    };
                case Move.Unchanged unchanged -> new LinkedPage.Acted.Overtaken(of(unchanged.referral()));
                case Move.Refused refused -> new LinkedPage.Acted.Overtaken(of(refused.state()));
            };
        }
    }

    private final class Accept extends Answer {

        Accept(String token, Referral referral) {
            super(token, referral);
        }

        @Override
        String page() {
            return "accept";
        }

        @Override
        Move move(Form form, Actor by, Instant now) {
            return referral.accept(by, now);
        }

        @Override
        String confirmation() {
            return path("accept");
        }

        @Override
        Answer of(Referral standing) {
            return new Accept(token, standing);
        }

        @Override
        public Optional<String> confirmationOf(Form form) {
            boolean same = referral.outcome().open() && referral.response() instanceof Response.Accepted;
            return same && form.is("confirm", "yes") ? Optional.of(confirmation()) : Optional.empty();
        }

        @Override
        public List<Problem> problems(Form form) {
            return form.is("confirm", "yes") ? List.of() : List.of(Problem.CONFIRM_MISSING);
        }
    }

    private final class Reject extends Answer {

        Reject(String token, Referral referral) {
            super(token, referral);
        }

        @Override
        String page() {
            return "reject";
        }

        @Override
        Move move(Form form, Actor by, Instant now) {
            return referral.reject(reason(form).orElseThrow(), details(form), by, now);
        }

        @Override
        String confirmation() {
            return path("reject");
        }

        @Override
        Answer of(Referral standing) {
            return new Reject(token, standing);
        }

        @Override
        String undecided(Visit visit) {
            return pages.rejectForm(ReceiverViews.rejectForm(
                    referral,
                    visit.form(path("reject")),
                    path("accept"),
                    visit.typed("reason"),
                    visit.typed("details")));
        }

        @Override
        public Optional<String> confirmationOf(Form form) {
            boolean same = referral.outcome().open()
                    && referral.response() instanceof Response.Rejected rejected
                    && reason(form).filter(rejected.reason()::equals).isPresent()
                    && rejected.details().equals(details(form));
            return same ? Optional.of(confirmation()) : Optional.empty();
        }

        @Override
        public List<Problem> problems(Form form) {
            List<Problem> problems = new ArrayList<>();
            Optional<RejectReason> reason = reason(form);
            String details = details(form);
            if (reason.isEmpty()) {
                problems.add(Problem.REASON_MISSING);
            }
            if (reason.filter(RejectReason::detailsRequired).isPresent() && details.isEmpty()) {
                problems.add(Problem.DETAILS_MISSING);
            }
            if (details.length() > LONGEST_DETAILS) {
                problems.add(Problem.DETAILS_TOO_LONG);
            } else if (tells(details)) {
                problems.add(Problem.DETAILS_PRIVATE);
            }
            return problems;
        }

        /** The receiver does not know the client, so only what has the shape of a number or an address can be looked for. */
        private boolean tells(String details) {
            LocalDate today = clock.instant().atZone(referral.receiver().zone()).toLocalDate();
            return !NotesScreen.ofShapes(today).findings(details).isEmpty();
        }

        private static Optional<RejectReason> reason(Form form) {
            return form.choice(RejectReason.class, "reason");
        }

        private static String details(Form form) {
            return form.value("details").map(String::strip).orElse("");
        }
    }

    private final class Undo extends Answer {

        Undo(String token, Referral referral) {
            super(token, referral);
        }

        @Override
        String page() {
            return "undo";
        }

        @Override
        Move move(Form form, Actor by, Instant now) {
            return referral.undo(by, now);
        }

        /** Back on the original confirmation page. */
        @Override
        String confirmation() {
            return path("accept");
        }

        @Override
        Answer of(Referral standing) {
            return new Undo(token, standing);
        }

        @Override
        public boolean closed() {
            return !referral.outcome().open() || referral.response().decided().isEmpty();
        }

        @Override
        String decided(Visit visit, Response.Decided decided) {
            return pages.undoConfirm(ReceiverViews.undoConfirm(referral, decided, form(visit, "undo")));
        }

        @Override
        public List<Problem> problems(Form form) {
            return form.is("confirm", "yes") ? List.of() : List.of(Problem.CONFIRM_MISSING);
        }
    }
}
