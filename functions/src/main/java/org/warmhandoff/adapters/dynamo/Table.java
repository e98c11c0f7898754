package org.warmhandoff.adapters.dynamo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table, as everything of ours sees it. Reads of items are consistent; whatever is lost to load or conflict ends in {@link TableBusy}. */
public interface Table {

    /** The most items that one batch reads and one transaction writes. */
    int MOST = 100;

    Optional<Item> get(Key key);

    /** One batch of at most {@value #MOST}; those that are not there are left out. */
    Map<Key, Item> getAll(Collection<Key> keys);

    /** One page. */
    Page query(Query query);

    /** One write by itself, several as one transaction of at most {@value #MOST} different items. */
    Written write(List<? extends Write> writes);

    default Written write(Write... writes) {
        return write(List.of(writes));
    }

    /** Every page of a query. For what is known to be small, or must be read whole. */
    default List<Item> queryAll(Query query) {
        List<Item> items = new ArrayList<>();
        Page page = query(query);
        items.addAll(page.items());
        while (page.next().isPresent()) {
            page = query(query.from(page.next().get()));
            items.addAll(page.items());
        }
        return List.copyOf(items);
    }
}
