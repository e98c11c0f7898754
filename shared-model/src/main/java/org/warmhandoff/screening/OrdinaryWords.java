package org.warmhandoff.screening;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words of prose, English and Spanish, folded.
 *
 * <p>Two lists. {@code ordinary-words.txt}: words so frequent that in lower case they are taken for themselves even where a
 * client is called so. {@code common-words.txt}: many more, which are not taken for a name with one wrong letter. Both rest
 * on SCOWL (see the head of the files) and on our own additions. Read when first asked for.
 */
final class OrdinaryWords {

    private static final List<String> ENDINGS = List.of("ed", "ing", "er", "ers", "ly", "s");
    private static final int SHORTEST_STEM = 4;

    private OrdinaryWords() {}

    static boolean isOrdinary(String word) {
        return Ordinary.WORDS.contains(word);
    }

    static boolean isCommon(String word) {
        return listed(word) || ENDINGS.stream().anyMatch(ending -> isForm(word, ending));
    }

    private static boolean listed(String word) {
        return Ordinary.WORDS.contains(word) || Common.WORDS.contains(word);
    }

    /** {@code carted} is of {@code cart}, {@code waiter} of {@code wait}. */
    private static boolean isForm(String word, String ending) {
        String stem = word.length() - ending.length() >= SHORTEST_STEM && word.endsWith(ending)
                ? word.substring(0, word.length() - ending.length())
                : "";
        return !stem.isEmpty() && (listed(stem) || listed(stem + "e"));
    }

    private static final class Ordinary {
        static final Set<String> WORDS = read("ordinary-words.txt");
    }

    private static final class Common {
        static final Set<String> WORDS = read("common-words.txt");
    }

    private static Set<String> read(String file) {
        try (InputStream words = OrdinaryWords.class.getResourceAsStream(file)) {
            if (words == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return new String(words.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
