package org.warmhandoff.adapters.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.contact.PhoneNumber;

class PhoneNumbersOfLibphonenumberTest {

    private final PhoneNumbersOfLibphonenumber numbers = new PhoneNumbersOfLibphonenumber();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "206-555-0142",
                "(206) 555 0142",
                "1 206 555 0142",
                "+12065550142",
                " 206.555.0142 ",
                "２０６ ５５５ ０１４２"
            })
    void a_number_is_the_same_however_it_is_typed(String typed) {
        assertThat(numbers.parse(typed)).contains(new PhoneNumber("+12065550142"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "555-0142",
                "12",
                "hello",
                "206-555-0142 x12",
                "206-555-01423",
                "+999 1234 5678",
                "1 123 456 7890"
            })
    void what_is_no_whole_number_is_refused(String typed) {
        assertThat(numbers.parse(typed)).isEmpty();
    }

    @Test
    void numbers_abroad_are_kept_and_shown_but_not_texted() {
        PhoneNumber mexican = numbers.parse("+52 55 1234 5678").orElseThrow();
        assertThat(numbers.display(mexican)).startsWith("+52 ");
        assertThat(numbers.textable(mexican)).isFalse();
    }

    @Test
    void only_the_united_states_and_canada_are_texted() {
        assertThat(numbers.textable(new PhoneNumber("+12065550142"))).isTrue();
        assertThat(numbers.textable(new PhoneNumber("+16045550142"))).isTrue();
        assertThat(numbers.textable(new PhoneNumber("+17875550142")))
                .as("Puerto Rico")
                .isTrue();
        assertThat(numbers.textable(new PhoneNumber("+18765550142")))
                .as("Jamaica")
                .isFalse();
        assertThat(numbers.textable(new PhoneNumber("+18005550199")))
                .as("toll-free")
                .isFalse();
    }

    @Test
    void a_number_is_shown_as_people_write_it() {
        assertThat(numbers.display(new PhoneNumber("+12065550142"))).isEqualTo("(206) 555-0142");
    }
}
