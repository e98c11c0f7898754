package org.warmhandoff.screening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.warmhandoff.client.Name;
import org.warmhandoff.screening.Finding.Kind;
import org.warmhandoff.words.WordSet;

/**
 * Finds the client's own name: each word of it, in any case and spelling, with a possessive, dotted, spaced, joined, with
 * initials, with one letter wrong (from six letters on).
 *
 * <p>Some names are ordinary words: Will Young, Rose, May, Cruz, and every name of two letters. In plain lower case, such a
 * word passes: otherwise a caseworker could not write {@code she will need a bed} about Will. It is found wherever it is used
 * as a name: with a capital inside a sentence; at the beginning of one before what people do ({@code Rose needs}); beside the
 * client's other name, its initial or a title; with {@code 's}. Not found is a capital that belongs to something else: a
 * month ({@code in May}), a language ({@code speaks English}), a place ({@code King County}, {@code Hope House}).
 */
final class NameScreen {

    private static final int FUZZY_FROM = 6;
    private static final int PIECES_FROM = 3;

    private static final Set<String> PARTICLES = WordSet.of("""
            de la las los del van von der den da dos das di el al bin ibn san santa st y e le du des ter ten abu
            bint jr sr ii iii iv mac mc
            """);

    private static final Set<String> TITLES = WordSet.of("""
            mr mrs ms miss mx dr sr sra srta senor senora senorita don dona mister named aka alias llamada
            llamado
            """);

    private static final Set<String> DOES = WordSet.of("""
            needs wants lives has is was said says asked asks called calls told lost works worked speaks moved
            feels came went reports reported stated states stays stayed sleeps takes receives received applied
            prefers would can cannot does doesn did didn got gets uses attends qualifies hopes likes plans
            arrived arrives left missed requested requests agreed agrees lived also and who had isn wasn hasn
            shared mentioned explained lacks cares struggles struggled seeks recently currently just could
            should will may must might requires required became began begins brought brings broke comes
            confirmed decided declined eats enjoys experiences experienced faces fell finds found fled gave goes
            graduated helps identifies keeps knows learned loves looks made makes met never often owes owns pays
            paid passed remains returned runs seems served signed started still stopped suffers suffered
            supports talked thinks took tried tries usually visited waits walks walked wears wishes writes wrote
            aged or age tiene necesita vive quiere dice es esta fue perdio trabaja habla busca pide recibe llego
            llamo y
            """);

    private static final Set<String> SURELY_DOES = WordSet.of("""
            needs wants lives says said asked called told lost works speaks moved feels reports reported stated
            has stays sleeps applied requested prefers necesita vive quiere tiene trabaja perdio
            """);

    private static final Set<String> TOWARDS = WordSet.of("""
            with told called met saw contacted con llame hable
            """);

    private static final Set<String> PLACES = WordSet.of("""
            county street st ave avenue house church center centre shelter clinic park school hospital services
            service foundation food bank housing lake river city adult adults garden gardens care health home
            homes way library college apartments program place village hall road drive lane transit metro line
            card pass mission community network ministries chapel temple parish alliance heights hill valley
            beach springs university pantry kitchen club mart cross court tower towers manor terrace boulevard
            blvd plaza market
            """);

    private static final Set<String> MONTHS = WordSet.of("""
            may april june august mayo abril junio julio agosto march
            """);
    private static final Set<String> BEFORE_MONTHS = WordSet.of("""
            in since until till early late mid this next last every during through en desde hasta de
            """);
    private static final Set<String> DAYS = Set.of("monday", "friday", "sunday", "domingo", "saturday");
    private static final Set<String> BEFORE_DAYS = WordSet.of("""
            on this next last every by until since el each
            """);
    private static final Set<String> LANGUAGES =
            Set.of("english", "french", "german", "spanish", "ingles", "frances", "aleman");
    private static final Set<String> BEFORE_LANGUAGES = WordSet.of("""
            speaks speak speaking in of limited no some fluent learning only primary little and or not reads
            understands habla good basic for an the to
            """);

    private static final Set<String> ABBREVIATIONS = WordSet.of("""
            am pm us id ad bc eg ie st dr jr sr po er ed pt ot un eu uk la ny dc wa or ca tx fl il ma md rn pa
            np sw ne se nw vs tb bp hr dv iv ok tv ps pc va ee
            """);

    private static final String APART = " .-_*·•/|~,+";

    /** @param ordinary whether it is a word of prose too */
    private record Own(String text, boolean given, boolean ordinary) {}

    private final Map<String, Own> words = new HashMap<>();
    private final List<String> joined = new ArrayList<>();
    private final List<String> unspaced = new ArrayList<>();
    private final boolean apostrophe;
    private final String initials;

