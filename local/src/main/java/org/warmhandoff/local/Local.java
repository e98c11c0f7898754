package org.warmhandoff.local;

import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.warmhandoff.local.lambda.StandardOutput;
import org.warmhandoff.local.template.TemplateProblem;

/** Starts the local system and keeps it running until it is told to stop. */
public final class Local {

    private static final Path FOLDER = Path.of(".local");
    private static final int PORT = 8080;

    private Local() {}

    public static void main(String[] arguments) throws Exception {
        List<String> flags = Arrays.asList(arguments);
        flags.stream()
                .filter(flag -> !List.of("--fresh", "--listen-all").contains(flag))
                .findFirst()
                .ifPresent(flag -> stop("There is no " + flag + "; there are --fresh and --listen-all."));
        int port = port();
        long start = System.nanoTime();
        PrintStream console = System.out;
        StandardOutput.install();
        boolean fresh = flags.contains("--fresh");
        if (fresh) {
            delete(FOLDER);
        }
        LocalSystem.Options options = new LocalSystem.Options(
                Path.of("template.yaml"),
                port,
                flags.contains("--listen-all"),
                Optional.of(FOLDER),
                Path.of("ui", "dist"),
                Map.of(),
                fresh ? LocalSystem.Beginning.NETWORK : LocalSystem.Beginning.HISTORY,
                console::println);
        try {
            LocalSystem system = LocalSystem.start(options);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                console.println("Stopping.");
                system.close();
            }));
            welcome(console, system, Duration.ofNanos(System.nanoTime() - start));
            Thread.ofPlatform().daemon().name("warming").start(system.functions()::warm);
            Thread.currentThread().join();
        } catch (BindException _) {
            stop("Port " + port + " is taken. PORT=8081 ./run chooses another.");
        } catch (TemplateProblem e) {
            stop("template.yaml: " + e.getMessage());
        } catch (Exception e) {
            e.printStackTrace();
            stop("The local system could not start; the reason stands above.");
        }
    }

    private static void welcome(PrintStream console, LocalSystem system, Duration took) {
        console.printf("""

                Warm Handoff is running (%.1f s).

                  The hosted UI        %s/
                  The developer's desk %s/_local/

                Ctrl+C stops it; what it holds is kept in .local/.
                %n""", took.toMillis() / 1000.0, system.address(), system.address());
    }

    private static int port() {
        String port = Optional.ofNullable(System.getenv("PORT")).orElse("");
        if (port.isEmpty()) {
            return PORT;
        }
        try {
            int number = Integer.parseInt(port);
            if (number > 0 && number < 65_536) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Said below.
        }
        stop("PORT is " + port + ", which is no port.");
        return PORT;
    }

    private static void stop(String why) {
        System.err.println(why);
        // DynamoDB Local's threads are no daemons.
        System.exit(1);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
