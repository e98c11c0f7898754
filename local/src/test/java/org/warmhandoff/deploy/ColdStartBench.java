package org.warmhandoff.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.warmhandoff.local.Json;
import org.warmhandoff.local.LocalSystem;

/** The first request of a function beside that of one that does nothing ({@code bench/run cold-start}). No part of the suite. */
class ColdStartBench {

    private static final Path RESULTS = Project.path("bench/results/cold-start.md");

    /** One of those that are compared: its process, and from when on it counts. */
    private record Contender(
            String handler, Path task, Map<String, String> environment, byte[] event, boolean primed) {}

    private record Taken(double cpu, double wall, int classes) {}

    @TempDir
    private Path ours;

    @TempDir
    private Path theirs;

    @Test
    void is_measured() throws Exception {
        Unpacked.into(ours);
        nothing();
        try (LocalSystem system = LocalSystem.start(
                LocalSystem.Options.inMemory(Project.TEMPLATE).beginning(LocalSystem.Beginning.NETWORK))) {
            Map<String, Contender> contenders = contenders(system.environments("127.0.0.1"));
            Map<String, List<Taken>> taken = new LinkedHashMap<>();
            int rounds = Integer.getInteger("rounds", 9);
            for (int round = 0; round < rounds; round++) {
                for (Map.Entry<String, Contender> one : contenders.entrySet()) {
                    taken.computeIfAbsent(one.getKey(), _ -> new ArrayList<>()).add(take(one.getValue()));
                }
            }
            write(taken, rounds);
        }
    }

    private Map<String, Contender> contenders(Map<String, Map<String, String>> environments) {
        Map<String, Contender> contenders = new LinkedHashMap<>();
        contenders.put(
                "`hello`: does nothing",
                new Contender(HelloHandler.class.getName(), theirs, Map.of(), "{}".getBytes(), false));
        byte[] event = Json.bytes(me());
        for (String name : List.of("WhoAmI", "ListReferrals")) {
            DeclaredFunction function = TemplateFile.read().functions().get(name);
            Map<String, String> environment = environments.get(name + "Function");
            contenders.put(name + ", no snapshot", new Contender(function.handler(), ours, environment, event, false));
            Map<String, String> snapshot = RuntimeProcess.fromSnapshot(environment);
            contenders.put(
                    name + ", after its snapshot", new Contender(function.handler(), ours, snapshot, event, true));
            Map<String, String> unprimed = new HashMap<>(environment);
            contenders.put(
                    name + ", after a snapshot without priming",
                    new Contender(function.handler(), ours, unprimed, event, true));
        }
        return contenders;
    }

    private static ObjectNode me() {
        ObjectNode event = Json.object().put("version", "2.0").put("routeKey", "GET /api/me");
        event.putObject("queryStringParameters").put("box", "outbound");
        ObjectNode context = event.putObject("requestContext");
        context.putObject("http").put("method", "GET").put("sourceIp", "192.0.2.1");
        context.putObject("authorizer").putObject("jwt").putObject("claims").put("sub", "dana-ortiz");
        return event;
    }

    private static Taken take(Contender contender) throws Exception {
        Path log = Files.createTempFile("classes", ".log");
        long start = System.nanoTime();
        try (RuntimeProcess process = RuntimeProcess.start(
                contender.handler(),
                contender.task(),
                contender.environment(),
                List.of("-Xlog:class+load:file=" + log))) {
            process.awaitReady();
            Duration before = contender.primed() ? cpu(process) : Duration.ZERO;
            int loaded = contender.primed() ? lines(log) : 0;
            long from = contender.primed() ? System.nanoTime() : start;
            RuntimeProcess.Answer answer = process.invoke(contender.event());
            long wall = System.nanoTime() - from;
            assertThat(answer.failed()).as(process.log()).isFalse();
            return new Taken(cpu(process).minus(before).toNanos() / 1e6, wall / 1e6, lines(log) - loaded);
        } finally {
            Files.delete(log);
        }
    }

    private static Duration cpu(RuntimeProcess process) {
        return process.process().info().totalCpuDuration().orElseThrow();
    }

    private static int lines(Path log) throws IOException {
        try (var lines = Files.lines(log)) {
            return (int) lines.filter(line -> line.contains(" source: ")).count();
        }
    }

    private void nothing() throws IOException {
        String file = HelloHandler.class.getName().replace('.', '/') + ".class";
        Path target = theirs.resolve(file);
        Files.createDirectories(target.getParent());
        try (InputStream in = HelloHandler.class.getClassLoader().getResourceAsStream(file)) {
            Files.copy(in, target);
        }
    }

    private static void write(Map<String, List<Taken>> taken, int rounds) throws IOException {
        List<Taken> hello = taken.values().iterator().next();
        double cpu = median(hello.stream().map(Taken::cpu).toList());
        double wall = median(hello.stream().map(Taken::wall).toList());
        List<String> lines = new ArrayList<>();
        lines.add("Written by `bench/run cold-start`: medians of " + rounds + " interleaved rounds; `hello` is 1.");
        lines.add("");
        lines.add("| Function | CPU until its first answer | Time until its first answer | Classes loaded |");
        lines.add("|---|---|---|---|");
        taken.forEach((name, all) -> lines.add("| %s | %.2f | %.2f | %.0f |"
                .formatted(
                        name,
                        median(all.stream().map(Taken::cpu).toList()) / cpu,
                        median(all.stream().map(Taken::wall).toList()) / wall,
                        median(all.stream().map(one -> (double) one.classes()).toList()))));
        Files.createDirectories(RESULTS.getParent());
        Files.write(RESULTS, lines);
        lines.forEach(System.out::println);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
