package org.warmhandoff.screening;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.warmhandoff.screening.Finding.Kind;
import org.warmhandoff.screening.Note.Token;
import org.warmhandoff.words.WordSet;

/**
 * Finds dates of birth: the client's own however it is written, any full date more than two years past, and a date that
 * follows {@code born}, {@code birth} or {@code DOB}. Other dates pass: appointments and deadlines are what notes are for.
 */
final class DateScreen {

    private static final int YEARS_PAST = 2;
    private static final int OLDEST = 1900;
    private static final String SEPARATORS = " ,.-/'\\_|:*·";
    private static final int FARTHEST = 6;

    private static final Set<String> SKIPPED = WordSet.of("""
            the of de del day and y in th st nd rd el year month dia mes ano o a ro thang nam ngay
            """);
    private static final Set<String> SUFFIXES = Set.of("th", "st", "nd", "rd", "o", "a", "ro");
    private static final Set<String> BIRTH = WordSet.of("""
            born birth dob birthday birthdate bday nacido nacida nacio naci nacimiento cumpleanos fdn birthdays
            cumple
            """);
    private static final Set<String> NOT_OF_BIRTH = WordSet.of("""
            certificate certificates cert control parent parents mother mothers father plan center centre class
            classes due appointment by before until party gift present records record antes cita fiesta coach
            doula defects weight family country needs need deadline abroad
            """);
    private static final Set<String> CERTIFICATE = Set.of("acta", "certificado", "partida", "actas");
    private static final Set<String> UNITS = WordSet.of("""
            minutes minute mins min hours hour hrs hr days day weeks week months years year yrs yr yo lbs lb
            people kids children percent times dollars blocks miles beds units bags boxes mg ml anos dias horas
            minutos personas
            """);

    private final Optional<LocalDate> own;
    private final LocalDate today;
    private final Set<String> ownCompact;
    private final List<List<String>> ownDays;
    private final List<List<String>> ownMonths;
    private final List<List<String>> ownYears;

    DateScreen(Optional<LocalDate> birthDate, LocalDate today) {
        this.own = birthDate;
        this.today = today;
        this.ownCompact = birthDate.map(DateScreen::compact).orElse(Set.of());
        this.ownDays = birthDate.map(date -> days(date.getDayOfMonth())).orElse(List.of());
        this.ownMonths = birthDate.map(date -> months(date.getMonthValue())).orElse(List.of());
        this.ownYears = birthDate.map(date -> years(date.getYear())).orElse(List.of());
    }

    private static Set<String> compact(LocalDate date) {
        String year = "%04d".formatted(date.getYear());
        Set<String> written = new LinkedHashSet<>();
        for (String day : List.of("%02d".formatted(date.getDayOfMonth()), String.valueOf(date.getDayOfMonth()))) {
            for (String month : List.of("%02d".formatted(date.getMonthValue()), String.valueOf(date.getMonthValue()))) {
                for (String full : List.of(year, year.substring(2))) {
                    written.addAll(
                            List.of(month + day + full, day + month + full, full + month + day, full + day + month));
                }
            }
        }
        written.removeIf(digits -> digits.length() < 6);
        return Set.copyOf(written);
    }

    private static List<List<String>> days(int day) {
        return words(new LinkedHashSet<>(List.of(
                String.valueOf(day),
                "%02d".formatted(day),
                Calendar.ordinal(day),
                Calendar.cardinal(day),
                Calendar.cardinal2(day),
                Calendar.numero(day),
                day == 1 ? "primero" : Calendar.numero(day))));
    }

    private static List<List<String>> months(int month) {
        Set<String> said = new LinkedHashSet<>(List.of(
                String.valueOf(month),
                "%02d".formatted(month),
                Calendar.cardinal(month),
                Calendar.cardinal2(month),
                Calendar.numero(month),
                Calendar.roman(month)));
        said.addAll(Calendar.names(month));
        return words(said);
    }

    private static List<List<String>> years(int year) {
        Set<String> said = new LinkedHashSet<>(Calendar.spokenYear(year));
        said.add(String.valueOf(year));
        said.add("%02d".formatted(year % 100));
        return words(said);
    }

