package org.warmhandoff.adapters.dynamo;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads of more keys than one batch takes. */
final class Batches {

    private Batches() {}

    static Map<Key, Item> read(Table table, Collection<Key> keys) {
        List<Key> distinct = keys.stream().distinct().toList();
        Map<Key, Item> read = new HashMap<>();
        for (int from = 0; from < distinct.size(); from += Table.MOST) {
            read.putAll(table.getAll(distinct.subList(from, Math.min(from + Table.MOST, distinct.size()))));
        }
        return Map.copyOf(read);
    }
}
