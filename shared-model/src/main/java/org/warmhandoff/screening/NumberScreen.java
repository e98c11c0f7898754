package org.warmhandoff.screening;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.warmhandoff.contact.PhoneNumber;
import org.warmhandoff.screening.Finding.Kind;
import org.warmhandoff.screening.Note.Token;
import org.warmhandoff.words.WordSet;

/**
 * Finds telephone and Social Security numbers: in their usual groups, in one run, digit by digit, and said in words. The
 * client's own numbers are found however they are grouped.
 *
 * <p>Sums, ZIP codes, years, times and ages have other groups and pass; a range like {@code 800-1200} and a pair of clock
 * times like {@code 930-1730} are told from a local number like {@code 555-0142} by their round ends.
 */
final class NumberScreen {

    private static final Map<String, String> SPOKEN = Map.ofEntries(
            Map.entry("zero", "0"),
            Map.entry("oh", "0"),
            Map.entry("one", "1"),
            Map.entry("two", "2"),
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("five", "5"),
            Map.entry("six", "6"),
            Map.entry("seven", "7"),
            Map.entry("eight", "8"),
            Map.entry("nine", "9"),
            Map.entry("cero", "0"),
            Map.entry("uno", "1"),
            Map.entry("dos", "2"),
            Map.entry("tres", "3"),
            Map.entry("cuatro", "4"),
            Map.entry("cinco", "5"),
            Map.entry("seis", "6"),
            Map.entry("siete", "7"),
            Map.entry("ocho", "8"),
            Map.entry("nueve", "9"));

    private static final Set<String> DASHES = Set.of("dash", "hyphen", "guion", "minus");

    private static final Set<String> LOOSE = WordSet.of("""
            dash hyphen guion minus then and y dot punto luego
            """);

    private static final Set<String> PHONE_WORDS = WordSet.of("""
            phone cell cellphone mobile tel telephone call calls text txt number reach dial ring whatsapp llamar
            llame llamen llamarla llamarlo cel celular movil telefono numero ph voicemail landline
            """);

    private static final Set<String> BETWEEN = WordSet.of("""
            is at on her him his the my me number no es al a num numero them us or can be reached phone cell
            """);

    private static final Set<String> SSN_WORDS = Set.of("ssn", "ssa", "social", "itin", "seguro");

    private static final Set<String> LAST_FOUR = WordSet.of("""
            last ends ending end ultimos termina terminan four digits ssn
            """);

    /** Some digits, said in one breath. */
    private record Digits(String digits, int first, int last, boolean spoken) {

        boolean single() {
            return digits.length() == 1;
        }
    }

    private final List<String> own;

    NumberScreen(List<PhoneNumber> phones) {
        this.own = phones.stream()
                .map(PhoneNumber::digits)
                .map(digits -> digits.length() == 11 && digits.startsWith("1") ? digits.substring(1) : digits)
                .toList();
    }

    void find(Note note, Findings findings) {
        BitSet taken = findings.taken();
        for (List<Digits> cluster : clusters(note, " .-()/_*·•|~,:+#'\"", 6, LOOSE, new BitSet())) {
            ownPhones(note, cluster, findings);
        }
        for (List<Digits> cluster : clusters(note, " .-()/_*·•|~", 4, DASHES, taken)) {
            shaped(note, cluster, findings);
            digitByDigit(note, cluster, findings);
        }
        for (List<Digits> cluster : clusters(note, " ,", 2, Set.of(), taken)) {
            digitByDigit(note, cluster.stream().allMatch(Digits::single) ? cluster : List.of(), findings);
        }
        masked(note, findings);
        lastFour(note, findings);
    }

    private static List<List<Digits>> clusters(
            Note note, String separators, int most, Set<String> fillers, BitSet taken) {
        List<List<Digits>> clusters = new ArrayList<>();
        List<Digits> cluster = new ArrayList<>();
        int reached = -1;
        for (int i = 0; i < note.size(); i++) {
            boolean adjoins = reached < 0 || note.near(i - 1, separators, most);
            if (!adjoins) {
                reached = close(clusters, cluster);
            }
            Digits digits = taken.get(i) ? null : digits(note, i, !cluster.isEmpty());
            if (digits != null) {
                cluster.add(digits);
                i = digits.last();
                reached = i;
            } else if (!cluster.isEmpty() && fillers.contains(note.at(i))) {
                reached = i;
            } else {
                reached = close(clusters, cluster);
            }
        }
        close(clusters, cluster);
        return clusters;
    }

