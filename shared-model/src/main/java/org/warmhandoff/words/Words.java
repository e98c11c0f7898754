package org.warmhandoff.words;

import java.util.ArrayList;
import java.util.List;

/** The words of a text, folded, as a search compares them. */
public final class Words {

    private Words() {}

    /** Letters and digits between anything else; an apostrophe joins: {@code O'Brien-Núñez} is {@code obrien}, {@code nunez}. */
    public static List<String> of(String text) {
        String folded = FoldedText.fold(text);
        List<String> words = new ArrayList<>();
        var word = new StringBuilder();
        for (int i = 0; i < folded.length(); i++) {
            char letter = folded.charAt(i);
            if (Character.isLetterOrDigit(letter) || Character.isSurrogate(letter)) {
                word.append(letter);
            } else if (letter != '\'' && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    /** The digits of a text in their order, whatever stands between them. */
    public static String digits(String text) {
        var digits = new StringBuilder();
        text.codePoints().filter(Character::isDigit).forEach(each -> digits.append(Character.digit(each, 10)));
        return digits.toString();
    }
}
