package org.warmhandoff.actions.sharewithclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.warmhandoff.actions.Browser;
import org.warmhandoff.actions.clientfeedback.Visiting;
import org.warmhandoff.actions.inboundsms.Texting;
import org.warmhandoff.actions.unsubscribe.Unsubscribing;
import org.warmhandoff.adapters.dynamo.DynamoOptOuts;
import org.warmhandoff.channel.ChannelKind;
import org.warmhandoff.channel.ChannelState;
import org.warmhandoff.followup.FollowUpTime;
import org.warmhandoff.message.CloseReason;
import org.warmhandoff.message.FollowUpState;
import org.warmhandoff.message.MessageKey;
import org.warmhandoff.message.OutgoingText;
import org.warmhandoff.referral.Activity;
import org.warmhandoff.referral.Actor;
import org.warmhandoff.referral.Answer;
import org.warmhandoff.referral.FollowUp;
import org.warmhandoff.referral.Move;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.referral.RejectReason;
import org.warmhandoff.referral.Status;
import org.warmhandoff.share.OpenQuestion;
import org.warmhandoff.text.Reading.LetteredAnswer;

/**
 * Whatever a client, a caseworker and a receiver do, in any order and at any time, what stands is what a model says that is small enough to
 * be read: each follow-up is asked once or closed with its reason, none is asked on a channel that is out, every answer has its effect once.
 * A sequence that fails is made as short as it goes and printed; {@link #run} plays it again.
 */
class ClientLoopModelTest {

    private static final int SEQUENCES = Integer.getInteger("sequences", 50);
    private static final int LONGEST = 30;
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final String ANN = Series.TEXT.value();

    /** What may happen; which referral, channel or answer it is about, two numbers say. */
    private enum Event {
        SHARE_BOTH,
        SHARE_ONE,
        SHARE_BY_THE_OTHER,
        TEXT_STOP,
        TEXT_START,
        TEXT_YES,
        TEXT_BARE,
        TEXT_LETTERED,
        WRONG_NUMBER,
        ONE_CLICK,
        PAGE_STOP,
        RESUBSCRIBE,
        CASEWORKER_OPTS_OUT,
        PAGE_ANSWER,
        QUESTION_ANSWER,
        WITHDRAW,
        ACCEPT,
        REJECT,
        UNDO,
        DO_NOT_CONTACT,
        HOURS,
        DAY,
        DAYS,
        OUTAGE,
        STRAY_WAKE_UP
    }

    private record Step(Event event, int a, int b) {}

    @Test
    void every_sequence_ends_as_the_model_says() {
        int asked = 0;
        Map<CloseReason, Integer> closed = new EnumMap<>(CloseReason.class);
        for (int seed = 1; seed <= SEQUENCES; seed++) {
            List<Step> steps = steps(new Random(seed));
            Optional<String> wrong = wrong(steps, closed);
            if (wrong.isPresent()) {
                List<Step> few = shrunk(steps);
                fail(
                        "seed %d, as short as it goes: %s%n%s",
                        seed, few, wrong(few, closed).orElseThrow());
            }
            asked += steps.size();
        }
        assertThat(asked).as("events").isGreaterThan(SEQUENCES * LONGEST / 4);
        assertThat(closed.keySet())
                .as("no reason that this can give is left out")
                .contains(
                        CloseReason.OPTED_OUT,
                        CloseReason.DO_NOT_CONTACT,
                        CloseReason.ANSWERED,
                        CloseReason.COMPLETED,
                        CloseReason.CANCELED,
                        CloseReason.REJECTED,
                        CloseReason.WITHDRAWN);
    }

    private static List<Step> steps(Random random) {
        List<Step> steps = new ArrayList<>();
        if (random.nextInt(3) > 0) {
            steps.add(new Step(Event.SHARE_BOTH, random.nextInt(3), 0));
        } else {
            steps.add(new Step(Event.SHARE_ONE, random.nextInt(2), 0));
            steps.add(new Step(Event.DAYS, random.nextInt(6), 0));
            steps.add(new Step(Event.SHARE_BY_THE_OTHER, 0, 0));
            steps.add(new Step(Event.DAYS, random.nextInt(6), 0));
        }
        int length = 5 + random.nextInt(LONGEST - 5);
        Event[] all = Event.values();
        for (int i = 0; i < length; i++) {
            Event event = all[random.nextInt(all.length)];
            boolean rare = event == Event.DO_NOT_CONTACT || event == Event.WRONG_NUMBER;
            steps.add(new Step(
                    rare && random.nextInt(4) > 0 ? Event.DAY : event, random.nextInt(60), random.nextInt(60)));
        }
        return steps;
    }

