package org.warmhandoff.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.walks.Walk.DANA;
import static org.warmhandoff.walks.Walk.SAM;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.warmhandoff.Ids;
import org.warmhandoff.adapters.dynamo.DynamoReferrals;
import org.warmhandoff.adapters.dynamo.DynamoTable;
import org.warmhandoff.adapters.dynamo.Table;
import org.warmhandoff.local.Json;
import org.warmhandoff.member.MemberId;
import org.warmhandoff.referral.Actor;
import org.warmhandoff.referral.Move;
import org.warmhandoff.referral.Moving;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.referral.ReferralId;
import org.warmhandoff.referral.Referrals;
import org.warmhandoff.referral.RejectReason;
import org.warmhandoff.walks.Walk.Mailbox;

/**
 * Two or three answers to one referral at once: exactly one wins, whoever loses is shown what stands, and nobody an error. A thousand
 * times over HTTP, against the whole system, signed in and by links; and on the table alone, where it is decided. (In memory, where
 * conflicts can be had at will: {@code RacingAnswersTest}.)
 *
 * <p>A referral is raced again after it was undone, but not for long: its activity grows with every round, and everybody is answered
 * with all of it.
 */
class RaceTest {

    private static final int RACES = 1000;
    private static final int SIGNED_IN = 105;
    private static final int ROUNDS_SIGNED_IN = 9;
    private static final int BY_LINK = 11;
    private static final int ROUNDS_BY_LINK = 5;
    private static final int ROUNDS_ON_THE_TABLE = 51;

    /** So many referrals are raced at a time. */
    private static final int AT_ONCE = 4;

    private static final Map<String, String> YES = Map.of("confirm", "yes");
    private static final Map<String, String> FULL = Map.of("reason", "NO_CAPACITY");
    private static final Map<String, String> STATUS = Map.of(
            "accept", "ACCEPTED", "reject", "REJECTED", "withdraw", "WITHDRAWN", "undo", "SENT", "undo too", "SENT");

    private static Walk walk;
    private static Member dana;
    private static Member sam;
    private static ExecutorService racers;
    private static final AtomicInteger RACED = new AtomicInteger();

    @BeforeAll
    static void begin() throws Exception {
        walk = Walk.begin();
        dana = walk.signIn(DANA);
        sam = walk.signIn(SAM);
        racers = Executors.newVirtualThreadPerTaskExecutor();
    }

    @AfterAll
    static void end() {
        racers.close();
        walk.close();
    }

    /** Signed in and by link it was this one that did it: only they are told so. */
    private static boolean won(Answer answer) {
        boolean page = !answer.header("content-type").contains("json");
        boolean won =
                page ? answer.status() == 303 && answer.header("location").contains("done=") : answer.status() == 200;
        assertThat(answer.status())
                .as(answer.body())
                .isIn(won ? List.of(200, 303) : page ? List.of(200) : List.of(409));
        return won;
    }

