package org.warmhandoff.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTextTest {

    @ParameterizedTest
    @CsvSource({
        "MARÍA, maria",
        "Ｍａｒｉａ, maria",
        "Mari\u0301a, maria",
        "Ma\u200bria, maria",
        "Маriа, maria",
        "Иван, иван",
        "Straße, strasse",
        "Łukasz, lukasz",
        "ﬁn, fin",
        "٣, 3",
        "a–b, a-b"
    })
    void what_reads_alike_is_alike(String written, String folded) {
        assertThat(FoldedText.fold(written)).isEqualTo(folded);
    }

    @Test
    void each_character_knows_where_it_came_from() {
        FoldedText text = FoldedText.of("🙂 Straße");
        int at = text.text().indexOf("ss");
        assertThat(text.originalStart(at)).isEqualTo(7);
        assertThat(text.originalEnd(at + 2)).isEqualTo(8);
    }
}
