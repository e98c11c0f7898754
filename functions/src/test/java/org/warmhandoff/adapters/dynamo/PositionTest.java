package org.warmhandoff.adapters.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

    private static final Position POSITION = new Position(new Key("REF#1", "META"), "2026-11-22T10:00:00.000Z#1");

    @Test
    void a_cursor_leads_back_to_its_place() {
        assertThat(Position.parse(POSITION.cursor())).isEqualTo(POSITION);
        assertThat(POSITION.cursor()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "!!!", "QQ", "QUFBQQ", "CgoK", "////", "w4LDgg"})
    void what_we_did_not_make_is_no_cursor(String cursor) {
        assertThatThrownBy(() -> Position.parse(cursor)).isInstanceOf(BadCursor.class);
    }

    @Test
    void a_cursor_of_another_partition_or_range_is_none_of_this_list() {
        Position mine = new Position(new Key("P", "b"), "b");

        assertThat(Query.of("P").from(mine).start()).contains(mine);
        assertThatThrownBy(() -> Query.of("Q").from(mine)).isInstanceOf(BadCursor.class);
        assertThatThrownBy(() -> Query.of("P").beginsWith("a").from(mine)).isInstanceOf(BadCursor.class);
    }

    @Test
    void a_cursor_is_not_endless() {
        String long_ = Base64.getUrlEncoder().encodeToString(("P\nS\n" + "x".repeat(5_000)).getBytes());

        assertThatThrownBy(() -> Position.parse(long_)).isInstanceOf(BadCursor.class);
    }
}
