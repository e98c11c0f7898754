package org.warmhandoff.screening;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How months, days and years are said: in English and Spanish, the months in French and Portuguese too. */
final class Calendar {

    private static final List<Set<String>> MONTHS = List.of(
            Set.of("january", "jan", "enero", "ene", "janvier", "janeiro"),
            Set.of("february", "feb", "febrero", "fevrier", "fevereiro"),
            Set.of("march", "mar", "marzo", "mars", "marco"),
            Set.of("april", "apr", "abril", "abr", "avril"),
            Set.of("may", "mayo", "mai", "maio"),
            Set.of("june", "jun", "junio", "juin", "junho"),
            Set.of("july", "jul", "julio", "juillet", "julho"),
            Set.of("august", "aug", "agosto", "ago", "aout"),
            Set.of("september", "sept", "sep", "septiembre", "setiembre", "set", "septembre", "setembro"),
            Set.of("october", "oct", "octubre", "octobre", "outubro"),
            Set.of("november", "nov", "noviembre", "novembre", "novembro"),
            Set.of("december", "dec", "diciembre", "dic", "decembre", "dezembro"));

    private static final String[] ROMAN = {"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"};

    private static final String[] CARDINALS = {
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen"
    };

    private static final String[] TENS = {
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
    };

    private static final String[] ORDINALS = {
        "",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth"
    };

    private static final String[] CARDINALES = {
        "cero",
        "uno",
        "dos",
        "tres",
        "cuatro",
        "cinco",
        "seis",
        "siete",
        "ocho",
        "nueve",
        "diez",
        "once",
        "doce",
        "trece",
        "catorce",
        "quince",
        "dieciseis",
        "diecisiete",
        "dieciocho",
        "diecinueve",
        "veinte",
        "veintiuno",
        "veintidos",
        "veintitres",
        "veinticuatro",
        "veinticinco",
        "veintiseis",
        "veintisiete",
        "veintiocho",
        "veintinueve"
    };

    private static final String[] DECENAS = {
        "", "", "veinte", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"
    };

    private static final Map<String, Integer> BY_NAME = byName();

    private Calendar() {}

    private static Map<String, Integer> byName() {
        Map<String, Integer> names = new HashMap<>();
        for (int month = 1; month <= MONTHS.size(); month++) {
            for (String name : MONTHS.get(month - 1)) {
                names.put(name, month);
            }
        }
        return Map.copyOf(names);
    }

    /** The month of this name, or 0. */
    static int month(String name) {
        return BY_NAME.getOrDefault(name, 0);
    }

    static Set<String> names(int month) {
        return MONTHS.get(month - 1);
    }

    static String roman(int month) {
        return ROMAN[month - 1];
    }

    static String cardinal(int number) {
        return number < 20 ? CARDINALS[number] : tens(TENS, number, CARDINALS);
    }

    static String ordinal(int day) {
        if (day < 20) {
            return ORDINALS[day];
        }
        return switch (day) {
            case 20 -> "twentieth";
            case 30 -> "thirtieth";
            default -> TENS[day / 10] + " " + ORDINALS[day % 10];
        };
    }

    static String cardinal2(int number) {
        return number < 10 ? "oh " + CARDINALS[number] : cardinal(number);
    }

    /** In Spanish, folded; thirty-one is {@code treinta uno}: the {@code y} is left out like all such words. */
    static String numero(int number) {
        return number < CARDINALES.length ? CARDINALES[number] : tens(DECENAS, number, CARDINALES);
    }

    private static String tens(String[] tens, int number, String[] ones) {
        return number % 10 == 0 ? tens[number / 10] : tens[number / 10] + " " + ones[number % 10];
    }

    /** All the ways in which a year is said, without {@code and} and {@code y}. */
    static Set<String> spokenYear(int year) {
        int century = year / 100;
        int rest = year % 100;
        Set<String> said = new LinkedHashSet<>();
        said.add((cardinal(century) + " " + (rest == 0 ? "hundred" : cardinal2(rest))));
        said.add((cardinal(century) + " hundred " + (rest == 0 ? "" : cardinal(rest))).strip());
        if (century == 20) {
            said.add(("two thousand " + (rest == 0 ? "" : cardinal(rest))).strip());
            said.add(("dos mil " + (rest == 0 ? "" : numero(rest))).strip());
        } else {
            said.add(("mil novecientos " + (rest == 0 ? "" : numero(rest))).strip());
        }
        said.add(rest < 10 ? cardinal2(rest) : cardinal(rest));
        if (rest >= 10) {
            said.add(numero(rest));
        }
        return said;
    }
}
