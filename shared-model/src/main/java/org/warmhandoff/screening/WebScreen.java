package org.warmhandoff.screening;

import java.util.List;
import java.util.Set;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.screening.Finding.Kind;
import org.warmhandoff.screening.Note.Token;
import org.warmhandoff.words.WordSet;

/** Finds mail and web addresses, written as such or said ({@code name at example dot org}). */
final class WebScreen {

    private static final Set<String> TOP = WordSet.of("""
            com org net edu gov mil info biz io app dev us co mx ca uk es me tv ly gl online site xyz health
            care help link club church email mail int gle
            """);

    /** Short ones that are also words or that follow a full stop without a space; taken alone only with a path. */
    private static final Set<String> NEEDS_PATH = WordSet.of("""
            us co me tv ly gl es ca uk mx care help link club church health site online email mail int app gle
            """);

    private static final Set<String> SAID_TOP = WordSet.of("""
            com org net edu gov info us io mx co
            """);

    private static final Set<String> PROVIDERS = WordSet.of("""
            gmail yahoo hotmail outlook icloud aol comcast protonmail proton msn live ymail googlemail mail
            """);

    private static final Set<String> AT = Set.of("at", "arroba");

    private static final Set<String> DOT = Set.of("dot", "punto");

    /** Before "at example dot org" they tell of a page and not of a mailbox. */
    private static final Set<String> PAGE_WORDS = WordSet.of("""
            apply online website look site page form register sign it us info more available is are was or and
            go visit found posted application check read details forms back up
            """);

    private final List<String> ownLetters;
    private final List<List<String>> ownHandles;

    WebScreen(List<EmailAddress> emails) {
        this.ownLetters = emails.stream()
                .map(EmailAddress::value)
                .map(WebScreen::lettersOf)
                .toList();
        this.ownHandles = emails.stream()
                .map(EmailAddress::localPart)
                .filter(local -> local.length() >= 5
                        && local.chars().anyMatch(Character::isDigit)
                        && local.chars().anyMatch(Character::isLetter))
                .map(local -> tokensOf(Note.of(local)))
                .toList();
    }

    private static String lettersOf(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static List<String> tokensOf(Note note) {
        return java.util.stream.IntStream.range(0, note.size())
                .mapToObj(note::at)
                .toList();
    }

    void find(Note note, Findings findings) {
        own(note, findings);
        emailsByAt(note, findings);
        emailsBySaying(note, findings);
        urls(note, findings);
    }

    // --- the client's own

    /** Compared letter by letter, so neither spaces nor a spelled-out "at" hide it. */
    private void own(Note note, Findings findings) {
        if (ownLetters.isEmpty()) {
            return;
        }
        findOwn(note, findings, Set.of());
        findOwn(note, findings, Set.of("at", "arroba", "dot", "punto", "underscore", "dash", "guion"));
        for (List<String> handle : ownHandles) {
            for (int i = 0; i + handle.size() <= note.size(); i++) {
                if (same(note, i, handle)) {
                    findings.addTokens(Kind.EMAIL, i, i + handle.size() - 1);
                }
            }
        }
    }

    private static boolean same(Note note, int from, List<String> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (!note.at(from + i).equals(tokens.get(i)) || (i > 0 && !note.near(from + i - 1, " ._-", 3))) {
                return false;
            }
        }
        return true;
    }

    private void findOwn(Note note, Findings findings, Set<String> said) {
        var letters = new StringBuilder();
        int[] places = new int[note.text().length() + 1];
        for (int i = 0; i < note.size(); i++) {
            Token token = note.token(i);
            if (said.contains(token.text())) {
                continue;
            }
            for (int j = token.start(); j < token.end(); j++) {
                places[letters.length()] = j;
                letters.append(note.text().charAt(j));
            }
        }
        for (String address : ownLetters) {
            for (int at = letters.indexOf(address); at >= 0; at = letters.indexOf(address, at + 1)) {
                findings.add(Kind.EMAIL, places[at], places[at + address.length() - 1] + 1);
            }
        }
    }

    // --- any mail address

