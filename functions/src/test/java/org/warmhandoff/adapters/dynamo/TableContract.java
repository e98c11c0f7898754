package org.warmhandoff.adapters.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.warmhandoff.adapters.dynamo.Written.Refused;

/** What every table does, in memory and in DynamoDB. */
abstract class TableContract {

    private static final Key A = new Key("P", "a");
    private static final Key B = new Key("P", "b");
    private static final Key C = new Key("Q", "c");

    private Table table;

    abstract Table fresh();

    @BeforeEach
    void start() {
        table = fresh();
    }

    private static Attributes named(String name) {
        return Attributes.with().put("name", name).build();
    }

    private String name(Key key) {
        return table.get(key).orElseThrow().attributes().string("name");
    }

    @Nested
    class Reading {

        @Test
        void an_item_that_is_not_there_is_absent() {
            assertThat(table.get(A)).isEmpty();
        }

        @Test
        void an_item_reads_back_as_it_was_put() {
            Attributes nested =
                    Attributes.with().put("state", "SUBSCRIBED").put("epoch", 3).build();
            Attributes all = Attributes.with()
                    .put("text", "é 🙂")
                    .put("empty", "")
                    .put("number", 12_345_678_901L)
                    .put("flag", true)
                    .put("at", Instant.parse("2026-11-22T10:00:00.120Z"))
                    .put("kind", Condition.Comparison.LESS)
                    .put("list", List.of("x", "y"))
                    .put("none", List.of())
                    .put("nested", nested)
                    .put("maps", List.of(nested, Attributes.none()))
                    .put("missing", Optional.empty())
                    .build();

            table.write(Write.put(A, all));

            Item item = table.get(A).orElseThrow();
            assertThat(item.key()).isEqualTo(A);
            assertThat(item.attributes()).isEqualTo(all);
            assertThat(item.attributes().instant("at")).isEqualTo(Instant.parse("2026-11-22T10:00:00.120Z"));
            assertThat(item.attributes().list("maps")).containsExactly(nested, Attributes.none());
            assertThat(item.attributes().has("missing")).isFalse();
        }

        @Test
        void a_batch_finds_what_is_there_and_leaves_out_the_rest() {
            table.write(Write.put(A, named("one")));
            table.write(Write.put(C, named("three")));

            assertThat(table.getAll(List.of(A, B, C, A))).containsOnlyKeys(A, C);
            assertThat(table.getAll(List.of())).isEmpty();
        }

