package org.warmhandoff.paging;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Some items of a list, and where the next page begins.
 *
 * @param next what to ask the list for to go on, or empty on the last page; only the list that gave it can read it
 */
public record Page<T>(List<T> items, Optional<String> next) {
    public Page {
        items = List.copyOf(items);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> each) {
        return new Page<>(items.stream().<R>map(each).toList(), next);
    }
}