    private static int close(List<List<Digits>> clusters, List<Digits> cluster) {
        if (!cluster.isEmpty()) {
            clusters.add(List.copyOf(cluster));
            cluster.clear();
        }
        return -1;
    }

    private static Digits digits(Note note, int index, boolean inside) {
        Token token = note.token(index);
        if (token.number()) {
            return new Digits(token.text(), index, index, false);
        }
        if (inside && token.text().equals("o")) {
            return new Digits("0", index, index, true);
        }
        int times = switch (token.text()) {
            case "double", "doble" -> 2;
            case "triple" -> 3;
            default -> 1;
        };
        int at = times == 1 ? index : index + 1;
        String digit = SPOKEN.get(note.at(at));
        if (digit == null && times > 1 && note.isNumber(at) && note.token(at).length() == 1) {
            digit = note.at(at);
        }
        return digit == null ? null : new Digits(digit.repeat(times), index, at, true);
    }

    private void ownPhones(Note note, List<Digits> cluster, Findings findings) {
        var all = new StringBuilder();
        cluster.forEach(each -> all.append(each.digits()));
        for (String number : own) {
            int at = all.indexOf(number);
            if (at >= 0) {
                addPhone(note, itemAt(cluster, at), itemAt(cluster, at + number.length() - 1), findings);
            }
            ownLocal(note, cluster, number, findings);
        }
    }

    private static Digits itemAt(List<Digits> cluster, int digit) {
        int passed = 0;
        for (Digits each : cluster) {
            passed += each.digits().length();
            if (digit < passed) {
                return each;
            }
        }
        throw new IllegalArgumentException("beyond the cluster");
    }

    /** The last seven digits, where they are groups of their own. */
    private static void ownLocal(Note note, List<Digits> cluster, String number, Findings findings) {
        String local = number.substring(Math.max(0, number.length() - 7));
        for (int i = 0; i < cluster.size(); i++) {
            var said = new StringBuilder();
            for (int j = i; j < cluster.size() && said.length() < local.length(); j++) {
                said.append(cluster.get(j).digits());
                if (said.toString().equals(local)) {
                    addPhone(note, cluster.get(i), cluster.get(j), findings);
                }
            }
        }
    }

    /** With the plus or the parenthesis that opens it. */
    private static void addPhone(Note note, Digits first, Digits last, Findings findings) {
        int start = note.token(first.first()).start();
        boolean parenthesis = start > 0
                && note.text().charAt(start - 1) == '('
                && note.gapAfter(first.last()).startsWith(")");
        boolean plus = start > 0 && note.text().charAt(start - 1) == '+';
        findings.add(
                Kind.PHONE,
                parenthesis || plus ? start - 1 : start,
                note.token(last.last()).end());
    }

    private static void shaped(Note note, List<Digits> cluster, Findings findings) {
        for (int i = 0; i < cluster.size(); i++) {
            if (isSum(note, cluster.get(i).first())) {
                continue;
            }
            int[] lengths = new int[5];
            for (int j = 0; j < lengths.length && i + j < cluster.size(); j++) {
                lengths[j] = cluster.get(i + j).digits().length();
            }
            int taken = phone(note, cluster, i, lengths);
            if (taken > 0) {
                addPhone(note, cluster.get(i), cluster.get(i + taken - 1), findings);
                i += taken - 1;
            } else if (ssn(cluster, i, lengths)) {
                int last = lengths[0] == 9 ? i : i + 2;
                findings.addTokens(
                        Kind.SSN, cluster.get(i).first(), cluster.get(last).last());
                i = last;
            }
        }
    }