        @Test
        void a_batch_of_a_hundred_is_read_and_one_of_more_is_refused() {
            List<Key> keys = IntStream.range(0, 101)
                    .mapToObj(n -> new Key("P", "k%03d".formatted(n)))
                    .toList();
            table.write(keys.subList(0, 100).stream()
                    .map(key -> Write.put(key, named("x".repeat(1_000))))
                    .toList());

            assertThat(table.getAll(keys.subList(0, 100))).hasSize(100);
            assertThatThrownBy(() -> table.getAll(keys)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class WritingOne {

        @Test
        void creating_what_is_there_is_refused_and_shows_what_stands() {
            assertThat(table.write(Write.create(A, named("first"))).done()).isTrue();

            Written again = table.write(Write.create(A, named("second")));

            assertThat(again).isInstanceOfSatisfying(Refused.class, refused -> {
                assertThat(refused.at(0)).isTrue();
                assertThat(refused.standing(0).orElseThrow().attributes()).isEqualTo(named("first"));
            });
            assertThat(name(A)).isEqualTo("first");
        }

        @Test
        void a_condition_on_an_item_that_is_not_there_is_refused_without_an_item() {
            Written written = table.write(Write.update(A).set("name", "x").onlyIf(Condition.itemExists()));

            assertThat(written).isEqualTo(new Refused(List.of(new Written.Failure(0, Optional.empty()))));
            assertThat(table.get(A)).isEmpty();
        }

        @Test
        void an_update_sets_adds_and_removes_and_leaves_the_rest() {
            table.write(Write.put(
                    A,
                    Attributes.with()
                            .put("kept", "k")
                            .put("gone", "g")
                            .put("count", 2)
                            .put(
                                    "mail",
                                    Attributes.with()
                                            .put("state", "ON")
                                            .put("epoch", 1)
                                            .build())
                            .build()));

            table.write(Write.update(A)
                    .set("name", "n")
                    .set("mail.state", "OFF")
                    .remove("gone")
                    .remove("mail.epoch")
                    .set("absent", Optional.empty())
                    .add("count", 3)
                    .add("fresh", 1));

            assertThat(table.get(A).orElseThrow().attributes())
                    .isEqualTo(Attributes.with()
                            .put("kept", "k")
                            .put("name", "n")
                            .put("count", 5)
                            .put("fresh", 1)
                            .put("mail", Attributes.with().put("state", "OFF").build())
                            .build());
        }

        @Test
        void an_update_without_condition_makes_the_item() {
            table.write(Write.update(A).add("count", 1));
            table.write(Write.update(A).add("count", 1));

            assertThat(table.get(A).orElseThrow().attributes().integer("count")).isEqualTo(2);
        }

        @Test
        void a_path_through_what_is_no_map_is_an_error() {
            table.write(Write.put(A, named("x")));

            assertThatThrownBy(() -> table.write(Write.update(A).set("mail.state", "OFF")))
                    .isInstanceOf(RuntimeException.class)
                    .isNotInstanceOf(TableBusy.class);
        }

        @Test
        void deleting_twice_is_no_failure() {
            table.write(Write.put(A, named("x")));

            assertThat(table.write(Write.delete(A)).done()).isTrue();
            assertThat(table.write(Write.delete(A)).done()).isTrue();
            assertThat(table.get(A)).isEmpty();
        }

        @Test
        void a_check_by_itself_answers_as_a_condition_does() {
            table.write(Write.put(A, named("x")));

            assertThat(table.write(Write.check(A, Condition.is("name", "x"))).done())
                    .isTrue();
            assertThat(table.write(Write.check(A, Condition.is("name", "y"))))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.standing(0)).isPresent());
        }
    }

    @Nested
    class Conditions {

        private boolean holds(Condition condition) {
            return table.write(Write.update(A).add("tries", 1).onlyIf(condition))
                    .done();
        }

        @BeforeEach
        void item() {
            table.write(Write.put(
                    A,
                    Attributes.with()
                            .put("name", "b")
                            .put("count", 9)
                            .put("up", true)
                            .put("mail", Attributes.with().put("state", "ON").build())
                            .build()));
        }

        @Test
        void compare_values() {
            assertThat(holds(Condition.is("name", "b"))).isTrue();
            assertThat(holds(Condition.is("name", "c"))).isFalse();
            assertThat(holds(Condition.is("up", true))).isTrue();
            assertThat(holds(Condition.is("count", 9))).isTrue();
            assertThat(holds(Condition.is("count", "9"))).isFalse();
            assertThat(holds(Condition.isNot("count", "9"))).isTrue();
            assertThat(holds(Condition.lessThan("count", 10))).isTrue();
            assertThat(holds(Condition.lessThan("count", 9))).isFalse();
            assertThat(holds(Condition.atMost("count", 9))).isTrue();
            assertThat(holds(Condition.moreThan("name", "a"))).isTrue();
            assertThat(holds(Condition.atLeast("name", "c"))).isFalse();
            assertThat(holds(Condition.lessThan("name", 10))).isFalse();
        }

        @Test
        void reach_into_maps() {
            assertThat(holds(Condition.is("mail.state", "ON"))).isTrue();
            assertThat(holds(Condition.present("mail.state"))).isTrue();
            assertThat(holds(Condition.absent("mail.pending"))).isTrue();
            assertThat(holds(Condition.absent("mail.state"))).isFalse();
        }

        @Test
        void what_is_not_there_equals_nothing_and_differs_from_everything() {
            assertThat(holds(Condition.is("nothing", 1))).isFalse();
            assertThat(holds(Condition.isNot("nothing", 1))).isTrue();
            assertThat(holds(Condition.lessThan("nothing", 1))).isFalse();
            assertThat(holds(Condition.oneOf("nothing", 1, 2))).isFalse();
            assertThat(holds(Condition.absent("nothing"))).isTrue();
            assertThat(holds(Condition.present("nothing"))).isFalse();
            assertThat(holds(Condition.is("nothing.inside", 1))).isFalse();
        }