    NameScreen(Name name) {
        List<String> given = parts(name.given());
        List<String> family = parts(name.family());
        given.forEach(word -> own(word, true));
        family.forEach(word -> own(word, false));
        ownWhole(name.given(), true);
        ownWhole(name.family(), false);
        apostrophe = Note.of(name.full()).text().indexOf('\'') >= 0;
        if (!given.isEmpty() && !family.isEmpty()) {
            String first = String.join("", given);
            String last = String.join("", family);
            joined.addAll(List.of(first + last, last + first, given.getFirst() + last, last + given.getFirst()));
            joined.removeIf(word -> word.length() < 6);
            initials = first.substring(0, 1) + last.substring(0, 1);
        } else {
            initials = "";
        }
    }

    /** The words that name: what only connects them is left out, unless nothing else is there. */
    private static List<String> parts(String text) {
        Note note = Note.of(text.replaceAll("['’]", ""));
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < note.size(); i++) {
            if (note.isWord(i)) {
                parts.add(note.at(i));
            }
        }
        List<String> naming = parts.stream()
                .filter(part -> !PARTICLES.contains(part) && part.length() > 1)
                .toList();
        return naming.isEmpty() ? parts : naming;
    }

    private void own(String word, boolean given) {
        if (word.codePoints().anyMatch(NameScreen::hasNoSpaces)) {
            unspaced.add(word);
        } else if (word.length() > 1) {
            words.putIfAbsent(word, new Own(word, given, word.length() == 2 || OrdinaryWords.isOrdinary(word)));
        }
    }

    /** {@code Mary Ann} is {@code maryann} too, and {@code de la Cruz} {@code delacruz}. */
    private void ownWhole(String text, boolean given) {
        Note note = Note.of(text.replaceAll("['’]", ""));
        if (note.size() > 1) {
            var whole = new StringBuilder();
            for (int i = 0; i < note.size(); i++) {
                whole.append(note.at(i));
            }
            if (whole.length() >= 4) {
                own(whole.toString(), given);
            }
        }
    }

    private static boolean hasNoSpaces(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    void find(Note note, Findings findings) {
        for (int i = 0; i < note.size(); i++) {
            Own own = ownAt(note, i);
            if (own != null && (!own.ordinary() || nameLike(note, i, own))) {
                int first = initialBefore(note, i, own) ? i - 1 : i;
                findings.addTokens(Kind.NAME, first, initialAfter(note, i, own) ? i + 1 : i);
            } else if (own == null && note.isWord(i) && (misspelt(note, i) || isJoined(note.at(i)))) {
                findings.addTokens(Kind.NAME, i, i);
            }
            int last = Math.max(inPieces(note, i), Math.max(withDigits(note, i), initials(note, i)));
            if (last > i) {
                findings.addTokens(Kind.NAME, i, last);
            }
            introduced(note, i, findings);
        }
        for (String word : unspaced) {
            for (int at = note.text().indexOf(word); at >= 0; at = note.text().indexOf(word, at + 1)) {
                findings.add(Kind.NAME, at, at + word.length());
            }
        }
    }

    private Own ownAt(Note note, int index) {
        if (!note.isWord(index)) {
            return null;
        }
        String word = note.at(index);
        Own own = words.get(word);
        if (own == null && word.length() > 4 && word.endsWith("s") && !OrdinaryWords.isOrdinary(word)) {
            own = words.get(word.substring(0, word.length() - 1));
        }
        return own;
    }

    // --- names that are words

    private boolean nameLike(Note note, int i, Own own) {
        if (own.text().equals("ray") && note.at(i - 1).equals("x")) {
            return false;
        }
        return besideOther(note, i, own)
                || (TITLES.contains(note.at(i - 1)) && note.near(i - 1, " .", 2))
                || possessive(note, i)
                || initialBefore(note, i, own)
                || initialAfter(note, i, own)
                || capital(note, i, own);
    }

    private boolean besideOther(Note note, int i, Own own) {
        int next = note.at(i + 1).length() == 1 && note.near(i, " .", 2) && note.has(i + 2) ? i + 2 : i + 1;
        Own after = note.near(next - 1, " .,-_", 3) ? ownAt(note, next) : null;
        if (after != null && !after.text().equals(own.text())) {
            boolean inOrder =
                    own.given() && !after.given() && !note.gapAfter(next - 1).contains(",");
            boolean reversed =
                    !own.given() && after.given() && note.gapAfter(next - 1).contains(",");
            return inOrder || reversed || (note.capitalized(i) && note.capitalized(next)) || !after.ordinary();
        }
        int previous = i > 1 && note.at(i - 1).length() == 1 && note.near(i - 1, " .", 2) ? i - 2 : i - 1;
        Own before = previous >= 0 && note.near(previous, " .,-_", 3) ? ownAt(note, previous) : null;
        if (before != null && !before.text().equals(own.text())) {
            boolean inOrder =
                    before.given() && !own.given() && !note.gapAfter(previous).contains(",");
            boolean reversed =
                    !before.given() && own.given() && note.gapAfter(previous).contains(",");
            return inOrder || reversed || (note.capitalized(i) && note.capitalized(previous)) || !before.ordinary();
        }
        return false;
    }

    private static boolean possessive(Note note, int i) {
        return note.gapAfter(i).equals("'") && note.at(i + 1).equals("s") && !note.touches(i + 1);
    }

    /** {@code W. Young}, {@code W Young}; not {@code a young}. */
    private boolean initialBefore(Note note, int i, Own own) {
        if (own.given() || initials.isEmpty() || i == 0 || !note.at(i - 1).equals(initials.substring(0, 1))) {
            return false;
        }
        String gap = note.gapAfter(i - 1);
        boolean dotted = gap.equals(".") || gap.equals(". ");
        boolean capitals = gap.equals(" ") && note.capitalized(i - 1) && note.capitalized(i) && !note.allCapitals();
        return (dotted && !(note.isWord(i - 2) && note.gapAfter(i - 2).equals("."))) || capitals;
    }

    /** {@code Grace P.} */
    private boolean initialAfter(Note note, int i, Own own) {
        return own.given()
                && !initials.isEmpty()
                && note.at(i + 1).equals(initials.substring(1))
                && note.gapAfter(i).equals(" ")
                && (note.gapAfter(i + 1).startsWith(".") || !note.has(i + 2))
                && (note.capitalized(i) || !own.ordinary());
    }

    private boolean capital(Note note, int i, Own own) {
        boolean starts = note.startsSentence(i);
        String next = note.near(i, " '", 1) ? note.at(i + 1) : "";
        if (note.allCapitals() || note.capitalsOnly(i)) {
            return (starts && DOES.contains(next) && !next.equals("and"))
                    || TOWARDS.contains(note.at(i - 1))
                    || (next.isEmpty() && SURELY_DOES.contains(note.at(i - 1)));
        }
        if (!note.capitalized(i)) {
            return starts && SURELY_DOES.contains(next);
        }
        if (partOfSomethingElse(note, i, own)) {
            return false;
        }
        return !starts
                || DOES.contains(next)
                || !note.gapAfter(i).equals(" ")
                || !note.has(i + 1)
                || ageFollows(note, i);
    }

    /** {@code Rose 34 yo}. */
    private static boolean ageFollows(Note note, int i) {
        return note.isNumber(i + 1)
                && Set.of("yo", "y", "yr", "yrs", "year", "years").contains(note.at(i + 2));
    }

    private static boolean partOfSomethingElse(Note note, int i, Own own) {
        String before = note.at(i - 1);
        String after = note.near(i, " ", 1) ? note.at(i + 1) : "";
        if (!after.isEmpty() && PLACES.contains(after) && note.capitalized(i + 1)) {
            return true;
        }
        if (MONTHS.contains(own.text())) {
            boolean number = (note.isNumber(i + 1) && note.near(i, " .,'", 2))
                    || (i > 0
                            && (note.isNumber(i - 1) || (note.isNumber(i - 2) && note.touches(i - 2)))
                            && note.near(i - 1, " -/", 1));
            boolean endOf = before.equals("of")
                    && Set.of("end", "middle", "beginning", "start", "rest", "month", "first", "last")
                            .contains(note.at(i - 2));
            return number || endOf || BEFORE_MONTHS.contains(before);
        }
        return (DAYS.contains(own.text()) && BEFORE_DAYS.contains(before))
                || (LANGUAGES.contains(own.text())
                        && (note.startsSentence(i)
                                || BEFORE_LANGUAGES.contains(before)
                                || Set.of(
                                                "speaking",
                                                "class",
                                                "classes",
                                                "speaker",
                                                "only",
                                                "language",
                                                "proficiency",
                                                "lessons")
                                        .contains(after)));
    }

    // --- names in disguise

    private boolean misspelt(Note note, int i) {
        String word = note.at(i);
        if (word.length() < FUZZY_FROM - 1) {
            return false;
        }
        for (Own own : words.values()) {
            if (own.text().length() >= FUZZY_FROM && !own.ordinary() && oneApart(word, own.text())) {
                // A word of prose is a slip only where it stands like a name: "spoke with Gracia".
                return !OrdinaryWords.isCommon(word) || capital(note, i, own);
            }
        }
        return false;
    }

    private boolean isJoined(String word) {
        return joined.stream().anyMatch(word::contains);
    }

    /** One letter more, less, other, or two swapped. */
    static boolean oneApart(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 1 || one.equals(other)) {
            return false;
        }
        int same = 0;
        int shorter = Math.min(one.length(), other.length());
        while (same < shorter && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        int sameAtEnd = 0;
        while (sameAtEnd < shorter - same
                && one.charAt(one.length() - 1 - sameAtEnd) == other.charAt(other.length() - 1 - sameAtEnd)) {
            sameAtEnd++;
        }
        int left = one.length() - same - sameAtEnd;
        int right = other.length() - same - sameAtEnd;
        return (left <= 1 && right <= 1)
                || (left == 2
                        && right == 2
                        && one.charAt(same) == other.charAt(same + 1)
                        && one.charAt(same + 1) == other.charAt(same));
    }

    /** The last token of a name that begins here and is written in pieces, or -1. */
    private int inPieces(Note note, int from) {
        if (!note.isWord(from)) {
            return -1;
        }
        int longest = -1;
        for (Own own : words.values()) {
            longest = Math.max(longest, piecesOf(own.text(), note, from));
        }
        for (String whole : joined) {
            longest = Math.max(longest, piecesOf(whole, note, from));
        }
        return longest;
    }

    private int piecesOf(String name, Note note, int from) {
        if (name.length() < PIECES_FROM
                || note.token(from).length() >= name.length()
                || !name.startsWith(note.at(from))) {
            return -1;
        }
        int matched = 0;
        boolean prose = true;
        boolean letters = true;
        String separators = apostrophe ? APART + "'" : APART;
        for (int i = from; note.isWord(i) && matched < name.length(); i++) {
            if ((i > from && !note.near(i - 1, separators, 3)) || !name.startsWith(note.at(i), matched)) {
                return -1;
            }
            matched += note.token(i).length();
            prose &= OrdinaryWords.isCommon(note.at(i))
                    || (note.token(i).length() <= 2 && PROSE_OF_TWO.contains(note.at(i)));
            letters &= note.token(i).length() == 1;
            if (matched == name.length()) {
                return prose || (name.length() == PIECES_FROM && !letters) ? -1 : i;
            }
        }
        return -1;
    }

    private static final Set<String> PROSE_OF_TWO = WordSet.of("""
            a i an as at am be by do go he if in is it me my no of on or so to up us we y o de la el en es un su
            se al lo le ya si mi tu te ha
            """);

    /** {@code M4ria}: figures for letters. */
    private int withDigits(Note note, int from) {
        if (!note.touches(from)) {
            return -1;
        }
        var read = new StringBuilder();
        int last = from;
        boolean figures = false;
        for (int i = from; note.has(i) && read.length() < 40; i++) {
            figures |= note.isNumber(i);
            for (char letter : note.at(i).toCharArray()) {
                int figure = "0134578".indexOf(letter);
                read.append(figure < 0 ? letter : "oieastb".charAt(figure));
            }
            last = i;
            if (!note.touches(i)) {
                break;
            }
        }
        Own own = figures ? words.get(read.toString()) : null;
        return own != null && own.text().length() >= 4 ? last : -1;
    }

    /** {@code M.G.} in capitals: HHS counts initials as parts of a name. */
    private int initials(Note note, int i) {
        boolean two = !initials.isEmpty()
                && !ABBREVIATIONS.contains(initials)
                && note.at(i).equals(initials.substring(0, 1))
                && note.at(i + 1).equals(initials.substring(1))
                && note.near(i, ".", 1)
                && !note.touches(i)
                && note.after(note.token(i + 1)) == '.';
        if (!two || !note.capitalized(i) || !note.capitalized(i + 1)) {
            return -1;
        }
        boolean longer =
                (i > 0 && note.gapAfter(i - 1).equals(".") && note.at(i - 1).length() == 1)
                        || (note.gapAfter(i + 1).equals(".") && note.at(i + 2).length() == 1);
        return longer ? -1 : i + 1;
    }

    /** "Her name is Sofia": whoever it is, it is a name. */
    private static void introduced(Note note, int i, Findings findings) {
        boolean is = Set.of("is", "es", "was").contains(note.at(i))
                && Set.of("name", "nombre").contains(note.at(i - 1))
                && WordSet.of("""
            my her his their s client full real legal first last su mi
            """).contains(note.at(i - 2));
        boolean llama = Set.of("llama", "llamo").contains(note.at(i))
                && Set.of("se", "me").contains(note.at(i - 1));
        boolean colon = Set.of("name", "nombre").contains(note.at(i))
                && note.gapAfter(i).startsWith(":")
                && (note.startsSentence(i)
                        || Set.of("client", "full", "patient", "participant", "her", "his")
                                .contains(note.at(i - 1)));
        if (!(is || llama || colon) || !note.isWord(i + 1) || !note.capitalized(i + 1)) {
            return;
        }
        int last = i + 1;
        while (last < i + 3 && note.isWord(last + 1) && note.near(last, " ", 1) && note.capitalized(last + 1)) {
            last++;
        }
        findings.addTokens(Kind.NAME, i + 1, last);
    }
}