    private static Optional<String> wrong(List<Step> steps, Map<CloseReason, Integer> closed) {
        try {
            run(steps).forEach((reason, times) -> closed.merge(reason, times, Integer::sum));
            return Optional.empty();
        } catch (AssertionError | RuntimeException broken) {
            return Optional.of(String.valueOf(broken));
        }
    }

    private static List<Step> shrunk(List<Step> steps) {
        List<Step> few = new ArrayList<>(steps);
        for (int i = few.size() - 1; i >= 0; i--) {
            List<Step> without = new ArrayList<>(few);
            without.remove(i);
            if (wrong(without, new EnumMap<>(CloseReason.class)).isPresent()) {
                few = without;
            }
        }
        return few;
    }

    private static Map<CloseReason, Integer> run(List<Step> steps) {
        Play play = new Play();
        for (int i = 0; i < steps.size(); i++) {
            play.step(steps.get(i));
            play.compare("after step " + (i + 1) + " of " + steps);
        }
        play.pass(Duration.ofDays(40));
        play.compare("in the end of " + steps);
        play.nothingIsLeftOwed();
        return play.reasons();
    }

    /** What the model knows of one question. */
    private static final class Question {
        final Instant due;
        Instant lookedAt;
        FollowUpState state = FollowUpState.OWED;
        Optional<CloseReason> reason = Optional.empty();
        Optional<Answer> answer = Optional.empty();
        Instant asked = Instant.MIN;
        String letter = "";
        String link = "";

        Question(Instant due) {
            this.due = due;
            this.lookedAt = due;
        }

        void close(CloseReason why) {
            if (state == FollowUpState.OWED) {
                state = FollowUpState.CLOSED;
                reason = Optional.of(why);
            }
        }
    }

    /** What the model knows of one referral. */
    private static final class Case {
        final Referral referral;
        Status response = Status.SENT;
        Optional<Status> outcome = Optional.empty();
        Optional<Answer> last = Optional.empty();
        int notes;
        final Map<ChannelKind, Question> questions = new EnumMap<>(ChannelKind.class);
        final Map<ChannelKind, String> pages = new EnumMap<>(ChannelKind.class);
        final Map<ChannelKind, Instant> sharedAt = new EnumMap<>(ChannelKind.class);
        final Map<ChannelKind, Integer> places = new EnumMap<>(ChannelKind.class);
        final Map<ChannelKind, Instant> pageEnds = new EnumMap<>(ChannelKind.class);

        Case(Referral referral) {
            this.referral = referral;
        }

        Status status() {
            return outcome.orElse(response);
        }
    }

    private static final class Play {

        final Series series = new Series();
        final Texting phone = new Texting(series);
        final Browser browser = Visiting.browser(series);
        final Browser mail = Unsubscribing.browser(series);

        final Map<String, Case> cases = new LinkedHashMap<>();
        final Map<ChannelKind, ChannelState> channels = new EnumMap<>(ChannelKind.class);
        final Map<ChannelKind, Instant> linksEnded = new EnumMap<>(ChannelKind.class);
        boolean doNotContact;
        int first;
        int baskets;

        Play() {
            series.limits = new org.warmhandoff.share.Shares.Limits(1000, 1000);
            for (ChannelKind kind : ChannelKind.values()) {
                channels.put(kind, ChannelState.UNKNOWN);
                linksEnded.put(kind, Instant.MIN);
            }
        }

        Instant now() {
            return series.town.now();
        }