    /** Lets all go at one moment; the one that won, and the answers of all. */
    private static String winner(Map<String, Callable<Answer>> moves, Map<String, Answer> answers) {
        CountDownLatch start = new CountDownLatch(1);
        Map<String, Future<Answer>> running = new LinkedHashMap<>();
        moves.forEach((name, move) -> running.put(name, racers.submit(() -> {
            start.await();
            return move.call();
        })));
        start.countDown();
        running.forEach((name, future) -> answers.put(name, got(future)));
        List<String> winners = answers.entrySet().stream()
                .filter(entry -> won(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(winners).as("who won of " + moves.keySet()).hasSize(1);
        RACED.incrementAndGet();
        return winners.getFirst();
    }

    private static <T> T got(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    @Test
    void over_http_exactly_one_wins_a_thousand_times() {
        try (ExecutorService fields = Executors.newFixedThreadPool(AT_ONCE)) {
            IntStream.range(0, SIGNED_IN)
                    .mapToObj(_ -> fields.submit(RaceTest::signedIn))
                    .toList()
                    .forEach(RaceTest::got);
            byLink(fields);
        }
        assertThat(RACED.get()).isGreaterThanOrEqualTo(RACES);
        assertThat(walk.log()).doesNotContain("\"status\":5");
    }

    /** The very moves and the very store of the functions, on DynamoDB Local: three answers, or two undos, by turns. */
    @Test
    void on_the_table_exactly_one_wins() {
        String id = dana.refer("harbor-0002", "rainier-food-pantry").getFirst();
        Table table =
                new DynamoTable(walk.system().table().client(), walk.system().tableName(), new CountingIds());
        Referrals referrals = new DynamoReferrals(table, new CountingIds());
        Moving moving = new Moving(referrals);
        Actor by = Actor.member("Sam Whitfield");
        Instant now = walk.system().clock().instant();
        Referral standing = referrals
                .asReceiver(new MemberId(sam.id()), new ReferralId(id))
                .found()
                .orElseThrow();
        for (int round = 1; round <= ROUNDS_ON_THE_TABLE; round++) {
            Referral read = standing;
            List<Function<Referral, Move>> moves = round % 2 == 0
                    ? List.of(referral -> referral.undo(by, now), referral -> referral.undo(by, now))
                    : List.of(
                            referral -> referral.accept(by, now),
                            referral -> referral.reject(RejectReason.NO_CAPACITY, "", by, now),
                            referral -> referral.reject(RejectReason.OTHER, "Closed for repairs.", by, now));
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Moving.End>> running = moves.stream()
                    .map(move -> racers.submit(() -> {
                        start.await();
                        return moving.move(read, move);
                    }))
                    .toList();
            start.countDown();
            List<Moving.End> ends = running.stream().map(RaceTest::got).toList();
            List<Referral> won = ends.stream()
                    .filter(Moving.End.Moved.class::isInstance)
                    .map(Moving.End::referral)
                    .toList();
            assertThat(won).as("round " + round).hasSize(1);
            standing = won.getFirst();
            assertThat(ends)
                    .extracting(Moving.End::referral)
                    .extracting(Referral::version)
                    .containsOnly(round + 1);
            assertThat(ends)
                    .extracting(Moving.End::referral)
                    .extracting(Referral::status)
                    .containsOnly(standing.status());
        }
        stands(id, ROUNDS_ON_THE_TABLE);
    }

    private static final class CountingIds implements Ids {
        private final AtomicInteger made = new AtomicInteger();

        @Override
        public String next() {
            return "01RACE%020d".formatted(made.incrementAndGet());
        }

        /** By this a transaction is known when it is tried again. */
        @Override
        public String token128() {
            return "race%018d".formatted(made.incrementAndGet());
        }

        @Override
        public String token256() {
            throw new AssertionError("no link is made here");
        }
    }

    /** One referral in network: accept against reject and undo against undo by turns, at last withdraw against both. */
    private static void signedIn() {
        String id = dana.refer("harbor-0002", "rainier-food-pantry").getFirst();
        String path = "/api/referrals/" + id + "/";
        ObjectNode reason = Json.object().put("reason", "NO_CAPACITY");
        for (int round = 1; round <= ROUNDS_SIGNED_IN; round++) {
            Map<String, Callable<Answer>> moves = new LinkedHashMap<>();
            if (round % 2 == 0) {
                moves.put("undo", () -> sam.post(path + "undo"));
                moves.put("undo too", () -> sam.post(path + "undo"));
            } else {
                moves.put("accept", () -> sam.post(path + "accept"));
                moves.put("reject", () -> sam.post(path + "reject", reason));
            }
            if (round == ROUNDS_SIGNED_IN) {
                moves.put("withdraw", () -> dana.post(path + "withdraw"));
            }
            Map<String, Answer> answers = new LinkedHashMap<>();
            String winner = winner(moves, answers);
            for (Map.Entry<String, Answer> entry : answers.entrySet()) {
                JsonNode answered = entry.getValue().json();
                JsonNode shown = entry.getKey().equals(winner) ? answered : answered.path("referral");
                assertThat(shown.path("status").asText()).as(entry.getKey()).isEqualTo(STATUS.get(winner));
                assertThat(shown.path("version").asInt()).isEqualTo(round + 1);
            }
        }
        stands(id, ROUNDS_SIGNED_IN);
    }

    /** A referral out of network and the pages of its link. */
    private record Linked(String id, String link) {

        String page(String name) {
            return link + "/" + name;
        }
    }

    /** The same by links. A page must be two seconds old to be answered, so all referrals go one round and then the clock moves. */
    private static void byLink(ExecutorService fields) {
        List<Mailbox> programs =
                IntStream.range(0, BY_LINK).mapToObj(_ -> walk.program()).toList();
        List<Linked> referrals = programs.stream()
                .map(program -> {
                    String id = dana.refer("harbor-0002", program.listing()).getFirst();
                    return new Linked(
                            id, walk.link(program.email(), "/r/[^/]+/accept").replaceAll("/accept$", ""));
                })
                .toList();
        for (int round = 1; round <= ROUNDS_BY_LINK; round++) {
            int now = round;
            List<Answer> pages = referrals.stream()
                    .map(referral -> walk.get(referral.page("accept")))
                    .toList();
            walk.pass("PT3S");
            walk.token(dana.id());
            IntStream.range(0, BY_LINK)
                    .mapToObj(i -> fields.submit(() -> byLink(referrals.get(i), pages.get(i), now)))
                    .toList()
                    .forEach(RaceTest::got);
        }
        referrals.forEach(referral -> stands(referral.id(), ROUNDS_BY_LINK));
    }

    private static void byLink(Linked referral, Answer page, int round) {
        Map<String, Callable<Answer>> moves = new LinkedHashMap<>();
        if (round % 2 == 0) {
            moves.put("undo", () -> walk.submit(page, referral.page("undo"), YES));
            moves.put("undo too", () -> walk.submit(page, referral.page("undo"), YES));
        } else {
            moves.put("accept", () -> walk.submit(page, referral.page("accept"), YES));
            moves.put("reject", () -> walk.submit(page, referral.page("reject"), FULL));
        }
        if (round == ROUNDS_BY_LINK) {
            moves.put("withdraw", () -> dana.post("/api/referrals/" + referral.id() + "/withdraw"));
        }
        Map<String, Answer> answers = new LinkedHashMap<>();
        String winner = winner(moves, answers);
        answers.forEach((name, answer) -> {
            if (answer.status() == 200 && !name.equals(winner)) {
                String heading = answer.page().select("h1").text();
                assertThat(heading)
                        .as(name)
                        .contains(
                                switch (winner) {
                                    case "accept" -> "is accepted";
                                    case "reject" -> "is rejected";
                                    case "withdraw" -> "was withdrawn";
                                    default -> "serve this person";
                                });
            }
        });
        assertThat(dana.referral(referral.id()).path("status").asText()).isEqualTo(STATUS.get(winner));
    }

    /** What stands is the fold of the numbered lines: as many moves as there were rounds. */
    private static void stands(String id, int rounds) {
        JsonNode referral = dana.referral(id);
        assertThat(referral.path("version").asInt()).isEqualTo(rounds + 1);
        List<String> moves = new ArrayList<>();
        referral.path("activity").forEach(line -> moves.add(line.path("text").asText()));
        assertThat(moves.stream().filter(text -> text.matches("(Accepted|Rejected|Took the|Withdrew).*")))
                .hasSize(rounds);
    }
}
