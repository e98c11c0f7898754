package org.warmhandoff.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private final Settings settings =
            new Settings(Map.of("TABLE_NAME", "handoff", "EMPTY", "", "LIMIT", "4", "BAD", "x"));

    @Test
    void what_is_set_is_read() {
        assertThat(settings.require("TABLE_NAME")).isEqualTo("handoff");
        assertThat(settings.number("LIMIT")).isEqualTo(4);
    }

    @Test
    void what_is_missing_ends_the_start_by_its_name() {
        assertThatThrownBy(() -> settings.require("PUBLIC_ADDRESS")).hasMessageContaining("PUBLIC_ADDRESS");
        assertThatThrownBy(() -> settings.require("EMPTY")).hasMessageContaining("EMPTY");
        assertThatThrownBy(() -> settings.number("BAD"))
                .hasMessageContaining("BAD")
                .hasMessageNotContaining("x");
    }

    @Test
    void what_may_be_missing_is_absent() {
        assertThat(settings.optional("EMPTY")).isEmpty();
        assertThat(settings.optional("NOTHING")).isEmpty();
    }

    @Test
    void values_are_not_printed() {
        assertThat(settings.toString()).contains("TABLE_NAME").doesNotContain("handoff");
    }
}
