package org.warmhandoff.adapters.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WordsTest {
    private static final Words ENGLISH = Words.of("en");
    private static final Words SPANISH = Words.of("es");

    private static Set<String> placeholders(String sentence) {
        var found = new TreeSet<String>();
        Pattern.compile("\\{\\d}").matcher(sentence).results().forEach(match -> found.add(match.group()));
        return found;
    }

    @Test
    void both_catalogues_say_the_same_things() {
        assertThat(SPANISH.keys()).isEqualTo(ENGLISH.keys());
        for (String key : ENGLISH.keys()) {
            assertThat(placeholders(SPANISH.say(key))).as(key).isEqualTo(placeholders(ENGLISH.say(key)));
            assertThat(SPANISH.say(key)).as(key).isNotBlank();
            assertThat(ENGLISH.say(key)).as(key).isNotBlank();
        }
    }

    @Test
    void spanish_is_not_english_left_over() {
        for (String key : ENGLISH.keys()) {
            if (!key.equals("page.error.prefix")) {
                assertThat(SPANISH.say(key)).as(key).isNotEqualTo(ENGLISH.say(key));
            }
        }
    }

    @Test
    void spanish_addresses_the_reader_formally() {
        for (String key : SPANISH.keys()) {
            assertThat(SPANISH.say(key)).as(key).doesNotContainPattern("(?iu)\\b(tú|tu|tus|te|ti|contigo)\\b");
        }
    }

    @Test
    void every_problem_and_every_barrier_has_words() {
        for (Problem problem : Problem.values()) {
            assertThat(ENGLISH.problem("nowhere", problem)).isNotBlank();
        }
        for (String barrier : FeedbackThanksView.BARRIERS) {
            assertThat(SPANISH.say("barrier." + barrier)).isNotBlank();
        }
        assertThat(ENGLISH.problem("accept", Problem.CONFIRM_MISSING)).contains("serve this person");
    }

    @Test
    void a_value_is_never_read_for_placeholders() {
        assertThat(ENGLISH.say("feedback.question", "{0} {9} it's")).isEqualTo("Did you get help from {0} {9} it's?");
    }

    @Test
    void an_unknown_key_is_a_fault_and_an_unknown_language_reads_english() {
        assertThatThrownBy(() -> ENGLISH.say("nothing")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Words.of("so")).isSameAs(ENGLISH);
        assertThat(Words.of(null)).isSameAs(ENGLISH);
        assertThat(Words.of("es-MX")).isSameAs(SPANISH);
    }

    @Test
    void times_numbers_and_addresses_read_as_people_say_them() {
        assertThat(When.shown(Instant.parse("2026-11-24T23:10:00Z"), ZoneId.of("America/Los_Angeles")))
                .isEqualTo("Tue 24 Nov, 3:10 PM PST");
        assertThat(PhoneNumbers.shown("+12065550142")).isEqualTo("206-555-0142");
        assertThat(PhoneNumbers.shown("+525512345678")).isEqualTo("+525512345678");
        assertThat(Masked.email("jo@example.org")).isEqualTo("j•••@example.org");
        assertThat(Masked.email("nonsense")).isEqualTo("•••");
        assertThat(Masked.phone("+12065550142")).isEqualTo("•••-•••-0142");
    }
}
