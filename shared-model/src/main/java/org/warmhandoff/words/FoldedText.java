package org.warmhandoff.words;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text made alike, that still knows where each character came from: no marks, no case, no width, no invisible characters,
 * and letters of other alphabets that look Latin as Latin ones. {@code MARÍA}, {@code maría} and {@code Ｍａｒｉａ} all
 * read {@code maria}.
 *
 * <p>Positions are UTF-16 units, as in the API.
 */
public final class FoldedText {

    /** Letters that no normalization takes apart. */
    private static final String SPECIAL_FROM = "øłđðıħŧƒ";

    private static final String SPECIAL_TO = "olddihtf";

    /** Cyrillic and Greek letters that are drawn like Latin ones, in lower case. */
    private static final String ALIKE_FROM = "авсԁеɡһіјκӏмноορрѕтυѵԝхуνα";

    private static final String ALIKE_TO = "abcdeghijklmhooppstuvwxyva";

    private static final char[] DASHES = {'‐', '‑', '‒', '–', '—', '―', '−', '﹘', '﹣', '－'};

    /** No word is longer: so a text without a space is still read in one go. */
    private static final int LONGEST_WORD = 60;

    private final String original;
    private final String folded;
    private final int[] from;
    private final int[] to;

    private FoldedText(String original, String folded, int[] from, int[] to) {
        this.original = original;
        this.folded = folded;
        this.from = from;
        this.to = to;
    }

    public static FoldedText of(String text) {
        var folded = new StringBuilder(text.length() + 16);
        int[] from = new int[text.length() + 16];
        int[] to = new int[text.length() + 16];
        boolean latin = isLatin(text, 0, text.length());
        boolean unmask = latin;
        int wordEnd = 0;
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            int next = at + Character.charCount(codePoint);
            if (at >= wordEnd && codePoint >= 0x80) {
                wordEnd = endOfWord(text, at);
                unmask = latin || hasLatin(text, startOfWord(text, at), wordEnd);
            }
            String plain = fold(codePoint, unmask);
            if (folded.length() + plain.length() > from.length) {
                int longer = Math.max(from.length * 2, folded.length() + plain.length());
                from = Arrays.copyOf(from, longer);
                to = Arrays.copyOf(to, longer);
            }
            for (int i = 0; i < plain.length(); i++) {
                from[folded.length()] = at;
                to[folded.length()] = next;
                folded.append(plain.charAt(i));
            }
            at = next;
        }
        return new FoldedText(text, folded.toString(), from, to);
    }

    /** The folded form alone. */
    public static String fold(String text) {
        return of(text).folded;
    }

    /** Whether a text is written in Latin letters for the most part. Then, or beside them in one word, a Cyrillic а is a disguise. */
    private static boolean isLatin(String text, int from, int to) {
        int latin = 0;
        int other = 0;
        for (int i = from; i < to; i++) {
            char letter = text.charAt(i);
            if (isLatin(letter)) {
                latin++;
            } else if (Character.isLetter(letter)) {
                other++;
            }
        }
        return latin >= other;
    }

    private static boolean isLatin(char letter) {
        return letter < 0x80
                ? (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z')
                : Character.isLetter(letter) && Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
    }

    private static boolean hasLatin(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (isLatin(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static int startOfWord(String text, int at) {
        int start = at;
        while (start > 0 && at - start < LONGEST_WORD && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int endOfWord(String text, int at) {
        int end = at + 1;
        while (end < text.length() && end - at < LONGEST_WORD && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static String fold(int codePoint, boolean unmask) {
        if (codePoint < 0x80) {
            return String.valueOf((char) Character.toLowerCase(codePoint));
        }
        if (Character.getType(codePoint) == Character.FORMAT) {
            return "";
        }
        if (codePoint < 0x10000 && indexOf(DASHES, (char) codePoint) >= 0) {
            return "-";
        }
        switch (codePoint) {
            case '’', '‘', '´', 'ʼ', '′', '＇' -> {
                return "'";
            }
            case 'ß' -> {
                return "ss";
            }
            case 'æ', 'Æ' -> {
                return "ae";
            }
            case 'œ', 'Œ' -> {
                return "oe";
            }
            case 'þ', 'Þ' -> {
                return "th";
            }
            default -> {}
        }
        String apart = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT);
        var plain = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char letter = apart.charAt(i);
            int type = Character.getType(letter);
            if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
                continue;
            }
            plain.append(plain(letter, unmask));
        }
        return plain.toString();
    }

    private static char plain(char letter, boolean unmask) {
        int special = SPECIAL_FROM.indexOf(letter);
        if (special >= 0) {
            return SPECIAL_TO.charAt(special);
        }
        int alike = unmask ? ALIKE_FROM.indexOf(letter) : -1;
        if (alike >= 0) {
            return ALIKE_TO.charAt(alike);
        }
        if (Character.isDigit(letter)) {
            return Character.forDigit(Character.digit(letter, 10), 10);
        }
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter) ? ' ' : letter;
    }

    private static int indexOf(char[] chars, char wanted) {
        for (int i = 0; i < chars.length; i++) {
            if (chars[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    public String original() {
        return original;
    }

    public String text() {
        return folded;
    }

    public int length() {
        return folded.length();
    }

    /** Where the character at this place of the folded text begins in the original. */
    public int originalStart(int index) {
        return from[index];
    }

    /** Where what stands before this place of the folded text ends in the original. */
    public int originalEnd(int endExclusive) {
        return endExclusive == 0 ? 0 : to[endExclusive - 1];
    }

    @Override
    public String toString() {
        return folded;
    }
}
