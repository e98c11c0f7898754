package org.warmhandoff.actions.clientfeedback;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.adapters.http.Form;
import org.warmhandoff.adapters.http.LinkPages;
import org.warmhandoff.adapters.http.LinkedPage;
import org.warmhandoff.adapters.http.Visit;
import org.warmhandoff.adapters.pages.ClientPage;
import org.warmhandoff.adapters.pages.FeedbackThanksView;
import org.warmhandoff.adapters.pages.FeedbackView;
import org.warmhandoff.adapters.pages.Pages;
import org.warmhandoff.adapters.pages.Problem;
import org.warmhandoff.link.Purpose;
import org.warmhandoff.link.Target;
import org.warmhandoff.referral.Answer;
import org.warmhandoff.referral.Barrier;
import org.warmhandoff.referral.ClientAnswer;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.share.ClientBaskets;

/**
 * One question: did you get help? The page never tells what was answered before, since others may hold the phone: thanks are shown for
 * what the address says was just said, and for nothing else.
 */
final class FeedbackPage {

    /** What was just said, in the address of the thanks. */
    private static final String SAID = "said";

    /** The form after a No; it brings a reason and the wish for help, and no answer. */
    private static final String STEP = "step";

    private static final String WHY = "why";

    private final ClientBaskets baskets;
    private final Pages pages;
    private final InstantSource clock;

    FeedbackPage(ClientBaskets baskets, Pages pages, InstantSource clock) {
        this.baskets = baskets;
        this.pages = pages;
        this.clock = clock;
    }

    /** {@code /f/{token}} */
    LinkedPage ofFollowUp(String token) {
        return link -> link.target() instanceof Target.Question question
                ? baskets.question(link, question).map(asked -> new Asked(Purpose.FEEDBACK.path(token), "", asked))
                : Optional.empty();
    }

    /** {@code /c/{token}/{n}} */
    LinkedPage ofPlace(String token, String place) {
        String basketPath = Purpose.RESOURCES.path(token);
        return link -> {
            if (!(link.target() instanceof Target.Basket basket)) {
                return Optional.empty();
            }
            int n = place.matches("[1-9][0-9]?") ? Integer.parseInt(place) : 0;
            Optional<ClientBaskets.Question> found = baskets.question(link, basket, n);
            if (found.isEmpty() && baskets.question(link, basket, 1).isPresent()) {
                throw LinkPages.unknown();
            }
            return found.map(asked -> new Asked(basketPath + "/" + place, basketPath, asked));
        };
    }

    private final class Asked implements LinkedPage.Standing {

        private final String path;
        private final String basketPath;
        private final ClientBaskets.Question question;

        Asked(String path, String basketPath, ClientBaskets.Question question) {
            this.path = path;
            this.basketPath = basketPath;
            this.question = question;
        }

        private Referral referral() {
            return question.referral();
        }

        /** A place whose name would tell too much is spoken of without it. */
        private boolean named() {
            return !referral().receiver().unnamed() && !referral().sender().victimServices();
        }

        @Override
        public String version() {
            return Integer.toString(
                    referral().clientAnswer().map(ClientAnswer::number).orElse(0));
        }

        @Override
        public String html(Visit visit) {
            Optional<Answer> said = visit.query(SAID).flatMap(Asked::answer);
            return said.isPresent() ? thanks(visit, said.get()) : asked(visit);
        }

        private String asked(Visit visit) {
            return pages.feedback(new FeedbackView(
                    page(visit, path),
                    visit.form(path),
                    named(),
                    referral().receiver().program(),
                    visit.typed("answer")));
        }

        private String thanks(Visit visit, Answer said) {
            boolean told = visit.query("told").isPresent();
            return pages.feedbackThanks(new FeedbackThanksView(
                    page(visit, path + "?" + SAID + "=" + said),
                    visit.form(path + "?" + SAID + "=" + said).with(STEP, WHY),
                    said.name(),
                    named(),
                    referral().receiver().program(),
                    visit.inLanguage(path),
                    said == Answer.NO && !told,
                    visit.typed("barrier"),
                    visit.typed("help").equals("yes"),
                    visit.query("told").filter("help"::equals).isPresent(),
                    basketPath.isEmpty() ? "" : visit.inLanguage(basketPath)));
        }

        private ClientPage page(Visit visit, String at) {
            return new ClientPage(
                    visit.query("lang").orElse(question.share().language()),
                    at,
                    referral().sender().organizationName(),
                    referral().sender().organizationPhone());
        }

        private static Optional<Answer> answer(String code) {
            return Arrays.stream(Answer.values())
                    .filter(answer -> answer.name().equals(code))
                    .findFirst();
        }

        private static Optional<Answer> answer(Form form) {
            return form.value("answer").flatMap(Asked::answer);
        }

        /** Whether this is the form after a No. */
        private static boolean saysWhy(Form form) {
            return form.filled("answer").isEmpty()
                    && (form.is(STEP, WHY)
                            || form.filled("barrier").isPresent()
                            || form.filled("help").isPresent());
        }

        private static Optional<Barrier> barrier(Form form) {
            return form.value("barrier").flatMap(Barrier::ofCode);
        }

        private static boolean help(Form form) {
            return form.is("help", "yes");
        }

        @Override
        public Optional<String> confirmationOf(Form form) {
            return answer(form)
                    .filter(said -> referral()
                            .clientAnswer()
                            .filter(before -> before.answer() == said)
                            .isPresent())
                    .filter(said -> !question.unanswered())
                    .map(said -> path + "?" + SAID + "=" + said);
        }

        @Override
        public List<Problem> problems(Form form) {
            if (saysWhy(form)) {
                boolean something = barrier(form).isPresent() || help(form);
                boolean afterNo = referral()
                        .clientAnswer()
                        .filter(said -> said.answer() == Answer.NO)
                        .isPresent();
                return something && afterNo ? List.of() : List.of(Problem.BARRIER_MISSING);
            }
            return answer(form).isPresent() ? List.of() : List.of(Problem.ANSWER_MISSING);
        }

        @Override
        public LinkedPage.Acted act(Form form) {
            if (saysWhy(form)) {
                return done(
                        baskets.explain(question, barrier(form), help(form), clock.instant()),
                        path + "?" + SAID + "=" + Answer.NO + "&told=" + (help(form) ? "help" : "why"));
            }
            Answer said = answer(form).orElseThrow();
            return done(baskets.answer(question, said, clock.instant()), path + "?" + SAID + "=" + said);
        }

        private LinkedPage.Acted done(ClientBaskets.Said said, String confirmation) {
            return switch (said) {
                case ClientBaskets.Said.Done done ->
                    new LinkedPage.Acted.Done(
                            confirmation, new Asked(path, basketPath, with(done.referral())).version());
                case ClientBaskets.Said.Overtaken by ->
                    new LinkedPage.Acted.Overtaken(new Asked(path, basketPath, by.standing()));
            };
        }

        private ClientBaskets.Question with(Referral referral) {
            return new ClientBaskets.Question(question.share(), question.place(), referral, question.followUps());
        }
    }
}