        void step(Step step) {
            switch (step.event()) {
                case SHARE_BOTH -> share(1 + step.a() % 3, List.of(ChannelKind.EMAIL, ChannelKind.SMS));
                case SHARE_ONE -> share(1, List.of(ChannelKind.values()[step.a() % 2]));
                case SHARE_BY_THE_OTHER -> one(step.a()).ifPresent(this::shareByTheOther);
                case TEXT_STOP ->
                    stop(List.of("STOP", "stop texting me", "no más mensajes").get(step.a() % 3), false);
                case WRONG_NUMBER -> stop("wrong number", true);
                case TEXT_START -> start(List.of("START", "UNSTOP").get(step.a() % 2));
                case TEXT_YES -> {
                    if (out(ChannelKind.SMS)) {
                        start("YES");
                    } else {
                        bare("YES", Answer.YES);
                    }
                }
                case TEXT_BARE -> bare(List.of("1", "2", "3").get(step.a() % 3), Answer.values()[step.a() % 3]);
                case TEXT_LETTERED ->
                    lettered(LetteredAnswer.LETTERS.substring(step.b() % 4, step.b() % 4 + 1), step.a() % 3);
                case ONE_CLICK ->
                    wayOut().ifPresent(token -> {
                        mail.oneClick(token);
                        optOut(ChannelKind.EMAIL);
                    });
                case PAGE_STOP ->
                    wayOut().ifPresent(token -> {
                        mail.send(token, "choice", "STOP");
                        time();
                        optOut(ChannelKind.EMAIL);
                    });
                case RESUBSCRIBE ->
                    wayOut().ifPresent(token -> {
                        mail.send(token, "choice", "RESUBSCRIBE");
                        time();
                        optIn(ChannelKind.EMAIL);
                    });
                case CASEWORKER_OPTS_OUT -> {
                    ChannelKind kind = ChannelKind.values()[step.a() % 2];
                    new DynamoOptOuts(series.table(), series.town.addressKey(), series.ids)
                            .byCaseworker(kind == ChannelKind.SMS ? Series.TEXT : Series.MAIL, now());
                    optOut(kind);
                    closeOn(kind);
                }
                case PAGE_ANSWER -> one(step.a()).ifPresent(it -> answerByPage(it, step.b()));
                case QUESTION_ANSWER -> one(step.a()).ifPresent(it -> answerByQuestion(it, step.b()));
                case WITHDRAW -> one(step.a()).ifPresent(this::withdraw);
                case ACCEPT -> one(step.a()).ifPresent(it -> answered(it, Status.ACCEPTED));
                case REJECT -> one(step.a()).ifPresent(it -> answered(it, Status.REJECTED));
                case UNDO -> one(step.a()).ifPresent(this::undo);
                case DO_NOT_CONTACT -> doNotContact();
                case HOURS -> pass(Duration.ofHours(1 + step.a() % 12));
                case DAY -> pass(Duration.ofDays(1));
                case DAYS -> pass(Duration.ofDays(2 + step.a() % 6));
                case OUTAGE -> series.town.pass(Duration.ofHours(1 + step.a() % 30));
                case STRAY_WAKE_UP ->
                    series.owed().keySet().stream()
                            .skip(step.a() % Math.max(1, series.owed().size()))
                            .findFirst()
                            .ifPresent(series::deliver);
            }
            series.run();
            time();
        }

        // ---- what people do, and what the model says of it

        void share(int size, List<ChannelKind> to) {
            if (doNotContact || to.stream().anyMatch(this::out)) {
                return;
            }
            List<org.warmhandoff.listing.Listing> listings = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                listings.add(series.listing("place-" + baskets + "-" + i, "Place " + baskets + "-" + i, false));
            }
            baskets++;
            shared(series.refer(Series.ANN, listings.toArray(org.warmhandoff.listing.Listing[]::new)), to);
        }

        /** What was shared by one channel alone is shared by the other, days later perhaps. */
        void shareByTheOther(Case it) {
            List<ChannelKind> missing = List.of(ChannelKind.values()).stream()
                    .filter(kind -> !it.questions.containsKey(kind))
                    .toList();
            if (!missing.isEmpty() && it.outcome.isEmpty() && !doNotContact && !out(missing.getFirst())) {
                shared(List.of(it.referral), missing);
            }
        }

