package org.warmhandoff.adapters.pages;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * The catalogue of what clients read, in one language. Not a {@code ResourceBundle}: that falls back to the machine's
 * own locale, and its MessageFormat swallows every lone apostrophe.
 */
public final class Words {
    private static final class English {
        static final Words WORDS = new Words("en");
    }

    private static final class Spanish {
        static final Words WORDS = new Words("es");
    }

    private final String language;
    private final Properties words = new Properties();

    private Words(String language) {
        this.language = language;
        String name = "messages_" + language + ".properties";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Words.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Spanish for {@code es} and its regions, English for every other code: there is no third catalogue yet. */
    public static Words of(String language) {
        return language != null && (language.equals("es") || language.startsWith("es-"))
                ? Spanish.WORDS
                : English.WORDS;
    }

    /** The code for {@code lang} attributes. */
    public String language() {
        return language;
    }

    public boolean isSpanish() {
        return language.equals("es");
    }

    /** The sentence of this key with {@code {0}}, {@code {1}}... filled in, once: a value is never read for placeholders. */
    public String say(String key, String... values) {
        String sentence = words.getProperty(key);
        if (sentence == null) {
            throw new IllegalArgumentException("no words for " + key + " in " + language);
        }
        if (values.length == 0) {
            return sentence;
        }
        var said = new StringBuilder(sentence.length() + 64);
        for (int i = 0; i < sentence.length(); i++) {
            char c = sentence.charAt(i);
            boolean placeholder = c == '{' && i + 2 < sentence.length() && sentence.charAt(i + 2) == '}';
            if (placeholder) {
                said.append(values[sentence.charAt(i + 1) - '0']);
                i += 2;
            } else {
                said.append(c);
            }
        }
        return said.toString();
    }

    /** What is wrong, in the words of this page if it has its own. */
    public String problem(String page, Problem problem) {
        String own = page + ".problem." + problem.key();
        return say(words.containsKey(own) ? own : "problem." + problem.key());
    }

    Set<String> keys() {
        return new TreeSet<>(words.stringPropertyNames());
    }
}
