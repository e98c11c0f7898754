package org.warmhandoff.screening;

import java.util.ArrayList;
import java.util.List;
import org.warmhandoff.words.FoldedText;

/** A note as the screens read it: folded, and cut into runs of letters and runs of digits. */
final class Note {

    /** A run of letters or of digits, at its place in the folded text. */
    record Token(String text, boolean number, int start, int end) {

        boolean word() {
            return !number;
        }

        int length() {
            return text.length();
        }
    }

    private final FoldedText folded;
    private final List<Token> tokens;
    private final boolean allCapitals;

    private Note(FoldedText folded, List<Token> tokens) {
        this.folded = folded;
        this.tokens = List.copyOf(tokens);
        this.allCapitals =
                folded.original().codePoints().filter(Character::isUpperCase).count()
                        > 4
                                * folded.original()
                                        .codePoints()
                                        .filter(Character::isLowerCase)
                                        .count();
    }

    static Note of(String text) {
        FoldedText folded = FoldedText.of(text);
        List<Token> tokens = new ArrayList<>();
        String line = folded.text();
        for (int at = 0; at < line.length(); ) {
            char first = line.charAt(at);
            boolean number = isDigit(first);
            if (!number && !Character.isLetter(first)) {
                at++;
                continue;
            }
            int end = at + 1;
            while (end < line.length() && (number ? isDigit(line.charAt(end)) : Character.isLetter(line.charAt(end)))) {
                end++;
            }
            tokens.add(new Token(line.substring(at, end), number, at, end));
            at = end;
        }
        return new Note(folded, tokens);
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    FoldedText folded() {
        return folded;
    }

    String text() {
        return folded.text();
    }

    int size() {
        return tokens.size();
    }

    Token token(int index) {
        return tokens.get(index);
    }

    boolean has(int index) {
        return index >= 0 && index < tokens.size();
    }

    boolean isWord(int index) {
        return has(index) && token(index).word();
    }

    boolean isNumber(int index) {
        return has(index) && token(index).number();
    }

    /** The text of a token, or nothing where there is none. */
    String at(int index) {
        return has(index) ? token(index).text() : "";
    }

    /** The first token that ends after this place of the original. */
    int firstTokenFrom(int originalStart) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (folded.originalEnd(token(middle).end()) <= originalStart) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** What stands between a token and the next. */
    String gapAfter(int index) {
        if (!has(index)) {
            return "";
        }
        return text().substring(
                        token(index).end(), has(index + 1) ? token(index + 1).start() : text().length());
    }

    String gapBefore(int index) {
        return index == 0 ? text().substring(0, has(0) ? token(0).start() : 0) : gapAfter(index - 1);
    }

    /** Whether nothing but these characters, and no more than so many, stand between a token and the next. */
    boolean near(int index, String allowed, int most) {
        if (!has(index + 1)) {
            return false;
        }
        int from = token(index).end();
        int to = token(index + 1).start();
        if (to - from > most) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (allowed.indexOf(text().charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    boolean touches(int index) {
        return has(index + 1) && token(index).end() == token(index + 1).start();
    }

    char before(Token token) {
        return token.start() == 0 ? ' ' : text().charAt(token.start() - 1);
    }

    char after(Token token) {
        return token.end() == text().length() ? ' ' : text().charAt(token.end());
    }

    /** Written with a capital first letter, or with capitals only. */
    boolean capitalized(int index) {
        Token token = token(index);
        return Character.isUpperCase(folded.original().codePointAt(folded.originalStart(token.start())));
    }

    boolean capitalsOnly(int index) {
        Token token = token(index);
        String written =
                folded.original().substring(folded.originalStart(token.start()), folded.originalEnd(token.end()));
        return written.length() > 1 && written.codePoints().noneMatch(Character::isLowerCase);
    }

    /** Whether the whole note is in capitals, so that a capital says nothing. */
    boolean allCapitals() {
        return allCapitals;
    }

    boolean startsSentence(int index) {
        if (index == 0) {
            return true;
        }
        String gap = gapBefore(index);
        return gap.chars().anyMatch(each -> ".!?:;•*\"“(".indexOf(each) >= 0)
                || gap.strip().startsWith("-")
                || lineBreakBefore(index);
    }

    private boolean lineBreakBefore(int index) {
        int from = folded.originalEnd(token(index - 1).end());
        int to = folded.originalStart(token(index).start());
        return folded.original().substring(from, to).indexOf('\n') >= 0;
    }

    /** Whether a sentence ends between this token and the next. */
    boolean endsSentence(int index) {
        if (!has(index + 1)) {
            return true;
        }
        String gap = gapAfter(index);
        return gap.indexOf('!') >= 0
                || gap.indexOf('?') >= 0
                || gap.indexOf(';') >= 0
                || gap.contains(". ")
                || lineBreakBefore(index + 1);
    }
}