        private void shared(List<Referral> basket, List<ChannelKind> to) {
            Map<String, Object> body = Series.body(basket);
            if (!to.contains(ChannelKind.EMAIL)) {
                body.remove("email");
            }
            if (!to.contains(ChannelKind.SMS)) {
                body.remove("phone");
            }
            int before = series.sent.size();
            var answer = series.share(body);
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            series.run();
            first += to.size();
            to.forEach(kind -> channels.put(kind, ChannelState.SUBSCRIBED));
            for (int i = 0; i < basket.size(); i++) {
                Referral referral = basket.get(i);
                Case it = cases.computeIfAbsent(referral.id().value(), _ -> new Case(referral));
                for (ChannelKind kind : to) {
                    it.questions.put(kind, new Question(FollowUpTime.planned(now(), ZONE, i + 1)));
                    it.sharedAt.put(kind, now());
                    it.places.put(kind, i + 1);
                    it.pageEnds.put(
                            kind,
                            FollowUpTime.planned(now(), ZONE, basket.size()).plus(Duration.ofDays(30)));
                    it.pages.put(
                            kind,
                            series.sent.stream()
                                    .skip(before)
                                    .filter(one -> Browser.links(one, 'c')
                                            && one.message() instanceof OutgoingText == (kind == ChannelKind.SMS))
                                    .map(one -> Browser.link(one, 'c'))
                                    .findFirst()
                                    .orElseThrow());
                }
            }
        }

        void stop(String words, boolean wrongNumber) {
            phone.from(ANN, words);
            optOut(ChannelKind.SMS);
            if (wrongNumber) {
                linksEnded.put(ChannelKind.SMS, now());
                closeOn(ChannelKind.SMS);
            }
        }

        void start(String word) {
            phone.from(ANN, word);
            optIn(ChannelKind.SMS);
        }

        void bare(String words, Answer answer) {
            phone.from(ANN, words);
            List<Case> open = open();
            if (open.size() == 1) {
                heard(open.getFirst(), answer);
            }
        }

        void lettered(String letter, int which) {
            phone.from(ANN, letter + " " + (which + 1));
            open().stream()
                    .filter(it -> it.questions.get(ChannelKind.SMS).letter.equals(letter))
                    .findFirst()
                    .ifPresent(it -> heard(it, Answer.values()[which]));
        }

        void answerByPage(Case it, int number) {
            ChannelKind kind = List.copyOf(it.pages.keySet()).get(number % it.pages.size());
            Answer answer = Answer.values()[number % 3];
            boolean alive = now().isBefore(it.pageEnds.get(kind))
                    && linksEnded.get(kind).isBefore(it.sharedAt.get(kind));
            int status = browser.send(it.pages.get(kind) + "/" + it.places.get(kind), "answer", answer.name())
                    .status();
            time();
            assertThat(status).as("answer by page").isEqualTo(alive ? 303 : 410);
            if (alive) {
                heard(it, answer);
            }
        }

        void answerByQuestion(Case it, int number) {
            ChannelKind kind = List.copyOf(it.questions.keySet()).get(number % it.questions.size());
            Question question = it.questions.get(kind);
            if (question.link.isEmpty()) {
                return;
            }
            Answer answer = Answer.values()[number % 3];
            boolean alive = now().isBefore(question.asked.plus(Duration.ofDays(30)))
                    && linksEnded.get(kind).isBefore(question.asked);
            int status = browser.send(question.link, "answer", answer.name()).status();
            time();
            assertThat(status).as("answer to the question").isEqualTo(alive ? 303 : 410);
            if (alive) {
                heard(it, answer);
            }
        }

        void heard(Case it, Answer answer) {
            if (!it.last.equals(Optional.of(answer))) {
                it.last = Optional.of(answer);
                it.notes++;
                if (!it.outcome.equals(Optional.of(Status.WITHDRAWN))) {
                    it.outcome = switch (answer) {
                        case YES -> Optional.of(Status.SERVICE_COMPLETED);
                        case NO -> Optional.empty();
                        case NOT_INTERESTED -> Optional.of(Status.CANCELED);
                    };
                }
            }
            boolean asked = it.questions.values().stream().anyMatch(one -> one.asked.isAfter(Instant.MIN));
            for (Question question : it.questions.values()) {
                if (question.asked.isAfter(Instant.MIN)) {
                    question.state = FollowUpState.ANSWERED;
                    question.answer = Optional.of(answer);
                } else if (asked) {
                    question.close(CloseReason.ANSWERED);
                } else if (answer == Answer.YES) {
                    question.close(CloseReason.COMPLETED);
                } else if (answer == Answer.NOT_INTERESTED) {
                    question.close(CloseReason.CANCELED);
                }
            }
        }

        void withdraw(Case it) {
            if (it.outcome.isEmpty() && it.response == Status.SENT) {
                series.withdraw(it.referral);
                it.outcome = Optional.of(Status.WITHDRAWN);
            }
        }

