package org.warmhandoff.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
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
 * declares for it and no more: its event, its answer, and whether the table is another afterwards.
 */
@EnabledOnOs(OS.LINUX)
class RuntimeTest {

    @TempDir
    private static Path task;

    private static LocalSystem system;
    private static SeededEvents events;
    private static Map<String, Map<String, String>> environments;

    /** What a function answers to its event, and whether it writes. */
    private record Expected(int status, boolean writes) {
        static Expected reads(int status) {
            return new Expected(status, false);
        }

        static Expected writes(int status) {
            return new Expected(status, true);
        }

        /** Not called by a gateway. */
        static Expected event() {
            return new Expected(0, false);
        }
    }

    private static final Map<String, Expected> EXPECTED = Map.ofEntries(
            Map.entry("AcceptReferral", Expected.writes(200)),
            Map.entry("AddMember", Expected.writes(201)),
            Map.entry("ArchiveReferral", Expected.writes(200)),
            Map.entry("ChangeAddress", Expected.reads(200)),
            Map.entry("CheckChannel", Expected.writes(200)),
            Map.entry("ClientFeedback", Expected.reads(200)),
            Map.entry("ClientResources", Expected.reads(200)),
            Map.entry("CloseUpdateRequest", Expected.writes(200)),
            Map.entry("CreateReferrals", Expected.writes(201)),
            Map.entry("DeliveryEvents", Expected.event()),
            Map.entry("DispatchOutbox", Expected.event()),
            Map.entry("FindClients", Expected.reads(200)),
            Map.entry("InboundSms", Expected.event()),
            Map.entry("ListMembers", Expected.reads(200)),
            Map.entry("ListOrganizations", Expected.reads(200)),
            Map.entry("ListReferrals", Expected.reads(200)),
            Map.entry("ListUpdateRequests", Expected.reads(200)),
            Map.entry("ManageEmails", Expected.reads(200)),
            Map.entry("MarkSeen", Expected.writes(200)),
            Map.entry("OptOutChannel", Expected.writes(200)),
            Map.entry("PreviewReferrals", Expected.reads(200)),
            Map.entry("RejectReferral", Expected.writes(200)),
            Map.entry("RestoreReferral", Expected.writes(200)),
            Map.entry("ReviewReferral", Expected.writes(200)),
            Map.entry("SaveClient", Expected.writes(200)),
            Map.entry("SaveListing", Expected.writes(200)),
            Map.entry("SaveMember", Expected.reads(200)),
            Map.entry("SaveOrganization", Expected.reads(200)),
            Map.entry("SearchListings", Expected.reads(200)),
            Map.entry("SendFollowUp", Expected.event()),
            Map.entry("ShareWithClient", Expected.writes(201)),
            Map.entry("Sweep", Expected.event()),
            Map.entry("UndoDecision", Expected.writes(200)),
            Map.entry("Unsubscribe", Expected.writes(200)),
            Map.entry("ViewClient", Expected.reads(200)),
            Map.entry("ViewListing", Expected.reads(200)),
            Map.entry("ViewReferral", Expected.reads(200)),
            Map.entry("WhoAmI", Expected.reads(200)),
            Map.entry("WithdrawReferral", Expected.writes(200)));

    @BeforeAll
    static void start() throws Exception {
        unpack();
        system = LocalSystem.start(
                LocalSystem.Options.inMemory(Project.TEMPLATE).beginning(LocalSystem.Beginning.HISTORY));
        // What a function writes is its own doing alone: nobody else works on the table from here.
        system.stopStream(true);
        events = new SeededEvents(system);
        environments = system.environments("127.0.0.1");
    }

    @AfterAll
    static void stop() {
        if (system != null) {
            system.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> answers_its_event() {
        return TemplateFile.read().functions().values().stream()
                .map(function -> DynamicTest.dynamicTest(function.name(), () -> answers(function)));
    }

    private static void answers(DeclaredFunction function) throws Exception {
        Expected expected = EXPECTED.get(function.name());
        assertThat(expected).as("what %s answers", function.name()).isNotNull();
        byte[] event = events.of(function);
        try (RuntimeProcess process =
                RuntimeProcess.start(function.handler(), task, environments.get(function.name() + "Function"))) {
            String before = events.table();
            RuntimeProcess.Answer answer = process.invoke(event);
            assertThat(answer.failed())
                    .as("%s: %s%n%s", function.name(), answer.body(), process.log())
                    .isFalse();
            if (expected.status() == 0) {
                return;
            }
            JsonNode response = new ObjectMapper().readTree(answer.body());
            assertThat(response.path("statusCode").asInt())
                    .as("%s: %s%n%s", function.name(), answer.body(), process.log())
                    .isEqualTo(expected.status());
            if (expected.writes()) {
                assertThat(events.table())
                        .as("the table after " + function.name())
                        .isNotEqualTo(before);
            }
            JsonNode again = new ObjectMapper()
                    .readTree(process.invoke("{\"source\":\"warm-up\"}".getBytes())
                            .body());
            assertThat(again.has("statusCode")).as("a warm-up is no request").isFalse();
        }
        // Once more in this process, where LeastPrivilegeTest sees what it calls.
        system.functions().call(function.name() + "Function", "events", event);
    }

    private static void unpack() throws IOException {
        try (ZipFile zip = new ZipFile(Project.ZIP.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                Path target = task.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, target);
                    }
                }
            }
        }
    }
}
