package org.warmhandoff.words;

import java.util.Set;

/** A set of words, written as a text: lists of a hundred words are read in lines and not in commas. */
public final class WordSet {

    private WordSet() {}

    /** The words between white space. A word that stands twice is a slip, and is refused. */
    public static Set<String> of(String words) {
        return Set.of(words.strip().split("\\s+"));
    }
}
