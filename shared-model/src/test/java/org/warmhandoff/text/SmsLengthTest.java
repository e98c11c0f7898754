package org.warmhandoff.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.warmhandoff.text.SmsLength.Alphabet;

class SmsLengthTest {

    @Test
    void a_plain_text_is_one_part_up_to_160() {
        assertThat(SmsLength.of("a".repeat(160))).isEqualTo(new SmsLength(Alphabet.GSM_7, 160, 1));
        assertThat(SmsLength.of("a".repeat(161))).isEqualTo(new SmsLength(Alphabet.GSM_7, 161, 2));
        assertThat(SmsLength.of("a".repeat(306)).parts()).isEqualTo(2);
        assertThat(SmsLength.of("a".repeat(307)).parts()).isEqualTo(3);
        assertThat(SmsLength.of("")).isEqualTo(new SmsLength(Alphabet.GSM_7, 0, 1));
    }

    @Test
    void enye_is_plain_and_an_acute_accent_is_not() {
        assertThat(SmsLength.of("mañana").alphabet()).isEqualTo(Alphabet.GSM_7);
        assertThat(SmsLength.of("sábado").alphabet()).isEqualTo(Alphabet.UCS_2);
        assertThat(SmsLength.of("á".repeat(70)).parts()).isEqualTo(1);
        assertThat(SmsLength.of("á".repeat(71)).parts()).isEqualTo(2);
        assertThat(SmsLength.of("á".repeat(135)).parts()).isEqualTo(3);
    }

    @Test
    void brackets_and_the_euro_count_twice_and_are_never_parted() {
        assertThat(SmsLength.of("€".repeat(80))).isEqualTo(new SmsLength(Alphabet.GSM_7, 160, 1));
        assertThat(SmsLength.of("€".repeat(81)).parts()).isEqualTo(2);
        // 153 is odd: the last place of each part stays empty
        assertThat(SmsLength.of("€".repeat(153)).parts()).isEqualTo(3);
    }

    @Test
    void an_emoji_is_two_units_and_never_parted() {
        assertThat(SmsLength.of("🙂".repeat(35)).parts()).isEqualTo(1);
        assertThat(SmsLength.of("🙂".repeat(36)).parts()).isEqualTo(2);
        assertThat(SmsLength.of("🙂".repeat(67)).parts()).isEqualTo(3);
    }
}