        @Test
        void go_together() {
            Condition yes = Condition.is("name", "b");
            Condition no = Condition.is("name", "x");
            assertThat(holds(yes.and(no))).isFalse();
            assertThat(holds(yes.or(no))).isTrue();
            assertThat(holds(no.or(no).or(yes))).isTrue();
            assertThat(holds(no.or(yes).and(Condition.oneOf("count", 8, 9)))).isTrue();
            assertThat(holds(Condition.none())).isTrue();
            assertThat(holds(yes.and(Condition.none()))).isTrue();
            assertThat(holds(Condition.allOf(yes, yes, Condition.itemExists()))).isTrue();
            assertThat(holds(Condition.anyOf(no, Condition.itemAbsent()))).isFalse();
        }
    }

    @Nested
    class WritingTogether {

        @Test
        void all_or_nothing() {
            table.write(Write.put(B, named("standing")));

            Written written = table.write(
                    Write.put(A, named("new")), Write.create(B, named("other")), Write.create(C, named("new")));

            assertThat(written).isInstanceOfSatisfying(Refused.class, refused -> {
                assertThat(refused.failures()).hasSize(1);
                assertThat(refused.at(1)).isTrue();
                assertThat(refused.at(0)).isFalse();
                assertThat(refused.standing(1).orElseThrow().attributes()).isEqualTo(named("standing"));
            });
            assertThat(table.getAll(List.of(A, C))).isEmpty();
        }

        @Test
        void every_failure_is_told() {
            table.write(Write.put(B, named("standing")));

            Written written = table.write(
                    Write.check(A, Condition.itemExists()),
                    Write.delete(C),
                    Write.update(B).set("name", "x").onlyIf(Condition.is("name", "y")));

            assertThat(written)
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.failures())
                                    .extracting(Written.Failure::position)
                                    .containsExactly(0, 2));
        }

        @Test
        void every_kind_of_write_takes_part() {
            table.write(Write.put(B, named("old")));
            Key d = new Key("Q", "d");
            table.write(Write.put(d, named("d")));

            Written written = table.write(
                    Write.create(A, named("a")),
                    Write.update(B).set("name", "new").onlyIf(Condition.is("name", "old")),
                    Write.check(C, Condition.itemAbsent()),
                    Write.delete(d).onlyIf(Condition.itemExists()));

            assertThat(written.done()).isTrue();
            assertThat(name(A)).isEqualTo("a");
            assertThat(name(B)).isEqualTo("new");
            assertThat(table.get(d)).isEmpty();
        }

