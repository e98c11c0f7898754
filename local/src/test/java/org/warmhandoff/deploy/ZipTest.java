package org.warmhandoff.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** The one artifact of all functions. */
class ZipTest {

    @Test
    void is_at_most_twenty_million_bytes() throws IOException {
        assertThat(Files.size(Project.ZIP)).isLessThanOrEqualTo(20_000_000);
    }

    @Test
    void has_classes_at_the_top_and_libraries_beside_them() throws IOException {
        assertThat(names()).anyMatch(name -> name.startsWith("org/warmhandoff/actions/"));
        assertThat(names()).anyMatch(name -> name.startsWith("lib/shared-model-"));
        assertThat(names()).noneMatch(name -> name.startsWith("lib/functions-"));
    }

    @Test
    void holds_no_test_and_no_emulator() throws IOException {
        assertThat(names())
                .noneMatch(name -> name.matches(".*Test(\\$.*)?\\.class"))
                .noneMatch(name -> name.startsWith("org/warmhandoff/local/"))
                .noneMatch(
                        name -> name.matches(
                                "lib/.*(-tests|junit|assertj|archunit|DynamoDBLocal|testcontainers|jsoup|nimbus|sqlite|mockito|awaitility|playwright).*"));
    }

    @Test
    void holds_no_library_that_costs_start_up_time() throws IOException {
        assertThat(names())
                .noneMatch(
                        name -> name.matches(
                                "lib/(jackson-databind|netty-|httpclient|apache-client|apache5-client|log4j|dynamodb-enhanced).*"));
    }

    /** Of two, the class loader takes whichever comes first. The native library alone comes twice, for both processors, its classes alike. */
    @Test
    void says_each_class_once() throws IOException {
        Set<String> seen = new HashSet<>();
        List<String> twice = new ArrayList<>();
        try (ZipFile zip = new ZipFile(Project.ZIP.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                if (entry.getName().endsWith(".class")) {
                    twice.addAll(seen.add(entry.getName()) ? List.of() : List.of(entry.getName()));
                } else if (entry.getName().endsWith(".jar") && !entry.getName().endsWith("-linux-aarch_64.jar")) {
                    try (InputStream jar = zip.getInputStream(entry);
                            ZipInputStream classes = new ZipInputStream(new ByteArrayInputStream(jar.readAllBytes()))) {
                        for (ZipEntry inner = classes.getNextEntry(); inner != null; inner = classes.getNextEntry()) {
                            String name = inner.getName();
                            if (name.endsWith(".class") && !name.endsWith("module-info.class") && !seen.add(name)) {
                                twice.add(entry.getName() + "!" + name);
                            }
                        }
                    }
                }
            }
        }
        assertThat(twice).isEmpty();
    }

    /** That two builds give the same bytes is looked at by ./test; this finds at once what makes them differ. */
    @Test
    void carries_no_time_of_its_building() throws IOException {
        try (ZipFile zip = new ZipFile(Project.ZIP.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getTimeLocal).distinct()).hasSize(1);
        }
    }

    private static List<String> names() throws IOException {
        try (ZipFile zip = new ZipFile(Project.ZIP.toFile())) {
            return zip.stream().map(ZipEntry::getName).toList();
        }
    }
}
