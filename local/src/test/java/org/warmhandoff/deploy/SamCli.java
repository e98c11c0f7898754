package org.warmhandoff.deploy;

import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The SAM CLI that {@code scripts/sam} installs in the project. */
final class SamCli {

    private SamCli() {}

    /** Where it is, if {@code ./test} (or {@code scripts/sam}) has installed it. */
    static Optional<Path> find() {
        String named = System.getenv("SAM_CLI");
        if (named != null && Files.isExecutable(Path.of(named))) {
            return Optional.of(Path.of(named));
        }
        Path tools = Project.path(".tools");
        if (!Files.isDirectory(tools)) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(tools)) {
            return folders.filter(folder -> Files.exists(folder.resolve("complete")))
                    .map(folder -> folder.resolve("bin/sam"))
                    .filter(Files::isExecutable)
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Path orSkip() {
        Optional<Path> sam = find();
        if (sam.isEmpty()) {
            abort("the SAM CLI is not here: run scripts/sam, or ./test, which does");
        }
        return sam.orElseThrow();
    }

    /** The template as CloudFormation sees it. */
    static JsonNode transformed(Path template) throws IOException, InterruptedException {
        Path python = orSkip().resolveSibling("python");
        Path answer = Files.createTempFile("transformed", ".json");
        try {
            Process process = new ProcessBuilder(
                            python.toString(),
                            Project.path("scripts/transform.py").toString(),
                            template.toString())
                    .redirectOutput(answer.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("scripts/transform.py failed");
            }
            return new ObjectMapper().readTree(answer.toFile());
        } finally {
            Files.delete(answer);
        }
    }
}
