package org.warmhandoff.adapters.dynamo;

import java.util.List;
import java.util.Optional;

/**
 * A page of a query.
 *
 * @param next where the next page starts; absent when this was the last
 */
public record Page(List<Item> items, Optional<Position> next) {
    public Page {
        items = List.copyOf(items);
    }
}
