package org.warmhandoff.deploy;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files of the project lie, wherever the tests were started. */
final class Project {

    private static final Path ROOT = find(Path.of("").toAbsolutePath());

    static final Path TEMPLATE = ROOT.resolve("template.yaml");
    static final Path EVENTS = ROOT.resolve("events");
    static final Path DOCS = ROOT.resolve("docs");
    static final Path ZIP = ROOT.resolve("functions/target/warm-handoff-lambda.zip");

    private Project() {}

    static Path path(String relative) {
        return ROOT.resolve(relative);
    }

    private static Path find(Path from) {
        for (Path folder = from; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("template.yaml"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no template.yaml at or above " + from);
    }
}
