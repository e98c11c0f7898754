package org.warmhandoff.local.template;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The deployed system as {@code template.yaml} declares it, with local values in place of the cloud's. */
public record Template(
        Map<String, FunctionDeclaration> functions,
        Optional<TableDeclaration> table,
        Map<String, QueueDeclaration> queues,
        Set<String> mailEventTopics,
        Set<String> scheduleGroups,
        List<String> textFailureFunctions,
        Map<String, String> parameters) {

    public static Template read(Path file, LocalValues values) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            return read(reader, values);
        }
    }

    public static Template read(Reader reader, LocalValues values) {
        return new TemplateReader(YamlTree.read(reader), values).read();
    }

    /** The value of a parameter, if the template has it. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** A route with the function behind it. */
    public record RoutedFunction(EventSource.Route route, String function) {}

    public List<RoutedFunction> routes() {
        return functions.values().stream()
                .flatMap(function -> function.events(EventSource.Route.class)
                        .map(route -> new RoutedFunction(route, function.name())))
                .toList();
    }
}