    /** The longest first, so that "twenty first" is not read as "twenty". */
    private static List<List<String>> words(Set<String> said) {
        return said.stream()
                .distinct()
                .map(each -> List.of(each.split(" ")))
                .sorted((one, other) -> other.size() - one.size())
                .toList();
    }

    void find(Note note, Findings findings) {
        for (int i = 0; i < note.size(); i++) {
            int last = ownDate(note, i);
            if (last < 0) {
                last = fullDate(note, i);
            }
            if (last >= 0) {
                findings.addTokens(Kind.BIRTH_DATE, i, last);
                i = last;
            } else if (birthWord(note, i) >= 0) {
                afterBirth(note, birthWord(note, i), findings);
            }
        }
        ownDigitByDigit(note, findings);
    }

    // --- the client's own

    private int ownDate(Note note, int from) {
        if (own.isEmpty()) {
            return -1;
        }
        Token token = note.token(from);
        if (token.number() && ownCompact.contains(token.text()) && note.before(token) != '$') {
            return from;
        }
        int last = inOrder(note, from, ownMonths, ownDays, ownYears);
        last = Math.max(last, inOrder(note, from, ownDays, ownMonths, ownYears));
        last = Math.max(last, inOrder(note, from, ownYears, ownMonths, ownDays));
        return Math.max(last, inOrder(note, from, ownYears, ownDays, ownMonths));
    }

    private static int inOrder(
            Note note, int from, List<List<String>> first, List<List<String>> second, List<List<String>> third) {
        int after = one(note, from, first);
        after = after < 0 ? -1 : one(note, skip(note, after), second);
        after = after < 0 ? -1 : one(note, skip(note, after), third);
        return after - 1 < 0 ? -1 : after - 1;
    }

    /** The token after any of these, said here; or -1. */
    private static int one(Note note, int from, List<List<String>> ways) {
        for (List<String> way : ways) {
            int at = from;
            for (String word : way) {
                int here = at == from ? at : skip(note, at);
                if (!note.at(here).equals(word)) {
                    at = -1;
                    break;
                }
                at = here + 1;
            }
            if (at >= 0 && note.has(from)) {
                return at;
            }
        }
        return -1;
    }

    private static int skip(Note note, int from) {
        int at = from;
        while (note.has(at) && note.near(at - 1, SEPARATORS, 4) && SKIPPED.contains(note.at(at))) {
            at++;
        }
        return note.has(at) && note.near(at - 1, SEPARATORS, 4) ? at : note.size();
    }

    private void ownDigitByDigit(Note note, Findings findings) {
        if (own.isEmpty()) {
            return;
        }
        for (int i = 0; i < note.size(); i++) {
            var digits = new StringBuilder();
            for (int j = i;
                    note.isNumber(j) && digits.length() < 8 && (j == i || note.near(j - 1, " ./-_,*", 3));
                    j++) {
                digits.append(note.at(j));
                if (j > i + 1 && ownCompact.contains(digits.toString())) {
                    findings.addTokens(Kind.BIRTH_DATE, i, j);
                }
            }
        }
    }

    // --- any full date

    /** The last token of a full date that begins here and lies more than two years back, or -1. */
    private int fullDate(Note note, int from) {
        Token token = note.token(from);
        if (token.number() && token.length() == 8 && note.before(token) != '$' && compactPast(token.text())) {
            return from;
        }
        int last = numeric(note, from);
        return last >= 0 ? last : textual(note, from);
    }

    private boolean compactPast(String digits) {
        int a = Integer.parseInt(digits.substring(0, 4));
        int b = Integer.parseInt(digits.substring(4));
        return past(a, b / 100, b % 100) || past(b, a / 100, a % 100) || past(b, a % 100, a / 100);
    }

