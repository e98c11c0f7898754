package org.warmhandoff.wiring;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.warmhandoff.adapters.dynamo.Item;
import org.warmhandoff.adapters.dynamo.Key;
import org.warmhandoff.adapters.dynamo.Page;
import org.warmhandoff.adapters.dynamo.Query;
import org.warmhandoff.adapters.dynamo.Table;
import org.warmhandoff.adapters.dynamo.Write;
import org.warmhandoff.adapters.dynamo.Written;

/** The table, which for as long as a function is primed is read and never written: such a write is refused as by its conditions. */
record ReadingTable(Table table) implements Table {

    @Override
    public Optional<Item> get(Key key) {
        return table.get(key);
    }

    @Override
    public Map<Key, Item> getAll(Collection<Key> keys) {
        return table.getAll(keys);
    }

    @Override
    public Page query(Query query) {
        return table.query(query);
    }

    @Override
    public Written write(List<? extends Write> writes) {
        return Priming.isUnderWay() ? new Written.Refused(List.of()) : table.write(writes);
    }
}
