package org.warmhandoff.adapters.dynamo;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What every list of writes must be, whichever table takes it. */
final class Writes {

    private Writes() {}

    static void checked(List<? extends Write> writes) {
        if (writes.isEmpty() || writes.size() > Table.MOST) {
            throw new IllegalArgumentException("1 to " + Table.MOST + " writes go together, not " + writes.size());
        }
        Set<Key> keys = new HashSet<>();
        for (Write write : writes) {
            if (!keys.add(write.key())) {
                throw new IllegalArgumentException(
                        "two writes of one item: " + write.key().sk());
            }
        }
    }
}
