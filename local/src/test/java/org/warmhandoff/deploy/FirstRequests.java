package org.warmhandoff.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The numbers that are kept in {@code first-request.tsv}: what the first request loads, and what each action asks of the table. None may
 * grow by more than a tenth unless somebody says so, by writing them anew: the tests that count take {@code -Drecord=true}.
 */
public final class FirstRequests {

    private static final Path FILE = Project.path("local/src/test/resources/first-request.tsv");

    private FirstRequests() {}

    /**
     * Holds what was counted against what was recorded, or records it.
     *
     * @param noise by how much two runs of the same code may differ: what threads in the background happen to load
     */
    public static void compare(String kind, Map<String, Integer> counted, int noise) throws IOException {
        Map<String, Integer> recorded = read();
        String prefix = kind + "\t";
        if (Boolean.getBoolean("record")) {
            recorded.keySet().removeIf(key -> key.startsWith(prefix));
            counted.forEach((what, number) -> recorded.put(prefix + what, number));
            List<String> lines = new ArrayList<>();
            recorded.forEach((what, number) -> lines.add(what + "\t" + number));
            Files.write(FILE, lines);
            return;
        }
        List<String> grown = new ArrayList<>();
        counted.forEach((what, number) -> {
            Integer before = recorded.get(prefix + what);
            if (before == null || number - before > Math.max(before / 10, noise)) {
                grown.add(what.replace("\t", ", ") + ": " + (before == null ? "not recorded" : before) + ", now "
                        + number);
            }
        });
        assertThat(grown)
                .as("%s that grew by more than a tenth; where that is meant, run this test with -Drecord=true", kind)
                .isEmpty();
        List<String> gone = recorded.keySet().stream()
                .filter(key -> key.startsWith(prefix) && !counted.containsKey(key.substring(prefix.length())))
                .toList();
        assertThat(gone).as("recorded, and not counted any more: -Drecord=true").isEmpty();
    }

    /** Every route of the template by function, but HEAD, which is answered as GET: {@code WhoAmI}, a tab, {@code GET /api/me}. */
    public static Stream<String> routes() {
        return TemplateFile.read().functions().values().stream()
                .flatMap(function -> function.routes().stream()
                        .filter(route -> !route.method().equals("HEAD"))
                        .map(route -> function.name() + "\t" + route.method() + " " + route.path()));
    }

    private static Map<String, Integer> read() throws IOException {
        Map<String, Integer> recorded = new TreeMap<>();
        if (Files.exists(FILE)) {
            for (String line : Files.readAllLines(FILE)) {
                int tab = line.lastIndexOf('\t');
                recorded.put(line.substring(0, tab), Integer.valueOf(line.substring(tab + 1)));
            }
        }
        return recorded;
    }
}
