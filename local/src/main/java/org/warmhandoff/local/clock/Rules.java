package org.warmhandoff.local.clock;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.warmhandoff.local.Json;
import org.warmhandoff.local.lambda.FunctionFailed;
import org.warmhandoff.local.lambda.Functions;
import org.warmhandoff.local.template.EventSource;
import org.warmhandoff.local.template.Template;

/** What recurs by a rule of EventBridge: on time while the clock ticks, and whenever a journey says so. */
public final class Rules implements Worker {

    private record Recurring(String function, EventSource.Rule rule) {}

    private final List<Recurring> recurring = new ArrayList<>();
    private final Map<String, Instant> last = new ConcurrentHashMap<>();
    private final Functions functions;
    private final LocalClock clock;
    private final ReentrantLock working = new ReentrantLock();

    public Rules(Template template, Functions functions, LocalClock clock) {
        this.functions = functions;
        this.clock = clock;
        template.functions()
                .values()
                .forEach(function -> function.events(EventSource.Rule.class)
                        .forEach(rule -> recurring.add(new Recurring(function.name(), rule))));
    }

    /** Runs what is due by its rule; the first time at once, for what was missed while the system was off. */
    @Override
    public boolean work() {
        if (clock.isHeld()) {
            return false;
        }
        working.lock();
        try {
            Instant now = clock.instant();
            List<Recurring> due = recurring.stream()
                    .filter(one -> {
                        Instant before = last.get(one.function());
                        return before == null
                                || !one.rule().recurrence().after(before).isAfter(now);
                    })
                    .toList();
            due.forEach(one -> run(one, now));
            return !due.isEmpty();
        } finally {
            working.unlock();
        }
    }

    /** Runs everything once, due or not. */
    public void runAll() {
        working.lock();
        try {
            Instant now = clock.instant();
            recurring.forEach(one -> run(one, now));
        } finally {
            working.unlock();
        }
    }

    private void run(Recurring one, Instant now) {
        last.put(one.function(), now);
        byte[] event = one.rule()
                .input()
                .map(input -> input.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .orElseGet(() -> scheduledEvent(one, now));
        try {
            functions.call(one.function(), "Rule", event);
        } catch (FunctionFailed _) {
            // Its log has the reason, and the next turn tries again.
        }
    }

    private static byte[] scheduledEvent(Recurring one, Instant now) {
        ObjectNode event = Json.object()
                .put("version", "0")
                .put("id", UUID.randomUUID().toString())
                .put("detail-type", "Scheduled Event")
                .put("source", "aws.events")
                .put("account", "000000000000")
                .put("time", now.toString())
                .put("region", "us-east-1");
        event.putArray("resources")
                .add("arn:aws:events:us-east-1:000000000000:rule/" + one.function()
                        + one.rule().name());
        event.putObject("detail");
        return Json.bytes(event);
    }
}
