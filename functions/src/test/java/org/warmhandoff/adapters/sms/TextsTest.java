package org.warmhandoff.adapters.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmhandoff.adapters.pages.Brand;
import org.warmhandoff.adapters.pages.Gallery;
import org.warmhandoff.adapters.pages.Samples;
import org.warmhandoff.text.SmsLength;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TextsTest {
    /** GSM 03.38 without its extension table, whose characters count twice: our texts use none of them. */
    private static final String GSM_7 = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private static final Map<String, String> TEXTS = Gallery.texts();

    static Stream<String> texts() {
        return TEXTS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void every_text_keeps_to_the_alphabet_of_gsm_7(String name) {
        assertThat(TEXTS.get(name).chars().filter(c -> GSM_7.indexOf(c) < 0)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void english_takes_one_part_and_spanish_at_most_two(String name) {
        assertThat(TEXTS.get(name)).hasSizeLessThanOrEqualTo(name.endsWith("-en") ? 160 : 2 * 153);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void every_text_names_us_first_and_says_how_to_stop_or_come_back(String name) {
        assertThat(TEXTS.get(name)).startsWith("Warm Handoff: ").containsPattern("STOP|START");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void no_text_names_a_place_a_service_or_an_organization(String name) {
        assertThat(TEXTS.get(name)).doesNotContain("Rainier", "Harbor", "Food", "Shelter");
    }

    @Test
    void the_first_carries_the_link_the_rates_and_help() {
        assertThat(TEXTS.get("first-en"))
                .isEqualTo("Warm Handoff: Info you asked for: https://care.example.org/c/" + Samples.TOKEN
                        + " Msg & data rates may apply. Reply HELP for help, STOP to end.");
        assertThat(TEXTS.get("first-es")).contains("/c/" + Samples.TOKEN + " ", "HELP", "STOP", "tarifas");
    }

    @Test
    void the_follow_up_carries_its_letter_the_three_answers_and_the_link() {
        assertThat(TEXTS.get("follow-up-en"))
                .contains("referral A?", "1 yes, 2 no, 3 not interested", "/f/" + Samples.TOKEN + " ");
        assertThat(TEXTS.get("follow-up-es"))
                .contains("lugar A ", "1 si", "2 si no", "3 si", "/f/" + Samples.TOKEN + " ");
    }

    @Test
    void several_open_questions_are_told_apart_by_their_letters() {
        assertThat(TEXTS.get("which-en")).contains("A, B, C?", "like A 1");
        assertThat(TEXTS.get("which-unlisted-en")).contains("like A 1");
    }

    @Test
    void help_gives_a_number_where_there_is_one() {
        assertThat(TEXTS.get("help-en")).contains("Call 206-555-0111");
        var nobody = new Texts(new Brand("Warm Handoff", "https://care.example.org", "", "", "", ""));
        assertThat(List.of(nobody.help("en"), nobody.help("es")))
                .noneMatch(text -> text.contains("{") || text.contains("all "));
    }

    @Test
    void a_long_name_and_a_long_address_still_fit_and_keep_what_matters() {
        String link = "https://referrals.northern-county-health.org/f/" + Samples.TOKEN;
        for (String name : List.of(
                "Northern County Community Health and Social Services",
                "Centro Ayudía Móvil de Ñuñoa y Región",
                "Häuser — „Wärme“ 🏠",
                "Antidisestablishmentarianism")) {
            Texts texts = new Texts(new Brand(name, "https://x.example", "", "+12065550111", "", ""));
            for (String language : List.of("en", "es")) {
                List<String> all = List.of(
                        texts.first(language, link),
                        texts.followUp(language, "A", link),
                        texts.stopped(language),
                        texts.started(language),
                        texts.help(language),
                        texts.thanks(language),
                        texts.unknown(language),
                        texts.notUnderstood(language),
                        texts.whichOne(language, List.of("A", "B", "C", "D")),
                        texts.whichOne(language, List.of("ABCDEFGHJLMPQRSTVWXZ".split(""))));
                assertThat(all).allSatisfy(text -> {
                    SmsLength length = SmsLength.of(text);
                    assertThat(length.alphabet()).as(text).isEqualTo(SmsLength.Alphabet.GSM_7);
                    assertThat(length.parts()).as(text).isLessThanOrEqualTo(language.equals("en") ? 1 : 2);
                    assertThat(text).containsPattern("STOP|START");
                });
                assertThat(all.get(0)).contains(link, "HELP");
                assertThat(all.get(1)).contains(link, " A", "1 ", "2 ", "3 ");
            }
        }
        assertThat(new Texts(new Brand("Northern County Community Health", "", "", "", "", "")).thanks("en"))
                .startsWith("Northern County: ");
        assertThat(new Texts(new Brand("Ayudía Móvil", "", "", "", "", "")).thanks("es"))
                .startsWith("Ayudia Movil: ");
    }
}