    /** How many groups from here are a telephone number, or 0. */
    private static int phone(Note note, List<Digits> cluster, int i, int[] lengths) {
        String first = cluster.get(i).digits();
        boolean country = first.equals("1");
        if (lengths[0] == 10 || (lengths[0] == 11 && first.startsWith("1"))) {
            return 1;
        }
        if (country && lengths[1] == 10) {
            return 2;
        }
        int from = country ? 1 : 0;
        if (lengths[from] == 3 && lengths[from + 1] == 3 && from + 2 < 5 && lengths[from + 2] == 4) {
            return from + 3;
        }
        if (lengths[from] == 3
                && lengths[from + 1] == 3
                && lengths[from + 2] == 2
                && from + 3 < 5
                && lengths[from + 3] == 2) {
            return from + 4;
        }
        if ((lengths[from] == 3 && lengths[from + 1] == 7) || (lengths[from] == 6 && lengths[from + 1] == 4)) {
            return from + 2;
        }
        int abroad = abroad(note, cluster, i);
        if (abroad > 0) {
            return abroad;
        }
        boolean announced = announced(note, cluster.get(i).first());
        if (announced) {
            int groups = announcedGroups(cluster, i);
            if (groups > 0) {
                return groups;
            }
        }
        return local(note, cluster, i, lengths, announced) ? 2 : 0;
    }

    private static int abroad(Note note, List<Digits> cluster, int i) {
        Digits first = cluster.get(i);
        Token token = note.token(first.first());
        boolean plus = note.before(token) == '+';
        boolean prefix = first.digits().equals("011")
                || first.digits().equals("00")
                || (first.digits().startsWith("011") && first.digits().length() > 10);
        if (!plus && !prefix) {
            return 0;
        }
        int digits = 0;
        int groups = 0;
        for (int j = i; j < cluster.size() && digits + cluster.get(j).digits().length() <= 18; j++) {
            digits += cluster.get(j).digits().length();
            groups++;
        }
        return digits >= (plus ? 8 : 10) ? groups : 0;
    }

    private static int announcedGroups(List<Digits> cluster, int i) {
        int digits = 0;
        for (int j = i; j < cluster.size() && digits < 13; j++) {
            digits += cluster.get(j).digits().length();
            boolean last = j == cluster.size() - 1;
            if ((digits == 7 && last) || digits == 10 || (digits >= 11 && digits <= 13 && last)) {
                return j - i + 1;
            }
        }
        return 0;
    }

    /** "call her at": a number that follows is one to call. */
    private static boolean announced(Note note, int index) {
        for (int i = index - 1; i >= Math.max(0, index - 4); i--) {
            if (note.endsSentence(i)) {
                return false;
            }
            if (PHONE_WORDS.contains(note.at(i))) {
                return true;
            }
            if (!BETWEEN.contains(note.at(i))) {
                return false;
            }
        }
        return false;
    }

    private static boolean local(Note note, List<Digits> cluster, int i, int[] lengths, boolean announced) {
        if (lengths[0] != 3 || lengths[1] != 4 || cluster.get(i).digits().charAt(0) < '2') {
            return false;
        }
        Digits exchange = cluster.get(i);
        Digits line = cluster.get(i + 1);
        String gap = note.gapAfter(exchange.last()).strip();
        boolean tight = gap.equals("-") || gap.equals(".") || gap.equals("_");
        boolean alone = !tightBefore(note, exchange.first()) && !tightAfter(note, line.last());
        return alone && (announced || (tight && !range(exchange.digits(), line.digits())));
    }

    private static boolean tightBefore(Note note, int index) {
        return index > 0
                && note.isNumber(index - 1)
                && ("-./,:".contains(note.gapBefore(index).strip())
                        && !note.gapBefore(index).isBlank());
    }

    private static boolean tightAfter(Note note, int index) {
        String gap = note.gapAfter(index);
        return note.isNumber(index + 1) && gap.length() == 1 && "-./,:".contains(gap);
    }

    /** Two sums or two times of day. */
    private static boolean range(String low, String high) {
        int from = Integer.parseInt(low);
        int to = Integer.parseInt(high);
        boolean round = from % 50 == 0 && to % 50 == 0 && from < to;
        boolean times = from % 100 % 15 == 0
                && from % 100 < 60
                && to % 100 % 15 == 0
                && to % 100 < 60
                && to < 2400
                && from < to;
        return round || times;
    }

    private static boolean ssn(List<Digits> cluster, int i, int[] lengths) {
        boolean alone = i == 0 || cluster.get(i - 1).digits().length() != 3;
        return lengths[0] == 9 || (alone && lengths[0] == 3 && lengths[1] == 2 && lengths[2] == 4);
    }

