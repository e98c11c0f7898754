package org.warmhandoff.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.warmhandoff.local.LocalSystem;

/**
 * Every function of the template out of the packaged zip, under AWS's runtime interface client, with the environment that the template
 * declares for it and no more: its event, its answer, and what there is in the table, among the messages and on the queue afterwards. Some
 * are started as where a snapshot is taken, and their classes are counted.
 */
@EnabledOnOs(OS.LINUX)
class RuntimeTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] WARM_UP = "{\"source\":\"warm-up\"}".getBytes(StandardCharsets.UTF_8);

    /** What CloudFront adds to each request; the functions of pages want it. */
    private static final String ORIGIN_SECRET = "from-the-front";

    @TempDir
    private static Path task;

    @TempDir
    private static Path logs;

    private static LocalSystem system;
    private static SeededEvents events;
    private static Map<String, Map<String, String>> environments;
    private static final Map<String, RuntimeProcess> STARTED = new ConcurrentHashMap<>();

    /** What changes outside a function that works. */
    private enum Effect {
        /** The table is as before. */
        NONE,
        TABLE,
        /** The table, and one message has left. */
        MESSAGE,
        /** Keys lie on the queue; the table is as before. */
        QUEUE
    }

    /** What a function answers to its event, and what that changes. */
    private record Expected(int status, Effect effect) {
        static Expected reads(int status) {
            return new Expected(status, Effect.NONE);
        }

        static Expected writes(int status) {
            return new Expected(status, Effect.TABLE);
        }

        /** Not called by a gateway. */
        static Expected event(Effect effect) {
            return new Expected(0, effect);
        }
    }

    private static final Map<String, Expected> EXPECTED = Map.ofEntries(
            Map.entry("AcceptReferral", Expected.writes(200)),
            Map.entry("AddMember", Expected.writes(201)),
            Map.entry("ArchiveReferral", Expected.writes(200)),
            Map.entry("ChangeAddress", Expected.writes(303)),
            Map.entry("CheckChannel", Expected.writes(200)),
            Map.entry("ClientFeedback", Expected.writes(303)),
            Map.entry("ClientResources", Expected.reads(200)),
            Map.entry("CloseUpdateRequest", Expected.writes(200)),
            Map.entry("CreateReferrals", Expected.writes(201)),
            Map.entry("DeliveryEvents", Expected.event(Effect.TABLE)),
            Map.entry("DispatchOutbox", Expected.event(Effect.MESSAGE)),
            Map.entry("FindClients", Expected.reads(200)),
            Map.entry("InboundSms", Expected.event(Effect.TABLE)),
            Map.entry("ListMembers", Expected.reads(200)),
            Map.entry("ListOrganizations", Expected.reads(200)),
            Map.entry("ListReferrals", Expected.reads(200)),
            Map.entry("ListUpdateRequests", Expected.reads(200)),
            Map.entry("ManageEmails", Expected.writes(303)),
            Map.entry("MarkSeen", Expected.writes(200)),
            Map.entry("OptOutChannel", Expected.writes(200)),
            Map.entry("PreviewReferrals", Expected.reads(200)),
            Map.entry("RejectReferral", Expected.writes(200)),
            Map.entry("RestoreReferral", Expected.writes(200)),
            Map.entry("ReviewReferral", Expected.writes(200)),
            Map.entry("SaveClient", Expected.writes(200)),
            Map.entry("SaveListing", Expected.writes(200)),
            Map.entry("SaveMember", Expected.writes(200)),
            Map.entry("SaveOrganization", Expected.writes(200)),
            Map.entry("SearchListings", Expected.reads(200)),
            Map.entry("SendFollowUp", Expected.event(Effect.MESSAGE)),
            Map.entry("ShareWithClient", Expected.writes(201)),
            Map.entry("Sweep", Expected.event(Effect.QUEUE)),
            Map.entry("UndoDecision", Expected.writes(200)),
            Map.entry("Unsubscribe", Expected.writes(200)),
            Map.entry("ViewClient", Expected.reads(200)),
            Map.entry("ViewListing", Expected.reads(200)),
            Map.entry("ViewReferral", Expected.reads(200)),
            Map.entry("WhoAmI", Expected.reads(200)),
            Map.entry("WithdrawReferral", Expected.writes(200)));

    /**
     * Whose classes are counted, until the first answer, and for those with a snapshot how many of them the request itself still had to
     * load: a look, a move, a page, a basket, a list, and what the stream brings.
     */
    private static final Set<String> FIRST_REQUESTS =
            Set.of("WhoAmI", "AcceptReferral", "ClientResources", "CreateReferrals", "ListReferrals", "DispatchOutbox");

    private static final Map<String, Integer> CLASSES = new TreeMap<>();

    private static final Map<String, Rehearsals> RECORDED = new ConcurrentHashMap<>();

    @BeforeAll
    static void start() throws Exception {
        Unpacked.into(task);
        system = LocalSystem.start(
                LocalSystem.Options.inMemory(Project.TEMPLATE).beginning(LocalSystem.Beginning.HISTORY));
        events = new SeededEvents(system);
        events.prepare();
        environments = system.environments("127.0.0.1");
        environments.values().forEach(environment -> environment.replace("ORIGIN_SECRET", ORIGIN_SECRET));
    }

    @AfterAll
    static void stop() throws IOException {
        for (RuntimeProcess process : STARTED.values()) {
            process.close();
        }
        if (system != null) {
            system.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> answers_its_event() {
        List<DeclaredFunction> functions =
                List.copyOf(TemplateFile.read().functions().values());
        Stream<DynamicTest> answers = IntStream.range(0, functions.size())
                .mapToObj(at -> DynamicTest.dynamicTest(functions.get(at).name(), () -> {
                    RuntimeProcess process = started(functions.get(at));
                    // The next starts up while this one works.
                    if (at + 1 < functions.size()) {
                        started(functions.get(at + 1));
                    }
                    try (process) {
                        answers(functions.get(at), process);
                    } finally {
                        STARTED.remove(functions.get(at).name());
                    }
                }));
        return Stream.concat(
                answers,
                Stream.of(DynamicTest.dynamicTest(
                        "and few classes are loaded until the first answer",
                        () -> FirstRequests.compare("classes", CLASSES, 60))));
    }

    private static RuntimeProcess started(DeclaredFunction function) {
        return STARTED.computeIfAbsent(function.name(), name -> {
            try {
                Map<String, String> environment = environments.get(name + "Function");
                if (Rehearsals.isRecorded(function)) {
                    RECORDED.put(name, new Rehearsals());
                    environment = RECORDED.get(name).between(environment);
                }
                if (!FIRST_REQUESTS.contains(name)) {
                    return RuntimeProcess.start(function.handler(), task, environment);
                }
                return RuntimeProcess.start(
                        function.handler(),
                        task,
                        function.startsFromSnapshot() ? RuntimeProcess.fromSnapshot(environment) : environment,
                        List.of("-Xlog:class+load:file=" + classes(name)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void answers(DeclaredFunction function, RuntimeProcess process) throws Exception {
        Expected expected = EXPECTED.get(function.name());
        assertThat(expected).as("what %s answers", function.name()).isNotNull();
        byte[] event = events.of(function);
        var table = events.table();
        int messages = system.wire().messages().count();
        int queued = queued();

        boolean counted = FIRST_REQUESTS.contains(function.name());
        int loaded = 0;
        if (counted) {
            process.awaitReady();
            loaded = loaded(function);
        }
        Optional<Rehearsals> recorded = Optional.ofNullable(RECORDED.get(function.name()));
        recorded.ifPresent(Rehearsals::begin);
        RuntimeProcess.Answer answer = asked(process, throughTheFront(event));
        if (recorded.isPresent()) {
            recorded.get().keep(function, throughTheFront(event), ORIGIN_SECRET, system.tableName());
            recorded.get().close();
        }
        if (counted) {
            String what = function.name() + "\t";
            int until = loaded(function);
            CLASSES.put(what + "until the first answer", until);
            if (function.startsFromSnapshot()) {
                CLASSES.put(what + "by the first request after the snapshot", until - loaded);
            }
        }

        String said = "%s: %s%n%s".formatted(function.name(), answer.body(), process.log());
        assertThat(answer.failed()).as(said).isFalse();
        JsonNode response = JSON.readTree(answer.body());
        if (expected.status() == 0) {
            assertThat(response.path("batchItemFailures")).as(said).isEmpty();
        } else {
            assertThat(response.path("statusCode").asInt()).as(said).isEqualTo(expected.status());
        }
        boolean writes = expected.effect() == Effect.TABLE || expected.effect() == Effect.MESSAGE;
        assertThat(!events.table().equals(table))
                .as("whether the table is another: " + said)
                .isEqualTo(writes);
        assertThat(system.wire().messages().count() - messages)
                .as("messages that left: " + said)
                .isEqualTo(expected.effect() == Effect.MESSAGE ? 1 : 0);
        assertThat(queued() > queued)
                .as("whether keys were put on the queue: " + said)
                .isEqualTo(expected.effect() == Effect.QUEUE);
        if (function.startsFromSnapshot()) {
            var written = events.table();
            JsonNode again = JSON.readTree(process.invoke(WARM_UP).body());
            assertThat(again.has("statusCode")).as("a warm-up is no request").isFalse();
            assertThat(events.table().equals(written))
                    .as("whether a warm-up leaves the table alone")
                    .isTrue();
        }
        // Once more in this process, where LeastPrivilegeTest sees what it calls.
        system.functions().call(function.name() + "Function", "events", event);
    }

    private static Path classes(String function) {
        return logs.resolve(function + ".classes");
    }

    private static int loaded(DeclaredFunction function) throws IOException {
        try (Stream<String> lines = Files.lines(classes(function.name()))) {
            return (int) lines.filter(line -> line.contains(" source: ")).count();
        }
    }

    /** Once more where the table was too slow on a busy machine: the function says so, with Retry-After, and has changed nothing. */
    private static RuntimeProcess.Answer asked(RuntimeProcess process, byte[] event) throws Exception {
        RuntimeProcess.Answer answer = process.invoke(event);
        for (int tries = 1;
                tries < 5 && JSON.readTree(answer.body()).path("statusCode").asInt() == 503;
                tries++) {
            answer = process.invoke(event);
        }
        return answer;
    }

    private static int queued() {
        return system.wire().queues().sizes().values().stream()
                .mapToInt(size -> size)
                .sum();
    }

    private static byte[] throughTheFront(byte[] event) throws IOException {
        if (JSON.readTree(event) instanceof ObjectNode request
                && request.path("headers") instanceof ObjectNode headers) {
            headers.put("x-origin-secret", ORIGIN_SECRET);
            return JSON.writeValueAsBytes(request);
        }
        return event;
    }
}
