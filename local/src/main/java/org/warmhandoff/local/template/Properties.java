package org.warmhandoff.local.template;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The properties of one resource. Each is either asked for or declared to mean nothing here; {@link #complete()} then
 * refuses what is left.
 */
final class Properties {

    private final String where;
    private final Map<String, Object> values;
    private final Intrinsics intrinsics;
    private final Set<String> known = new HashSet<>();

    Properties(String where, Map<String, Object> values, Intrinsics intrinsics) {
        this.where = where;
        this.values = values;
        this.intrinsics = intrinsics;
    }

    String where() {
        return where;
    }

    Optional<Object> value(String name) {
        known.add(name);
        return Optional.ofNullable(values.get(name)).flatMap(raw -> intrinsics.resolve(raw, where + "." + name));
    }

    Optional<String> text(String name) {
        return value(name).map(String::valueOf);
    }

    String requiredText(String name) {
        return text(name).orElseThrow(() -> new TemplateProblem(where, "needs " + name));
    }

    int number(String name, int otherwise) {
        return text(name).map(text -> (int) Double.parseDouble(text)).orElse(otherwise);
    }

    boolean flag(String name, boolean otherwise) {
        return text(name).map(Boolean::parseBoolean).orElse(otherwise);
    }

    List<String> texts(String name) {
        return switch (value(name).orElse(List.of())) {
            case Collection<?> many -> many.stream().map(String::valueOf).toList();
            case Object one -> List.of(String.valueOf(one));
        };
    }

    /** The list of maps under a name, each as properties of its own. */
    List<Properties> each(String name) {
        return value(name).stream()
                .flatMap(list -> ((Collection<?>) list).stream())
                .map(item -> new Properties(where + "." + name, YamlTree.asMap(item), intrinsics))
                .toList();
    }

    Properties within(String name) {
        return new Properties(where + "." + name, YamlTree.asMap(value(name).orElse(null)), intrinsics);
    }

    /** The maps under the names of a map, unresolved until they are asked for. */
    Map<String, Properties> named(String name) {
        known.add(name);
        Map<String, Properties> named = new LinkedHashMap<>();
        YamlTree.asMap(values.get(name))
                .forEach((key, raw) -> named.put(
                        key, new Properties(where + "." + name + "." + key, YamlTree.asMap(raw), intrinsics)));
        return named;
    }

    Set<String> names() {
        return values.keySet();
    }

    /** These matter in the cloud and change nothing here. */
    Properties meaningless(String... names) {
        known.addAll(List.of(names));
        return this;
    }

    void complete() {
        Set<String> unknown = new TreeSet<>(values.keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new TemplateProblem(
                    where,
                    "the local system does not know " + String.join(", ", unknown)
                            + ". Teach org.warmhandoff.local.template what it means, or that it means nothing here");
        }
    }
}
