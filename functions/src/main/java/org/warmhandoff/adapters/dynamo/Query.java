package org.warmhandoff.adapters.dynamo;

import java.util.Optional;

/**
 * One partition of the table (consistent) or of an index (a moment behind), in the order of the sort key.
 *
 * @param limit the most items of a page; 0 for as many as one call gives
 */
public record Query(
        Optional<Index> index, String partition, Range range, boolean forward, int limit, Optional<Position> start) {

    /** Which sort keys. */
    public sealed interface Range {
        record Everything() implements Range {}

        record BeginsWith(String prefix) implements Range {}

        /** Both ends included. */
        record Between(String low, String high) implements Range {}

        record LessThan(String high) implements Range {}

        record AtMost(String high) implements Range {}

        record MoreThan(String low) implements Range {}

        record AtLeast(String low) implements Range {}

        /** Whether a sort key lies within; keys are compared by their UTF-8 bytes, as DynamoDB does. */
        default boolean holds(String sort) {
            return switch (this) {
                case Everything() -> true;
                case BeginsWith(String prefix) -> sort.startsWith(prefix);
                case Between(String low, String high) ->
                    Utf8Order.compare(low, sort) <= 0 && Utf8Order.compare(sort, high) <= 0;
                case LessThan(String high) -> Utf8Order.compare(sort, high) < 0;
                case AtMost(String high) -> Utf8Order.compare(sort, high) <= 0;
                case MoreThan(String low) -> Utf8Order.compare(sort, low) > 0;
                case AtLeast(String low) -> Utf8Order.compare(sort, low) >= 0;
            };
        }
    }

    public Query {
        if (limit < 0) {
            throw new IllegalArgumentException("a limit is not negative");
        }
        if (start.isPresent()) {
            Position from = start.get();
            boolean elsewhere = index.isEmpty()
                    && (!from.key().pk().equals(partition) || !from.key().sk().equals(from.sort()));
            if (elsewhere || !range.holds(from.sort())) {
                throw new BadCursor();
            }
        }
    }

    /** The items of one partition of the table. */
    public static Query of(String partition) {
        return new Query(Optional.empty(), partition, new Range.Everything(), true, 0, Optional.empty());
    }

    /** The items of one partition of an index. */
    public static Query of(Index index, String partition) {
        return new Query(Optional.of(index), partition, new Range.Everything(), true, 0, Optional.empty());
    }

    public Query beginsWith(String prefix) {
        return within(new Range.BeginsWith(prefix));
    }

    public Query between(String low, String high) {
        return within(new Range.Between(low, high));
    }

    public Query lessThan(String high) {
        return within(new Range.LessThan(high));
    }

    public Query atMost(String high) {
        return within(new Range.AtMost(high));
    }

    public Query moreThan(String low) {
        return within(new Range.MoreThan(low));
    }

    public Query atLeast(String low) {
        return within(new Range.AtLeast(low));
    }

    public Query within(Range range) {
        return new Query(index, partition, range, forward, limit, start);
    }

    /** Highest sort key first. */
    public Query backward() {
        return new Query(index, partition, range, false, limit, start);
    }

    public Query limit(int limit) {
        return new Query(index, partition, range, forward, limit, start);
    }

    /** @throws BadCursor where the position cannot be one of this query */
    public Query from(Position start) {
        return from(Optional.of(start));
    }

    public Query from(Optional<Position> start) {
        return new Query(index, partition, range, forward, limit, start);
    }
}
