package org.warmhandoff.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.warmhandoff.local.LocalSystem;
import org.warmhandoff.wiring.BeforeSnapshot;

/**
 * What the first request that comes to a function finds. Before the snapshot every function that has one was led through its own path,
 * with no effect, and nothing was made that its copies must not share. {@link RuntimeTest} counts the classes that are left to load.
 */
class FirstRequestTest {

    /** What two copies of one snapshot must not have in common. */
    private static final List<Class<?>> UNIQUE = List.of(Random.class, SecureRandom.class, UUID.class, Instant.class);

    @TempDir
    private static Path task;

    private static LocalSystem system;
    private static Map<String, Map<String, String>> environments;

    @BeforeAll
    static void start() throws Exception {
        system = LocalSystem.start(
                LocalSystem.Options.inMemory(Project.TEMPLATE).beginning(LocalSystem.Beginning.NETWORK));
        system.rest(true);
        environments = system.environments("127.0.0.1");
        environments.values().forEach(environment -> environment.put("AWS_REGION", "us-east-1"));
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    // ---- before the snapshot

    @TestFactory
    Stream<DynamicTest> before_its_snapshot_a_function_is_primed_and_changes_and_keeps_nothing() {
        var table = TableContents.of(system);
        return TemplateFile.read().functions().values().stream()
                .map(function -> DynamicTest.dynamicTest(function.name(), () -> {
                    int messages = system.wire().messages().all().size();
                    BeforeSnapshot made =
                            BeforeSnapshot.of(function.handler(), environments.get(function.name() + "Function"));
                    assertThat(made.isPrimed()).isEqualTo(function.startsFromSnapshot());

                    Set<Object> before = made.held();
                    made.prepare();

                    assertThat(TableContents.of(system).equals(table))
                            .as("whether it leaves the table alone")
                            .isTrue();
                    assertThat(system.wire().messages().all()).hasSize(messages);
                    Set<Object> kept = made.held();
                    kept.removeAll(before);
                    assertThat(kept)
                            .as("what it would answer people from")
                            .noneMatch(object -> object.getClass().getName().startsWith("org.warmhandoff."));
                    assertThat(made.held()).noneMatch(held -> UNIQUE.stream().anyMatch(type -> type.isInstance(held)));
                }));
    }

    @Test
    void a_function_starts_where_AWS_does_not_answer() throws Exception {
        DeclaredFunction function = TemplateFile.read().functions().get("WhoAmI");
        Map<String, String> alone = new HashMap<>(environments.get("WhoAmIFunction"));
        // Nobody listens at the port of discarding.
        alone.replaceAll((name, value) -> name.startsWith("AWS_ENDPOINT_URL") ? "http://127.0.0.1:9" : value);
        Unpacked.into(task);
        try (RuntimeProcess process =
                RuntimeProcess.start(function.handler(), task, RuntimeProcess.fromSnapshot(alone))) {
            process.awaitReady();
            assertThat(process.invoke("{\"source\":\"warm-up\"}".getBytes()).body())
                    .isEqualTo("{}");
        }
    }
}