    private int numeric(Note note, int from) {
        if (!note.isNumber(from) || !note.isNumber(from + 1) || !note.isNumber(from + 2)) {
            return -1;
        }
        String gap = note.gapAfter(from).strip();
        if (gap.length() != 1
                || "/-.\\_".indexOf(gap.charAt(0)) < 0
                || !note.gapAfter(from + 1).strip().equals(gap)
                || note.gapAfter(from).length() > 3
                || note.gapAfter(from + 1).length() > 3
                || partOfLonger(note, from, from + 2)) {
            return -1;
        }
        String first = note.at(from);
        int b = small(note.at(from + 1));
        String last = note.at(from + 2);
        if (b < 0) {
            return -1;
        }
        if (first.length() == 4 && small(last) > 0) {
            int year = Integer.parseInt(first);
            return past(year, b, small(last)) || past(year, small(last), b) ? from + 2 : -1;
        }
        int a = small(first);
        if (a < 0
                || (last.length() != 4 && last.length() != 2)
                || (last.length() == 2 && UNITS.contains(note.at(from + 3)))) {
            return -1;
        }
        int year = last.length() == 4 ? Integer.parseInt(last) : ofTwoDigits(Integer.parseInt(last));
        return past(year, a, b) || (!valid(year, a, b) && past(year, b, a)) ? from + 2 : -1;
    }

    /** {@code 10.0.0.1} and longer chains are no dates; a following time ({@code T10:30}) does no harm. */
    private static boolean partOfLonger(Note note, int first, int last) {
        boolean before = note.isNumber(first - 1)
                && note.gapAfter(first - 1).length() == 1
                && "/-.".contains(note.gapAfter(first - 1));
        boolean after =
                note.isNumber(last + 1) && note.gapAfter(last).length() == 1 && "/-.".contains(note.gapAfter(last));
        return before || after;
    }

    private static int small(String digits) {
        return digits.length() <= 2 ? Integer.parseInt(digits) : -1;
    }

    /** Nobody plans further ahead than two years in a note. */
    private int ofTwoDigits(int year) {
        int here = today.getYear() % 100;
        int century = today.getYear() - here;
        return year <= here + 2 ? century + year : century - 100 + year;
    }

    private int textual(Note note, int from) {
        Part part = new Part(note);
        if (Calendar.month(note.at(from)) > 0 && note.isWord(from)) {
            int month = Calendar.month(note.at(from));
            int day = part.day(part.next(from));
            int year = day < 0 ? -1 : part.year(part.next(part.afterDay), part.afterDay - 1);
            return year > 0 && past(year, month, day) ? part.afterYear - 1 : -1;
        }
        int day = part.day(from);
        if (day > 0) {
            int at = part.next(part.afterDay - 1);
            int month = note.isWord(at) ? Calendar.month(note.at(at)) : 0;
            int year = month == 0 ? -1 : part.year(part.next(at), at);
            if (year > 0 && past(year, month, day)) {
                return part.afterYear - 1;
            }
        }
        int year = note.isNumber(from) && note.token(from).length() == 4 ? Integer.parseInt(note.at(from)) : -1;
        if (year >= OLDEST) {
            int at = part.next(from);
            int month = note.isWord(at) ? Calendar.month(note.at(at)) : 0;
            int dayAfter = month == 0 ? -1 : part.day(part.next(at));
            if (dayAfter > 0 && past(year, month, dayAfter)) {
                return part.afterDay - 1;
            }
        }
        return -1;
    }

    /** Reads one part of a date and remembers where it ended. */
    private final class Part {
        private final Note note;
        private int afterDay;
        private int afterYear;

        Part(Note note) {
            this.note = note;
        }

        /** The next token that says something, or one that does not exist. */
        int next(int index) {
            return index < 0 ? note.size() : skip(note, index + 1);
        }

        int day(int index) {
            if (!note.isNumber(index) || small(note.at(index)) < 1 || small(note.at(index)) > 31) {
                return -1;
            }
            boolean suffix = note.touches(index) && SUFFIXES.contains(note.at(index + 1));
            afterDay = suffix ? index + 2 : index + 1;
            return small(note.at(index));
        }

