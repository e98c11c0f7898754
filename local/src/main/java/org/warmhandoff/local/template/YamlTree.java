package org.warmhandoff.local.template;

import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * YAML as maps, lists and scalars, with CloudFormation's short forms ({@code !Ref x}) written out
 * ({@code {"Ref": "x"}}), so that one resolver serves both.
 */
final class YamlTree {

    private YamlTree() {}

    static Map<String, Object> read(Reader reader) {
        Node root = new Compose(LoadSettings.builder().setLabel("template.yaml").build())
                .composeReader(reader)
                .orElseThrow(() -> new TemplateProblem("template.yaml", "is empty"));
        if (!(value(root) instanceof Map<?, ?> map)) {
            throw new TemplateProblem("template.yaml", "is not a map");
        }
        return asMap(map);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> asMap(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    private static @Nullable Object value(Node node) {
        String tag = node.getTag().getValue();
        if (tag.startsWith("!")) {
            return intrinsic(tag.substring(1), node);
        }
        return plain(node);
    }

    private static Map<String, Object> intrinsic(String name, Node node) {
        Object argument = node instanceof ScalarNode scalar ? scalar.getValue() : plain(node);
        return switch (name) {
            case "Ref", "Condition" -> single(name, argument);
            case "GetAtt" ->
                single("Fn::GetAtt", argument instanceof String path ? List.of(path.split("\\.", 2)) : argument);
            default -> single("Fn::" + name, argument);
        };
    }

    private static Map<String, Object> single(String key, @Nullable Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(key, value);
        return map;
    }

    private static @Nullable Object plain(Node node) {
        return switch (node) {
            case ScalarNode scalar -> scalar(scalar);
            case SequenceNode sequence -> {
                List<Object> list = new ArrayList<>();
                sequence.getValue().forEach(item -> list.add(value(item)));
                yield list;
            }
            case MappingNode mapping -> {
                Map<String, Object> map = new LinkedHashMap<>();
                mapping.getValue().forEach(tuple -> {
                    String key = ((ScalarNode) tuple.getKeyNode()).getValue();
                    if (map.containsKey(key)) {
                        throw new TemplateProblem("template.yaml", "says " + key + " twice in one map");
                    }
                    map.put(key, value(tuple.getValueNode()));
                });
                yield map;
            }
            default -> throw new TemplateProblem("template.yaml", "unexpected node " + node.getNodeType());
        };
    }

    private static @Nullable Object scalar(ScalarNode node) {
        Tag tag = node.getTag();
        String text = node.getValue();
        if (tag.equals(Tag.INT)) {
            return Long.valueOf(text);
        }
        if (tag.equals(Tag.FLOAT)) {
            return Double.valueOf(text);
        }
        if (tag.equals(Tag.BOOL)) {
            return Boolean.valueOf(text);
        }
        return tag.equals(Tag.NULL) ? null : text;
    }
}