        @Test
        void two_writes_of_one_item_and_more_than_a_hundred_are_mistakes() {
            assertThatThrownBy(() -> table.write(Write.put(A, named("x")), Write.delete(A)))
                    .isInstanceOf(IllegalArgumentException.class);
            List<Write> many = new ArrayList<>();
            IntStream.range(0, 101).forEach(n -> many.add(Write.put(new Key("P", "k" + n), named("x"))));
            assertThatThrownBy(() -> table.write(many)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> table.write(List.of())).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class Querying {

        @BeforeEach
        void items() {
            for (String sort : List.of("a1", "a2", "b1", "b2", "c1")) {
                table.write(Write.put(new Key("P", sort), named(sort)));
            }
            table.write(Write.put(new Key("Q", "a1"), named("other")));
        }

        private List<String> found(Query query) {
            return table.query(query).items().stream()
                    .map(item -> item.key().sk())
                    .toList();
        }

        @Test
        void a_partition_is_read_in_order() {
            assertThat(found(Query.of("P"))).containsExactly("a1", "a2", "b1", "b2", "c1");
            assertThat(found(Query.of("P").backward())).containsExactly("c1", "b2", "b1", "a2", "a1");
            assertThat(found(Query.of("nobody's"))).isEmpty();
        }

        @Test
        void a_range_of_sort_keys_is_read() {
            assertThat(found(Query.of("P").beginsWith("b"))).containsExactly("b1", "b2");
            assertThat(found(Query.of("P").between("a2", "b2"))).containsExactly("a2", "b1", "b2");
            assertThat(found(Query.of("P").lessThan("b1"))).containsExactly("a1", "a2");
            assertThat(found(Query.of("P").atMost("b1"))).containsExactly("a1", "a2", "b1");
            assertThat(found(Query.of("P").moreThan("b1"))).containsExactly("b2", "c1");
            assertThat(found(Query.of("P").atLeast("b1").backward())).containsExactly("c1", "b2", "b1");
        }

        @Test
        void pages_follow_one_another_and_the_last_one_says_so() {
            Page first = table.query(Query.of("P").limit(2));
            Page second = table.query(Query.of("P").limit(2).from(first.next()));
            Page third = table.query(Query.of("P").limit(2).from(second.next()));

            assertThat(first.items()).extracting(item -> item.key().sk()).containsExactly("a1", "a2");
            assertThat(second.items()).extracting(item -> item.key().sk()).containsExactly("b1", "b2");
            assertThat(third.items()).extracting(item -> item.key().sk()).containsExactly("c1");
            assertThat(third.next()).isEmpty();
        }

        @Test
        void a_page_that_is_just_full_is_the_last_one() {
            assertThat(table.query(Query.of("P").limit(5)).next()).isEmpty();
            assertThat(table.query(Query.of("P").beginsWith("a").backward().limit(2))
                            .next())
                    .isEmpty();
        }

        @Test
        void a_cursor_survives_its_way_through_a_client() {
            Position next =
                    table.query(Query.of("P").backward().limit(2)).next().orElseThrow();

            Query rest = Query.of("P").backward().from(Position.parse(next.cursor()));

            assertThat(found(rest)).containsExactly("b1", "a2", "a1");
        }

        @Test
        void every_page_is_read_at_once_when_asked_for() {
            assertThat(table.queryAll(Query.of("P").limit(2))).hasSize(5);
        }
    }

    @Nested
    class Indexes {

        private void listed(String sk, String partition, String sort) {
            table.write(Write.put(
                    new Key("REF#" + sk, "META"),
                    Attributes.with()
                            .put("secret", "not in lists")
                            .row(Attributes.with().put("title", sk).build())
                            .index(Index.G1, partition, sort)
                            .index(Index.DUE, "DUE#1", sort)
                            .build()));
        }

        @Test
        void show_the_row_alone() {
            listed("r1", "BOX", "2026");

            Item item = table.query(Query.of(Index.G1, "BOX")).items().getFirst();

            assertThat(item.key()).isEqualTo(new Key("REF#r1", "META"));
            assertThat(item.row().string("title")).isEqualTo("r1");
            assertThat(item.attributes().has("secret")).isFalse();
            assertThat(table.query(Query.of(Index.G2, "BOX")).items()).isEmpty();
        }

        @Test
        void of_what_is_owed_show_keys_alone() {
            listed("r1", "BOX", "2026");

            Item item = table.query(Query.of(Index.DUE, "DUE#1").lessThan("2027"))
                    .items()
                    .getFirst();

            assertThat(item.attributes().names()).containsExactlyInAnyOrder("DUEPK", "DUESK");
        }

        @Test
        void page_newest_first() {
            IntStream.range(0, 5).forEach(n -> listed("r" + n, "BOX", "2026-0" + n));

            Page first = table.query(Query.of(Index.G1, "BOX").backward().limit(3));
            Page second = table.query(Query.of(Index.G1, "BOX")
                    .backward()
                    .limit(3)
                    .from(Position.parse(first.next().orElseThrow().cursor())));

            assertThat(first.items())
                    .extracting(item -> item.row().string("title"))
                    .containsExactly("r4", "r3", "r2");
            assertThat(second.items())
                    .extracting(item -> item.row().string("title"))
                    .containsExactly("r1", "r0");
            assertThat(second.next()).isEmpty();
        }

        @Test
        void follow_an_item_that_moves_and_forget_one_that_leaves() {
            listed("r1", "OUTBOUND", "2026");
            Key key = new Key("REF#r1", "META");

            table.write(Write.update(key).index(Index.G1, "HISTORY", "2026"));

            assertThat(table.query(Query.of(Index.G1, "OUTBOUND")).items()).isEmpty();
            assertThat(table.query(Query.of(Index.G1, "HISTORY")).items()).hasSize(1);

            table.write(Write.update(key).unindex(Index.G1));

            assertThat(table.query(Query.of(Index.G1, "HISTORY")).items()).isEmpty();
            assertThat(table.get(key)).isPresent();
        }
    }
}
