package org.warmhandoff.adapters.dynamo;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One change of one item, with the condition under which it may happen. */
public sealed interface Write {

    Key key();

    Condition condition();

    /** The same under a condition, in place of the one it had. */
    Write onlyIf(Condition condition);

    static Put put(Key key, Attributes attributes) {
        return new Put(key, attributes, Condition.none());
    }

    /** Puts an item that must not be there yet. */
    static Put create(Key key, Attributes attributes) {
        return new Put(key, attributes, Condition.itemAbsent());
    }

    /** A change of single attributes, to be filled in; without a condition it makes an item that is not there. */
    static Update update(Key key) {
        return new Update(key, new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashSet<>(), Condition.none());
    }

    static Delete delete(Key key) {
        return new Delete(key, Condition.none());
    }

    /** Changes nothing: refuses the transaction where the condition does not hold. */
    static Check check(Key key, Condition condition) {
        return new Check(key, condition);
    }

    /** The whole item. */
    record Put(Key key, Attributes attributes, Condition condition) implements Write {
        @Override
        public Put onlyIf(Condition condition) {
            return new Put(key, attributes, condition);
        }
    }

    /** Single attributes. Paths of sets and removes may lead into maps that are there. */
    record Update(
            Key key,
            SequencedMap<String, AttributeValue> sets,
            SequencedMap<String, Long> adds,
            SequencedSet<String> removes,
            Condition condition)
            implements Write {

        public Update {
            sets = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(sets));
            adds = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(adds));
            removes = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(removes));
        }

        public Update set(String path, Object value) {
            if (value instanceof Optional<?> optional) {
                return optional.isPresent() ? set(path, optional.get()) : remove(path);
            }
            var more = new LinkedHashMap<>(sets);
            more.put(path, Values.of(value));
            var fewer = new LinkedHashSet<>(removes);
            fewer.remove(path);
            return new Update(key, more, adds, fewer, condition);
        }

        /** Sets each of these. */
        public Update setAll(Attributes attributes) {
            Update all = this;
            for (Map.Entry<String, AttributeValue> entry : attributes.values().entrySet()) {
                all = all.set(entry.getKey(), entry.getValue());
            }
            return all;
        }

        /** Adds to a number; one that is not there counts as 0. */
        public Update add(String attribute, long amount) {
            if (attribute.contains(".")) {
                throw new IllegalArgumentException("DynamoDB adds at the top level only");
            }
            var more = new LinkedHashMap<>(adds);
            more.merge(attribute, amount, Long::sum);
            return new Update(key, sets, more, removes, condition);
        }

        public Update remove(String path) {
            var more = new LinkedHashSet<>(removes);
            more.add(path);
            var fewer = new LinkedHashMap<>(sets);
            fewer.remove(path);
            return new Update(key, fewer, adds, more, condition);
        }

        /** Lists the item in an index, or at another place of it. */
        public Update index(Index index, String partition, String sort) {
            return set(index.partition(), partition).set(index.sort(), sort);
        }

        /** Takes the item out of an index. */
        public Update unindex(Index index) {
            return remove(index.partition()).remove(index.sort());
        }

        @Override
        public Update onlyIf(Condition condition) {
            return new Update(key, sets, adds, removes, condition);
        }
    }

    /** Takes the item away; one that is not there is no failure. */
    record Delete(Key key, Condition condition) implements Write {
        @Override
        public Delete onlyIf(Condition condition) {
            return new Delete(key, condition);
        }
    }

    /** A condition on an item that the transaction does not change. */
    record Check(Key key, Condition condition) implements Write {
        public Check {
            if (condition instanceof Condition.None) {
                throw new IllegalArgumentException("a check of nothing");
            }
        }

        @Override
        public Check onlyIf(Condition condition) {
            return new Check(key, condition);
        }
    }
}
