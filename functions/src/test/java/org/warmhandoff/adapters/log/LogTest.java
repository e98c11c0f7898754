package org.warmhandoff.adapters.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.warmhandoff.channel.ChannelKind;

class LogTest {

    @Test
    void a_line_is_json_of_known_fields() {
        String line = Log.line("deliver")
                .with(Log.Field.MESSAGE, "REF#01J/MSG#MAIL#1")
                .with(Log.Field.CHANNEL, ChannelKind.SMS)
                .with(Log.Field.ATTEMPT, 2)
                .json();

        assertThat(line)
                .isEqualTo(
                        "{\"line\":\"deliver\",\"message\":\"REF#01J/MSG#MAIL#1\",\"channel\":\"SMS\",\"attempt\":2}");
    }

    @Test
    void what_could_be_somebodys_is_left_out() {
        String line = Log.line("x")
                .with(Log.Field.REFERRAL, "maria@example.org")
                .with(Log.Field.MESSAGE, "a\"}\n{")
                .with(Log.Field.REASON, "José")
                .json();

        assertThat(line).isEqualTo("{\"line\":\"x\",\"referral\":\"-\",\"message\":\"-\",\"reason\":\"-\"}");
    }

    @Test
    void what_was_thrown_is_named_by_class_and_place_without_its_words() {
        String line = Log.line("x")
                .with(new IllegalStateException("Maria", new IllegalArgumentException("1980-02-29")))
                .json();

        assertThat(line)
                .contains("IllegalStateException", "IllegalArgumentException", "LogTest.what_was_thrown")
                .doesNotContain("Maria", "1980");
    }
}