    private static void emailsByAt(Note note, Findings findings) {
        String text = note.text();
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int local = at;
            while (local > 0 && at - local < 66 && text.charAt(local - 1) == ' ' && at - local < 2) {
                local--;
            }
            int localEnd = local;
            while (local > 0 && localEnd - local < 64 && isLocal(text.charAt(local - 1))) {
                local--;
            }
            int domain = at + 1;
            while (domain < text.length() && domain - at < 3 && text.charAt(domain) == ' ') {
                domain++;
            }
            boolean tight = localEnd == at && domain == at + 1;
            int end = domainEnd(note, domain, tight);
            if (local < localEnd && end > 0) {
                findings.add(Kind.EMAIL, local, end);
            }
        }
    }

    private static boolean isLocal(char letter) {
        return Character.isLetterOrDigit(letter) || "._%+-'".indexOf(letter) >= 0;
    }

    /** Where the domain that begins here ends, or -1 when there is none. */
    private static int domainEnd(Note note, int start, boolean tight) {
        int i = tokenAt(note, start);
        if (i < 0 || note.token(i).start() != start) {
            return -1;
        }
        int labels = 1;
        int last = i;
        boolean spaced = false;
        int known = -1;
        while (note.has(last + 1)) {
            String gap = note.gapAfter(last);
            if (gap.isEmpty() || gap.equals("-")) {
                last++;
                continue;
            }
            int next = afterDot(note, last);
            if (next < 0) {
                break;
            }
            boolean wide = !gap.equals(".");
            if (wide && !TOP.contains(note.at(next))) {
                break;
            }
            spaced |= wide;
            labels++;
            last = next;
            if (TOP.contains(note.at(last))) {
                known = last;
            }
        }
        boolean plausible = tight
                && !spaced
                && labels > 1
                && note.token(last).word()
                && note.token(last).length() >= 2;
        if (plausible) {
            return note.token(last).end();
        }
        if (known >= 0 && labels > 1) {
            return note.token(known).end();
        }
        boolean provider = PROVIDERS.contains(note.at(i));
        return provider || (tight && note.token(i).word() && note.token(i).length() >= 3 && localIsName(note, start))
                ? note.token(i).end()
                : -1;
    }

    /** "2@school" is no address, "maria@work" is. */
    private static boolean localIsName(Note note, int domain) {
        return domain >= 3
                && Character.isLetterOrDigit(note.text().charAt(domain - 2))
                && Character.isLetterOrDigit(note.text().charAt(domain - 3));
    }

    private static int tokenAt(Note note, int start) {
        int low = 0;
        int high = note.size() - 1;
        while (low <= high) {
            int middle = (low + high) / 2;
            Token token = note.token(middle);
            if (token.end() <= start) {
                low = middle + 1;
            } else if (token.start() > start) {
                high = middle - 1;
            } else {
                return middle;
            }
        }
        return -1;
    }

    /** The token after a dot, written or said, that follows this token; or -1. */
    private static int afterDot(Note note, int index) {
        String gap = note.gapAfter(index).strip();
        if (gap.equals(".") && note.gapAfter(index).length() <= 3) {
            return index + 1;
        }
        boolean bracket = gap.isEmpty() || "([{<*_-".contains(gap.substring(0, 1));
        return bracket
                        && DOT.contains(note.at(index + 1))
                        && note.has(index + 2)
                        && note.gapAfter(index + 1).strip().length() <= 1
                ? index + 2
                : -1;
    }

    private static void emailsBySaying(Note note, Findings findings) {
        for (int i = 1; i + 1 < note.size(); i++) {
            if (!AT.contains(note.at(i))) {
                continue;
            }
            String before = note.gapAfter(i - 1).strip();
            String after = note.gapAfter(i).strip();
            boolean bracketed =
                    !before.isEmpty() && !after.isEmpty() && "([{<*_-".contains(before) && ")]}>*_-".contains(after);
            if (!bracketed && (!before.isEmpty() || !after.isEmpty())) {
                continue;
            }
            boolean meant = bracketed || note.at(i).equals("arroba");
            int end = domainEnd(note, note.token(i + 1).start(), false);
            if (end < 0 && meant && note.isWord(i + 1) && note.token(i + 1).length() >= 3) {
                end = note.token(i + 1).end();
            }
            if (end < 0
                    || note.at(i + 1).equals("www")
                    || (!meant && PAGE_WORDS.contains(note.at(i - 1)))
                    || (!meant && onlyProviderWord(note, i))) {
                continue;
            }
            findings.add(Kind.EMAIL, note.token(localStart(note, i - 1)).start(), end);
        }
    }

    /** "live" and "mail" and "proton" are words too. */
    private static boolean onlyProviderWord(Note note, int at) {
        return Set.of("live", "mail", "proton", "outlook").contains(note.at(at + 1)) && afterDot(note, at + 1) < 0;
    }

    /** {@code maria dot garcia} and {@code m.garcia85} are one local part. */
    private static int localStart(Note note, int last) {
        int first = last;
        while (first > 0) {
            if (note.near(first - 1, "._-+", 1)) {
                first--;
            } else if (first > 1
                    && Set.of("dot", "punto", "underscore", "dash", "guion").contains(note.at(first - 1))
                    && note.near(first - 1, " ", 2)
                    && note.near(first - 2, " ", 2)) {
                first -= 2;
            } else {
                break;
            }
        }
        return first;
    }

    // --- any web address

    private static void urls(Note note, Findings findings) {
        String text = note.text();
        for (String scheme : List.of("http://", "https://", "hxxp://", "hxxps://", "www.", "http:", "https:")) {
            int end;
            for (int at = text.indexOf(scheme); at >= 0; at = text.indexOf(scheme, end)) {
                end = at + scheme.length();
                while (end < text.length()
                        && !Character.isWhitespace(text.charAt(end))
                        && "<>\"()".indexOf(text.charAt(end)) < 0) {
                    end++;
                }
                findings.add(Kind.URL, at, withoutStop(text, at + 1, end));
            }
        }
        for (int i = 0; i < note.size(); i++) {
            int last = bareDomain(note, i);
            if (last < 0) {
                continue;
            }
            int start = note.token(i).start();
            int end = note.token(last).end();
            if (end < text.length() && text.charAt(end) == '/') {
                while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
                    end++;
                }
            }
            end = withoutStop(text, start + 1, end);
            if (!findings.covers(start, end)) {
                findings.add(Kind.URL, start, end);
            }
            i = last;
        }
    }

    private static int withoutStop(String text, int from, int end) {
        int at = end;
        while (at > from && ".,;:!?'".indexOf(text.charAt(at - 1)) >= 0) {
            at--;
        }
        return at;
    }

    private static int bareDomain(Note note, int first) {
        if (first > 0
                && (note.touches(first - 1)
                        || note.gapAfter(first - 1).equals(".")
                        || note.gapAfter(first - 1).equals("-"))) {
            return -1;
        }
        int last = first;
        int dots = 0;
        boolean said = false;
        boolean letters = note.token(first).word();
        while (note.has(last + 1)) {
            String gap = note.gapAfter(last);
            if (gap.isEmpty() || gap.equals("-")) {
                last++;
            } else if (gap.equals(".")) {
                dots++;
                last++;
            } else if (gap.equals(" ")
                    && DOT.contains(note.at(last + 1))
                    && note.gapAfter(last + 1).equals(" ")
                    && SAID_TOP.contains(note.at(last + 2))) {
                dots++;
                said = true;
                last += 2;
            } else {
                break;
            }
            letters |= note.token(last).word();
        }
        if (dots == 0) {
            return -1;
        }
        if (!letters) {
            return dots == 3 && octets(note, first, last) ? last : -1;
        }
        String top = note.at(last);
        boolean path = note.after(note.token(last)) == '/';
        boolean written = said || !note.capitalized(last) || (note.capitalsOnly(last) && note.capitalsOnly(first));
        boolean enough = !NEEDS_PATH.contains(top) || path || dots >= 2;
        return TOP.contains(top) && written && enough && !note.touches(last) && longEnough(note, last) ? last : -1;
    }

    private static boolean longEnough(Note note, int last) {
        return last == 0 || note.token(last - 1).length() >= 2 || note.isNumber(last - 1);
    }

    private static boolean octets(Note note, int first, int last) {
        for (int i = first; i <= last; i++) {
            if (note.token(i).length() > 3 || Integer.parseInt(note.at(i)) > 255) {
                return false;
            }
        }
        return last - first == 3;
    }
}
