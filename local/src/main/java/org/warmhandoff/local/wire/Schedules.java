package org.warmhandoff.local.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.warmhandoff.local.Json;
import org.warmhandoff.local.clock.Timetable;
import org.warmhandoff.local.clock.Worker;
import org.warmhandoff.local.lambda.FunctionFailed;
import org.warmhandoff.local.lambda.Functions;
import org.warmhandoff.local.store.Store;

/** EventBridge Scheduler: fires each schedule once its time has come by the local clock. */
public final class Schedules implements Worker, Timetable {

    private static final String DOCUMENT = "schedules";
    private static final Comparator<Schedule> ORDER =
            Comparator.comparing(Schedule::next).thenComparing(Schedule::name);

    private final Map<String, Schedule> schedules = new ConcurrentHashMap<>();
    private final Queues queues;
    private final Functions functions;
    private final InstantSource clock;
    private final Store store;
    private final ReentrantLock working = new ReentrantLock();
    private volatile boolean firesTwice;
    private volatile boolean stopped;

    Schedules(Queues queues, Functions functions, InstantSource clock, Store store) {
        this.queues = queues;
        this.functions = functions;
        this.clock = clock;
        this.store = store;
        store.load(DOCUMENT)
                .ifPresent(saved -> saved.forEach(json -> {
                    Schedule schedule = Schedule.fromJson(json);
                    schedules.put(key(schedule.group(), schedule.name()), schedule);
                }));
    }

    /** Scheduler promises at least once: with this on, everything comes twice. */
    public void fireTwice(boolean twice) {
        firesTwice = twice;
    }

    /** Scheduler does nothing at all, as in a bad outage. */
    public void stop(boolean stop) {
        stopped = stop;
    }

    /** What still waits, in the order in which it will fire. */
    public List<Schedule> waiting() {
        return schedules.values().stream()
                .filter(Schedule::isWaiting)
                .sorted(ORDER)
                .toList();
    }

    @Override
    public Optional<Instant> firstAfter(Instant instant) {
        return stopped
                ? Optional.empty()
                : schedules.values().stream()
                        .filter(Schedule::isWaiting)
                        .map(Schedule::next)
                        .filter(next -> next.isAfter(instant))
                        .min(Instant::compareTo);
    }

    @Override
    public boolean work() {
        working.lock();
        try {
            Instant now = clock.instant();
            List<Schedule> due = stopped
                    ? List.of()
                    : waiting().stream()
                            .filter(schedule -> !schedule.next().isAfter(now))
                            .toList();
            due.forEach(schedule -> fire(schedule, now));
            return !due.isEmpty();
        } finally {
            working.unlock();
        }
    }

    Optional<Schedule> find(String group, String name) {
        return Optional.ofNullable(schedules.get(key(group, name)));
    }

    void put(Schedule schedule) {
        schedules.put(key(schedule.group(), schedule.name()), schedule);
        save();
    }

    void remove(String group, String name) {
        schedules.remove(key(group, name));
        save();
    }

    private void fire(Schedule schedule, Instant now) {
        boolean delivered = deliver(schedule);
        if (delivered && firesTwice) {
            deliver(schedule);
        }
        String key = key(schedule.group(), schedule.name());
        // Only what still stands as it was: somebody may have changed or removed it meanwhile.
        if (delivered) {
            schedules.computeIfPresent(
                    key,
                    (_, current) -> current != schedule
                            ? current
                            : schedule.afterCompletion().equals("DELETE") ? null : schedule.completed());
        } else if (schedule.attempts() >= schedule.mostRetries()) {
            if (!schedule.deadLetters().isEmpty()) {
                queues.send(lastPart(schedule.deadLetters()), schedule.input(), Optional.of(Duration.ZERO));
            }
            schedules.computeIfPresent(key, (_, current) -> current != schedule ? current : null);
        } else {
            schedules.computeIfPresent(key, (_, current) -> current != schedule ? current : schedule.failedAt(now));
        }
        save();
    }

    private boolean deliver(Schedule schedule) {
        String name = lastPart(schedule.target());
        try {
            if (schedule.target().startsWith("arn:aws:sqs:")) {
                queues.send(name, schedule.input(), Optional.empty());
            } else {
                functions.call(name, "Scheduler", schedule.input().getBytes(StandardCharsets.UTF_8));
            }
            return true;
        } catch (WireError | FunctionFailed | IllegalArgumentException e) {
            functions.log().line("scheduler", schedule.name() + ": " + e.getMessage());
            return false;
        }
    }

    private static String lastPart(String arn) {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }

    private static String key(String group, String name) {
        return group + "/" + name;
    }

    private void save() {
        store.save(DOCUMENT, this::toJson);
    }

    private JsonNode toJson() {
        ArrayNode json = Json.array();
        schedules.values().forEach(schedule -> json.add(schedule.toJson()));
        return json;
    }
}
