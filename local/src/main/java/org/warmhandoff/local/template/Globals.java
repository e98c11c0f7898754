package org.warmhandoff.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** SAM's merge of {@code Globals} into a function: maps merge, lists add, all else is overridden. */
final class Globals {

    private Globals() {}

    static Map<String, Object> merge(Map<String, Object> shared, Map<String, Object> own) {
        Map<String, Object> merged = new LinkedHashMap<>(shared);
        own.forEach((key, value) -> merged.merge(key, value, Globals::mergeValues));
        return merged;
    }

    private static Object mergeValues(Object shared, Object own) {
        if (shared instanceof Map<?, ?> left && own instanceof Map<?, ?> right && !isIntrinsic(left, right)) {
            return merge(YamlTree.asMap(left), YamlTree.asMap(right));
        }
        if (shared instanceof List<?> left && own instanceof List<?> right) {
            List<Object> both = new ArrayList<>(left);
            both.addAll(right);
            return both;
        }
        return own;
    }

    private static boolean isIntrinsic(Map<?, ?> left, Map<?, ?> right) {
        return java.util.stream.Stream.concat(left.keySet().stream(), right.keySet().stream())
                .anyMatch(key -> key.equals("Ref") || ((String) key).startsWith("Fn::"));
    }
}
