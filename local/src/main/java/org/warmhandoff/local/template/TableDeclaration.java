package org.warmhandoff.local.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table with its keys, indexes and stream. */
public record TableDeclaration(
        String name,
        Map<String, String> attributeTypes,
        List<Key> keys,
        List<Index> indexes,
        Optional<String> streamViewType) {

    /** One part of a key: {@code HASH} or {@code RANGE}. */
    public record Key(String attribute, String type) {}

    /** A global secondary index. */
    public record Index(String name, List<Key> keys, String projection, List<String> included) {

        public String attribute(String type) {
            return keys.stream()
                    .filter(key -> key.type().equals(type))
                    .findFirst()
                    .orElseThrow()
                    .attribute();
        }
    }

    public Optional<Index> index(String name) {
        return indexes.stream().filter(index -> index.name().equals(name)).findFirst();
    }
}
