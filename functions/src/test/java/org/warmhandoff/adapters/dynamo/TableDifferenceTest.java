package org.warmhandoff.adapters.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random scripts of operations, the same on both tables: they answer alike, step by step. */
class TableDifferenceTest {

    private static final int STEPS = Integer.getInteger("table.difference.steps", 700);
    private static final List<String> NAMES =
            List.of("a", "b", "n", "m", "mail", "mail.state", "mail.epoch", "mail.deep.x");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 22, 333})
    void answer_alike(long seed) {
        Random random = new Random(seed);
        Table memory = new MemoryTable();
        Table dynamo = EmbeddedDynamo.freshTable();
        for (int step = 0; step < STEPS; step++) {
            String where = "seed " + seed + ", step " + step;
            switch (random.nextInt(10)) {
                case 0 -> {
                    Key key = key(random);
                    assertThat(memory.get(key)).as(where).isEqualTo(dynamo.get(key));
                }
                case 1 -> {
                    Set<Key> keys = Set.of(key(random), new Key("P0", "none"));
                    assertThat(memory.getAll(keys)).as(where).isEqualTo(dynamo.getAll(keys));
                }
                case 2, 3 -> {
                    Query query = query(random);
                    Page ours = memory.query(query);
                    assertThat(ours).as(where + ": " + query).isEqualTo(dynamo.query(query));
                    if (ours.next().isPresent()) {
                        Query rest = query.from(ours.next());
                        assertThat(memory.query(rest)).as(where + ": " + rest).isEqualTo(dynamo.query(rest));
                    }
                }
                default -> {
                    List<Write> writes = writes(random);
                    assertThat(outcome(memory, writes))
                            .as(where + ": " + writes)
                            .isEqualTo(outcome(dynamo, writes));
                }
            }
        }
    }

    @Test
    void the_same_seed_makes_the_same_script() {
        assertThat(writes(new Random(7)).toString())
                .isEqualTo(writes(new Random(7)).toString());
    }

    /** Mistakes are mistakes on both, whatever they are called. */
    private static Object outcome(Table table, List<Write> writes) {
        try {
            return table.write(writes);
        } catch (TableBusy busy) {
            throw busy;
        } catch (RuntimeException mistake) {
            return "a mistake";
        }
    }

    private static Key key(Random random) {
        return new Key("P" + random.nextInt(3), "s" + random.nextInt(5));
    }

    private static List<Write> writes(Random random) {
        Set<Key> keys = new LinkedHashSet<>();
        int count = random.nextInt(3) == 0 ? 1 + random.nextInt(4) : 1;
        while (keys.size() < count) {
            keys.add(key(random));
        }
        List<Write> writes = new ArrayList<>();
        for (Key key : keys) {
            writes.add(write(random, key));
        }
        return writes;
    }

    private static Write write(Random random, Key key) {
        Condition condition = random.nextBoolean() ? condition(random, 0) : Condition.none();
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> Write.put(key, attributes(random, key)).onlyIf(condition);
            case 3 -> Write.delete(key).onlyIf(condition);
            case 4 -> Write.check(key, condition instanceof Condition.None ? Condition.itemExists() : condition);
            default -> update(random, key).onlyIf(condition);
        };
    }

    private static Write.Update update(Random random, Key key) {
        Write.Update update = Write.update(key);
        switch (random.nextInt(6)) {
            case 0 -> update = update.set("mail.state", "s" + random.nextInt(2));
            case 1 -> update = update.remove("mail.epoch");
            case 2 -> update = update.set("mail", mail(random));
            case 3 -> update = update.index(Index.G1, "I" + random.nextInt(2), sort(random, key));
            case 4 -> update = update.unindex(Index.G1);
            default -> update = update.set("a", value(random)).remove("b");
        }
        return random.nextBoolean() ? update.add("n", random.nextInt(5) - 2) : update;
    }

    private static Attributes attributes(Random random, Key key) {
        Attributes.Builder attributes = Attributes.with();
        if (random.nextBoolean()) {
            attributes.putAll(
                    Attributes.with().put("a", "v" + random.nextInt(3)).build());
        }
        if (random.nextBoolean()) {
            attributes.put("n", random.nextInt(6));
        }
        if (random.nextBoolean()) {
            attributes.put("mail", mail(random));
        }
        if (random.nextBoolean()) {
            attributes.index(Index.G1, "I" + random.nextInt(2), sort(random, key));
            attributes.row(
                    Attributes.with().put("title", "t" + random.nextInt(9)).build());
        }
        if (random.nextInt(3) == 0) {
            attributes.index(Index.DUE, "DUE#0", sort(random, key));
        }
        return attributes.build();
    }

    /** No two items at one place of an index: in which order these come is DynamoDB's own affair. */
    private static String sort(Random random, Key key) {
        return random.nextInt(4) + "#" + key.pk() + key.sk();
    }

    private static Attributes mail(Random random) {
        return Attributes.with()
                .put("state", "s" + random.nextInt(2))
                .put("epoch", random.nextBoolean() ? Optional.of(random.nextInt(3)) : Optional.empty())
                .build();
    }

    private static Object value(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> random.nextInt(4);
            case 1 -> random.nextBoolean();
            case 2 -> List.of("x", "y");
            default -> "v" + random.nextInt(3);
        };
    }

    private static Condition condition(Random random, int depth) {
        String path = NAMES.get(random.nextInt(NAMES.size()));
        return switch (random.nextInt(depth < 2 ? 12 : 10)) {
            case 0 -> Condition.itemExists();
            case 1 -> Condition.itemAbsent();
            case 2 -> Condition.present(path);
            case 3 -> Condition.absent(path);
            case 4 -> Condition.is(path, value(random));
            case 5 -> Condition.isNot(path, value(random));
            case 6 -> Condition.lessThan(path, random.nextInt(4));
            case 7 -> Condition.atMost(path, "v" + random.nextInt(3));
            case 8 -> Condition.moreThan(path, random.nextInt(4));
            case 9 -> Condition.oneOf(path, value(random), "v1");
            case 10 -> condition(random, depth + 1).and(condition(random, depth + 1));
            default -> condition(random, depth + 1).or(condition(random, depth + 1));
        };
    }

    private static Query query(Random random) {
        Query query = switch (random.nextInt(3)) {
            case 0 -> Query.of("P" + random.nextInt(3));
            case 1 -> Query.of(Index.G1, "I" + random.nextInt(2));
            default -> Query.of(Index.DUE, "DUE#0");
        };
        boolean table = query.index().isEmpty();
        String low = table ? "s" + random.nextInt(5) : random.nextInt(4) + "#P1";
        query = switch (random.nextInt(7)) {
            case 0 -> query.beginsWith(table ? "s" : random.nextInt(4) + "#");
            case 1 -> query.between(low, low + "~");
            case 2 -> query.lessThan(low);
            case 3 -> query.atMost(low);
            case 4 -> query.moreThan(low);
            case 5 -> query.atLeast(low);
            default -> query;
        };
        if (random.nextBoolean()) {
            query = query.backward();
        }
        return random.nextBoolean() ? query.limit(1 + random.nextInt(4)) : query;
    }
}
