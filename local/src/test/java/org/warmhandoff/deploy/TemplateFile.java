package org.warmhandoff.deploy;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The template as it is written, unresolved: what a person reads there is what the tests look at. Every scalar is its text, and an
 * intrinsic function a map of one ({@code !Ref x} is {@code {Ref: x}}). The local system resolves; this must not.
 */
record TemplateFile(Map<String, Object> root) {

    static TemplateFile read() {
        try (Reader reader = Files.newBufferedReader(Project.TEMPLATE)) {
            Node node = new Compose(LoadSettings.builder()
                            .setMaxAliasesForCollections(0)
                            .build())
                    .composeReader(reader)
                    .orElseThrow();
            return new TemplateFile(map(value(node)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, Map<String, Object>> resources() {
        Map<String, Map<String, Object>> resources = new LinkedHashMap<>();
        map(root.get("Resources")).forEach((name, resource) -> resources.put(name, map(resource)));
        return resources;
    }

    Stream<Map.Entry<String, Map<String, Object>>> resources(String type) {
        return resources().entrySet().stream()
                .filter(resource -> type.equals(resource.getValue().get("Type")));
    }

    Map<String, Object> properties(String resource) {
        return map(resources().getOrDefault(resource, Map.of()).get("Properties"));
    }

    /** The functions by the word that they go by everywhere: {@code AcceptReferral}. */
    Map<String, DeclaredFunction> functions() {
        Map<String, DeclaredFunction> functions = new TreeMap<>();
        resources("AWS::Serverless::Function").forEach(resource -> {
            String name = resource.getKey().replaceFirst("Function$", "");
            functions.put(name, new DeclaredFunction(name, properties(resource.getKey()), globals()));
        });
        return functions;
    }

    Map<String, Object> globals() {
        return map(map(root.get("Globals")).get("Function"));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    /** A list, or the one thing that stands where a list may. */
    static List<?> list(Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> list -> list;
            default -> List.of(value);
        };
    }

    private static Object value(Node node) {
        String tag = node.getTag().getValue();
        Object plain = switch (node) {
            case ScalarNode scalar -> scalar.getValue();
            case SequenceNode sequence -> {
                List<Object> items = new ArrayList<>();
                sequence.getValue().forEach(item -> items.add(value(item)));
                yield items;
            }
            case MappingNode mapping -> {
                Map<String, Object> entries = new LinkedHashMap<>();
                mapping.getValue()
                        .forEach(entry ->
                                entries.put(((ScalarNode) entry.getKeyNode()).getValue(), value(entry.getValueNode())));
                yield entries;
            }
            default -> throw new IllegalStateException("an unexpected node: " + node);
        };
        if (!tag.startsWith("!")) {
            return plain;
        }
        String name = tag.substring(1);
        return Map.of(name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name, plain);
    }
}