        void answered(Case it, Status by) {
            Referral standing = series.referral(it.referral);
            Actor staff = Actor.staffOf("Place");
            Move move = by == Status.ACCEPTED
                    ? standing.accept(staff, now())
                    : standing.reject(RejectReason.values()[0], "", staff, now());
            if (it.outcome.isEmpty() && it.response == Status.SENT) {
                series.referrals().save(standing, (Move.Moved) move);
                it.response = by;
            } else {
                assertThat(move).isNotInstanceOf(Move.Moved.class);
            }
        }

        void undo(Case it) {
            Referral standing = series.referral(it.referral);
            Move move = standing.undo(Actor.staffOf("Place"), now());
            if (it.outcome.isEmpty() && it.response != Status.SENT) {
                series.referrals().save(standing, (Move.Moved) move);
                it.response = Status.SENT;
            } else {
                assertThat(move).isNotInstanceOf(Move.Moved.class);
            }
        }

        void doNotContact() {
            if (!doNotContact) {
                series.doNotContact();
                doNotContact = true;
                cases.values()
                        .forEach(it -> it.questions.values().forEach(one -> one.close(CloseReason.DO_NOT_CONTACT)));
            }
        }

        void optOut(ChannelKind kind) {
            channels.put(kind, ChannelState.OPTED_OUT);
        }

        void optIn(ChannelKind kind) {
            if (out(kind)) {
                channels.put(kind, ChannelState.SUBSCRIBED);
            }
        }

        void closeOn(ChannelKind kind) {
            cases.values().stream()
                    .flatMap(it -> Optional.ofNullable(it.questions.get(kind)).stream())
                    .forEach(question -> question.close(CloseReason.OPTED_OUT));
        }

        void pass(Duration time) {
            series.pass(time);
            time();
        }

        // ---- what time does in the model

        /** Whatever came due, in the order in which it did; after an outage it is found now. */
        void time() {
            while (true) {
                Optional<Instant> next = cases.values().stream()
                        .flatMap(it -> it.questions.values().stream())
                        .filter(one -> one.state == FollowUpState.OWED && !one.lookedAt.isAfter(now()))
                        .map(one -> one.lookedAt)
                        .min(Instant::compareTo);
                if (next.isEmpty()) {
                    return;
                }
                for (Case it : cases.values()) {
                    it.questions.forEach((kind, question) -> {
                        if (question.state == FollowUpState.OWED && question.lookedAt.equals(next.get())) {
                            due(it, kind, question);
                        }
                    });
                }
            }
        }

        void due(Case it, ChannelKind kind, Question question) {
            boolean answeredElsewhere = it.questions.values().stream().anyMatch(one -> one.answer.isPresent());
            if (out(kind)) {
                question.close(CloseReason.OPTED_OUT);
            } else if (doNotContact) {
                question.close(CloseReason.DO_NOT_CONTACT);
            } else if (it.outcome.isPresent()) {
                question.close(
                        switch (it.outcome.get()) {
                            case SERVICE_COMPLETED -> CloseReason.COMPLETED;
                            case CANCELED -> CloseReason.CANCELED;
                            case WITHDRAWN -> CloseReason.WITHDRAWN;
                            default -> throw new IllegalStateException();
                        });
            } else if (it.response == Status.REJECTED) {
                question.close(CloseReason.REJECTED);
            } else if (answeredElsewhere) {
                question.close(CloseReason.ANSWERED);
            } else {
                asked(it, kind, question);
            }
        }

        /** When and under which letter is read off; that it was once, and only then, is not. */
        void asked(Case it, ChannelKind kind, Question question) {
            Optional<FollowUp> real = real(it, kind);
            Instant at = real.flatMap(FollowUp::askedAt).orElse(Instant.MIN);
            if (at.equals(Instant.MIN)) {
                Instant opens = FollowUpTime.lateSend(now(), ZONE);
                assertThat(opens).as("not asked at an open hour").isAfter(now());
                question.lookedAt = opens;
                return;
            }
            assertThat(FollowUpTime.isOpen(at.atZone(ZONE).toLocalTime())).isTrue();
            assertThat(at).isAfterOrEqualTo(question.lookedAt);
            question.state = FollowUpState.ASKED;
            question.asked = at;
            List<Series.Taken> asking = series.sent.stream()
                    .filter(one -> Browser.links(one, 'f')
                            && one.at().equals(at)
                            && one.message().message().equals(key(it, kind)))
                    .toList();
            assertThat(asking).as("asked once").hasSize(1);
            question.link = Browser.link(asking.getFirst(), 'f');
            if (kind == ChannelKind.SMS) {
                String words = asking.getFirst().words();
                question.letter = words.substring(words.indexOf("referral ") + 9, words.indexOf('?'));
            }
        }