        int year(int index, int before) {
            int at = index;
            if (!note.isNumber(at)) {
                at = skip(note, before + 1);
            }
            if (!note.isNumber(at)) {
                return -1;
            }
            String digits = note.at(at);
            afterYear = at + 1;
            if (digits.length() == 4) {
                return Integer.parseInt(digits);
            }
            char sign = note.before(note.token(at));
            return digits.length() == 2 && (sign == '\'' || sign == '-' || sign == '/' || sign == '.')
                    ? ofTwoDigits(Integer.parseInt(digits))
                    : -1;
        }
    }

    private static boolean valid(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1 || day > 31 || year < OLDEST || year > 2200) {
            return false;
        }
        try {
            LocalDate.of(year, month, day);
            return true;
        } catch (DateTimeException never) {
            return false;
        }
    }

    private boolean past(int year, int month, int day) {
        return valid(year, month, day) && LocalDate.of(year, month, day).isBefore(today.minusYears(YEARS_PAST));
    }

    // --- after a word of birth

    /** The last token of a word of birth that begins here, or -1. */
    private static int birthWord(Note note, int index) {
        if (BIRTH.contains(note.at(index))) {
            return CERTIFICATE.contains(note.at(index - 1)) || CERTIFICATE.contains(note.at(index - 2)) ? -1 : index;
        }
        boolean dotted = note.at(index).equals("d")
                && note.at(index + 1).equals("o")
                && note.at(index + 2).equals("b")
                && note.near(index, "./", 1)
                && note.near(index + 1, "./", 1);
        return dotted ? index + 2 : -1;
    }

    private void afterBirth(Note note, int birth, Findings findings) {
        for (int i = birth + 1; i <= birth + FARTHEST && note.has(i); i++) {
            if ((i > birth + 1 && note.endsSentence(i - 1)) || NOT_OF_BIRTH.contains(note.at(i))) {
                return;
            }
            int last = anyDate(note, i);
            if (last >= 0) {
                findings.addTokens(Kind.BIRTH_DATE, i, last);
                return;
            }
        }
    }

    /** A date of any year, or of none: day and month, or month and year. */
    private int anyDate(Note note, int from) {
        List<Integer> ends = new ArrayList<>();
        Part part = new Part(note);
        if (note.isNumber(from) && note.token(from).length() == 8) {
            String digits = note.at(from);
            int a = Integer.parseInt(digits.substring(0, 4));
            int b = Integer.parseInt(digits.substring(4));
            if (valid(a, b / 100, b % 100) || valid(b, a / 100, a % 100)) {
                return from;
            }
        }
        if (note.isNumber(from) && note.isNumber(from + 1) && note.near(from, "/-.", 1)) {
            int a = small(note.at(from));
            int b = small(note.at(from + 1));
            boolean third = note.isNumber(from + 2) && note.near(from + 1, "/-.", 1);
            boolean slash = note.gapAfter(from).equals("/");
            boolean dayAndMonth = a > 0 && b > 0 && ((a <= 12 && b <= 31) || (b <= 12 && a <= 31));
            boolean monthAndYear = a > 0 && a <= 12 && note.at(from + 1).length() == 4;
            boolean yearFirst = note.at(from).length() == 4 && b > 0 && b <= 12;
            if ((dayAndMonth && third) || (yearFirst && third)) {
                ends.add(from + 2);
            } else if ((dayAndMonth && slash) || monthAndYear || yearFirst) {
                ends.add(from + 1);
            }
        }
        int month = note.isWord(from) ? Calendar.month(note.at(from)) : 0;
        if (month > 0) {
            int day = part.day(part.next(from));
            if (day > 0) {
                int end = part.afterDay - 1;
                int year = part.year(part.next(end), end);
                ends.add(year > 0 ? part.afterYear - 1 : end);
            } else if (part.year(part.next(from), from) > 0) {
                ends.add(part.afterYear - 1);
            }
        }
        int day = part.day(from);
        if (day > 0) {
            int at = part.next(part.afterDay - 1);
            if (note.isWord(at) && Calendar.month(note.at(at)) > 0) {
                int year = part.year(part.next(at), at);
                ends.add(year > 0 ? part.afterYear - 1 : at);
            }
        }
        return ends.stream().mapToInt(Integer::intValue).max().orElse(-1);
    }
}
