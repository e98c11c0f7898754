package org.warmhandoff.adapters.mail;

import java.text.Normalizer;

/** Names made fit for a header. */
final class Subject {
    private static final int LONGEST_NAME = 80;

    private Subject() {}

    /** ASCII on one line, of bearable length: a name may be typed by anybody, and a header is no place for surprises. */
    static String ascii(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('\u2019', '\'')
                .replaceAll("[\u2013\u2014]", "-")
                .replaceAll("[^\\x20-\\x7E]+", " ");
        return cut(plain);
    }

    /** On one line and of bearable length, in any script. */
    static String oneLine(String name) {
        return cut(name.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\p{Cf}]+", " "));
    }

    private static String cut(String name) {
        String line = name.replaceAll(" +", " ").strip();
        return line.length() <= LONGEST_NAME
                ? line
                : line.substring(0, LONGEST_NAME).strip();
    }
}