        // ---- comparing

        void compare(String when) {
            channels.forEach((kind, state) -> assertThat(
                            series.channel(kind == ChannelKind.SMS ? Series.TEXT : Series.MAIL)
                                    .state())
                    .as("%s %s", kind, when)
                    .isEqualTo(state));
            for (Case it : cases.values()) {
                Referral stands = series.referral(it.referral);
                assertThat(stands.status()).as("status %s", when).isEqualTo(it.status());
                var history = series.history(it.referral);
                it.questions.forEach((kind, question) -> {
                    FollowUp real = real(it, kind).orElseThrow();
                    assertThat(real.state()).as("%s %s", kind, when).isEqualTo(question.state);
                    assertThat(real.closedBecause()).as("%s %s", kind, when).isEqualTo(question.reason);
                    assertThat(real.answered().map(said -> said.answer()))
                            .as("%s %s", kind, when)
                            .isEqualTo(question.answer);
                    assertThat(real.dueAt()).as("%s %s", kind, when).isEqualTo(question.due);
                });
                List<String> notes = history.activity().stream()
                        .map(Activity::text)
                        .filter(text -> List.of(Answer.values()).stream()
                                .anyMatch(answer -> answer.note().equals(text)))
                        .toList();
                assertThat(notes).as("notes %s", when).hasSize(it.notes);
                TreeSet<Integer> numbers = new TreeSet<>();
                history.activity().forEach(line -> line.move().ifPresent(numbers::add));
                assertThat(numbers.size()).as("numbered lines %s", when).isEqualTo(stands.version());
                assertThat(numbers.last()).as("without a gap %s", when).isEqualTo(stands.version());
            }
            long questions = cases.values().stream()
                    .flatMap(it -> it.questions.values().stream())
                    .filter(one -> one.asked.isAfter(Instant.MIN))
                    .count();
            assertThat(series.sent.stream().filter(one -> Browser.links(one, 'f')))
                    .as("questions sent %s", when)
                    .hasSize((int) questions);
            assertThat(series.sent.stream().filter(one -> Browser.links(one, 'c')))
                    .as("first messages sent %s", when)
                    .hasSize(first);
            List<String> letters = open().stream()
                    .map(it -> it.questions.get(ChannelKind.SMS).letter)
                    .toList();
            assertThat(letters).as("letters %s", when).doesNotHaveDuplicates();
        }

        void nothingIsLeftOwed() {
            assertThat(series.owed()).isEmpty();
        }

        Map<CloseReason, Integer> reasons() {
            Map<CloseReason, Integer> reasons = new EnumMap<>(CloseReason.class);
            cases.values()
                    .forEach(it -> it.questions
                            .values()
                            .forEach(one -> one.reason.ifPresent(why -> reasons.merge(why, 1, Integer::sum))));
            return reasons;
        }

        // ---- finding

        boolean out(ChannelKind kind) {
            return channels.get(kind) == ChannelState.OPTED_OUT;
        }

        Optional<Case> one(int number) {
            return cases.values().stream()
                    .skip(cases.isEmpty() ? 0 : number % cases.size())
                    .findFirst();
        }

        List<Case> open() {
            return cases.values().stream()
                    .filter(it -> it.questions.containsKey(ChannelKind.SMS))
                    .filter(it -> it.questions.get(ChannelKind.SMS).state == FollowUpState.ASKED)
                    .filter(it -> now().isBefore(
                                    it.questions.get(ChannelKind.SMS).asked.plus(OpenQuestion.KEPT)))
                    .toList();
        }

        Optional<String> wayOut() {
            return series.mails().stream().map(mail -> Browser.link(mail, 'u')).reduce((one, next) -> next);
        }

        Optional<FollowUp> real(Case it, ChannelKind kind) {
            return series.history(it.referral).followUps().stream()
                    .filter(one -> one.channel() == kind)
                    .findFirst();
        }

        MessageKey key(Case it, ChannelKind kind) {
            return series.referral(it.referral).shares().stream()
                    .filter(shared -> shared.channel() == kind)
                    .map(shared -> MessageKey.followUp(it.referral.id(), shared.share(), kind))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