    private static boolean isSum(Note note, int index) {
        char before = note.before(note.token(index));
        return before == '$' || before == '€' || note.gapBefore(index).strip().endsWith("$");
    }

    /** Digits one by one, in figures or words, and such a number with some of its groups whole. */
    private static void digitByDigit(Note note, List<Digits> cluster, Findings findings) {
        for (int i = 0; i < cluster.size(); i++) {
            int best = -1;
            int digits = 0;
            int apart = 0;
            boolean spoken = false;
            int atBest = 0;
            for (int j = i; j < cluster.size() && digits < 13; j++) {
                Digits each = cluster.get(j);
                if (!each.spoken()
                        && !each.single()
                        && each.digits().length() != 3
                        && each.digits().length() != 4) {
                    break;
                }
                digits += each.digits().length();
                apart += each.single() || each.spoken() ? 1 : 0;
                spoken |= each.spoken();
                if (apart >= (spoken ? 2 : 3)
                        && (digits == 7 || digits == 9 || digits == 10 || digits == 11)
                        && !rising(cluster, i, j)) {
                    best = j;
                    atBest = digits;
                }
            }
            if (best >= 0 && complete(cluster, i, best, atBest)) {
                if (atBest == 9) {
                    findings.addTokens(
                            Kind.SSN, cluster.get(i).first(), cluster.get(best).last());
                } else {
                    addPhone(note, cluster.get(i), cluster.get(best), findings);
                }
                i = best;
            }
        }
    }

    /** Seven digits are a number only if they stand for themselves; nine the same. */
    private static boolean complete(List<Digits> cluster, int from, int to, int digits) {
        boolean whole = from == 0 && to == cluster.size() - 1;
        return digits >= 10
                || (whole && (digits == 9 || cluster.get(from).digits().charAt(0) >= '2'));
    }

    /** The ages of children, one after the other, rise or fall. */
    private static boolean rising(List<Digits> cluster, int from, int to) {
        boolean rising = true;
        boolean falling = true;
        for (int i = from; i < to; i++) {
            int one = Integer.parseInt(cluster.get(i).digits());
            int next = Integer.parseInt(cluster.get(i + 1).digits());
            rising &= one <= next;
            falling &= one >= next;
        }
        return rising || falling;
    }

    /** {@code xxx-xx-6789} hides too little. */
    private static void masked(Note note, Findings findings) {
        String text = note.text();
        for (int i = 0; i < note.size(); i++) {
            Token token = note.token(i);
            if (!token.number() || token.length() != 4) {
                continue;
            }
            int at = token.start();
            int hidden = 0;
            while (at > 0 && token.start() - at < 10 && "x*#•- ".indexOf(text.charAt(at - 1)) >= 0) {
                at--;
                hidden += "x*#•".indexOf(text.charAt(at)) >= 0 ? 1 : 0;
            }
            if (hidden == 5) {
                while (text.charAt(at) == ' ' || text.charAt(at) == '-') {
                    at++;
                }
                findings.add(Kind.SSN, at, token.end());
            }
        }
    }

    /** "last four of her social are 6789". */
    private static void lastFour(Note note, Findings findings) {
        for (int i = 0; i < note.size(); i++) {
            if (!SSN_WORDS.contains(note.at(i))
                    || (note.at(i).equals("social") && SOCIAL_THINGS.contains(note.at(i + 1)))) {
                continue;
            }
            boolean last = false;
            for (int j = Math.max(0, i - 5); j < i; j++) {
                last |= LAST_FOUR.contains(note.at(j));
            }
            for (int j = i + 1; j <= i + 6 && note.has(j) && !note.endsSentence(j - 1); j++) {
                last |= LAST_FOUR.contains(note.at(j));
                boolean year = note.at(j).startsWith("19") || note.at(j).startsWith("20");
                if (note.isNumber(j) && note.token(j).length() == 4 && !isSum(note, j) && (!year || last)) {
                    findings.addTokens(Kind.SSN, j, j);
                }
            }
        }
    }

    private static final Set<String> SOCIAL_THINGS = WordSet.of("""
            worker workers work services service skills support media group groups needs isolation
            """);
}
