package org.warmhandoff.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.warmhandoff.contact.Zip;
import org.warmhandoff.screening.Finding.Kind;
import org.warmhandoff.screening.Note.Token;
import org.warmhandoff.words.WordSet;

/**
 * Finds street addresses: the client's own however abbreviated, with or without its number, and anything shaped like a
 * number, a name and a street. The client's own five-digit ZIP code is found too, since the receiver gets three digits of it
 * and no more (45 CFR 164.514(b)(2)(i)(B)); other ZIP codes pass.
 */
final class AddressScreen {

    private static final String BETWEEN = " .,'-#";

    private static final Set<String> DIRECTIONS = WordSet.of("""
            n s e w ne nw se sw north south east west northeast northwest southeast southwest
            """);

    /** These say street and nothing else. */
    private static final Set<String> STREETS = WordSet.of("""
            street str avenue ave av boulevard blvd road rd parkway pkwy highway hwy terrace lane ln blv avenida
            avda
            """);

    /** These are words of their own too. */
    private static final Set<String> ALSO_STREETS = WordSet.of("""
            st court ct way wy place pl drive dr circle cir trail trl loop square sq plaza plz alley row
            crescent ter path cove run point pike
            """);

    private static final Set<String> CALLES = WordSet.of("""
            calle avenida avda av carrera camino paseo callejon calzada boulevard bulevar
            """);

    private static final Set<String> UNITS = WordSet.of("""
            apt apartment unit suite ste room rm apto departamento depto lot floor fl bldg building
            """);

    /** Never part of the name of a street. */
    private static final Set<String> NOT_NAMES = WordSet.of("""
            on in off from at to the and or with for a an per near by no not is are was has have had needs need
            this that their her his our my your nights night days day weeks week months month years year hours
            hour minutes blocks block miles mile people kids children adults dollars percent am pm yo homeless
            busy nearest same whole entire unsafe next feet rental each every other public dead bus buses who
            which when while because since until during after before between times en la el con sin por noches
            dias hijos ninos personas anos meses semanas visits hearings rides trips appointments safe free beds
            rooms more most across down up along into onto under over of can cannot will would could needed
            looking bedroom bedrooms person people's different better own only long any some all
            """);

    /** What follows when the street is where people live without a home. */
    private static final Set<String> STREET_LIFE = WordSet.of("""
            outreach youth people family families medicine team sheet clothes corner lights homeless smarts date
            hearing case clerk order record advocate through to forward license home test
            """);

    private static final Set<String> COURTS = WordSet.of("""
            family housing district superior municipal drug juvenile county circuit supreme claims probate
            traffic tribal criminal civil federal state immigration health veterans eviction community food
            tennis basketball treatment city unification
            """);

    private static final Set<String> DATES = WordSet.of("""
            january february march april may june july august september october november december jan feb mar
            apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon
            tue tues wed thu thurs fri sat sun
            """);

    /** "calle 3 noches" counts nights. */
    private static final Set<String> COUNTED = WordSet.of("""
            noches dias semanas meses anos hijos ninos personas horas veces nights days weeks months years kids
            children people hours times
            """);

    private static final Set<String> ORDINAL = Set.of("st", "nd", "rd", "th");

    private final String ownNumber;
    private final List<String> ownStreet;
    private final boolean ownBox;
    private final Optional<String> ownZip;

    AddressScreen(Optional<String> address, Optional<Zip> zip) {
        Note written = Note.of(address.orElse(""));
        int box = box(written, 0);
        this.ownBox = box >= 0;
        int number = 0;
        while (written.has(number) && !written.isNumber(number)) {
            number++;
        }
        boolean after = !ownBox && number > 0 && CALLES.contains(written.at(0)) && written.has(number);
        this.ownNumber = ownBox ? written.at(box) : written.at(number);
        this.ownStreet = ownBox || !written.has(number)
                ? List.of()
                : after ? street(written, 1, number) : street(written, number + 1, written.size());
        this.ownZip = zip.map(Zip::value);
    }

    /** The words that name the street, without direction and kind. */
    private static List<String> street(Note written, int from, int to) {
        List<String> name = new ArrayList<>();
        for (int i = from; i < to; i++) {
            String word = written.at(i);
            boolean kind = isStreet(word) && !(ORDINAL.contains(word) && written.touches(i - 1));
            if (!name.isEmpty()
                    && (kind
                            || UNITS.contains(word)
                            || DIRECTIONS.contains(word)
                            || written.gapAfter(i - 1).contains(","))) {
                break;
            }
            boolean houseLetter = i == from && word.length() == 1 && written.touches(i - 1);
            if (!kind && !houseLetter && !DIRECTIONS.contains(word)) {
                name.add(word);
            }
        }
        return List.copyOf(name);
    }

    private static boolean isStreet(String word) {
        return STREETS.contains(word) || ALSO_STREETS.contains(word);
    }

    void find(Note note, Findings findings) {
        for (int i = 0; i < note.size(); i++) {
            int last = Math.max(own(note, i), Math.max(shaped(note, i), calle(note, i)));
            int box = box(note, i);
            last = Math.max(last, box);
            if (last >= 0) {
                last = withUnit(note, last);
                boolean calle = i > 0 && CALLES.contains(note.at(i - 1)) && near(note, i - 1);
                findings.addTokens(Kind.ADDRESS, calle ? i - 1 : i, last);
                i = last;
            } else if (ownZip.filter(note.at(i)::equals).isPresent() && !isSum(note, i)) {
                findings.addTokens(Kind.ADDRESS, i, i);
            }
        }
    }

    private static boolean isSum(Note note, int index) {
        char before = note.before(note.token(index));
        return before == '$' || before == '€' || (before == '.' && note.isNumber(index - 1));
    }

    // --- the client's own

    private int own(Note note, int from) {
        if (ownBox) {
            return -1; // any post office box is found by its shape
        }
        if (ownStreet.isEmpty()) {
            return -1;
        }
        if (note.isNumber(from) && note.at(from).equals(ownNumber)) {
            for (int at = from + 1; at <= from + 3 && near(note, at - 1); at++) {
                int last = named(note, at);
                if (last >= 0) {
                    return withStreet(note, last);
                }
            }
        }
        int last = named(note, from);
        if (last >= 0) {
            int kind = withStreet(note, last);
            boolean numbered = near(note, last) && note.at(last + 1).equals(ownNumber);
            boolean calle = from > 0 && CALLES.contains(note.at(from - 1)) && near(note, from - 1);
            return numbered ? last + 1 : kind > last || calle ? kind : -1;
        }
        return -1;
    }

    private int named(Note note, int from) {
        for (int i = 0; i < ownStreet.size(); i++) {
            if (!note.at(from + i).equals(ownStreet.get(i)) || (i > 0 && !near(note, from + i - 1))) {
                return -1;
            }
        }
        return from + ownStreet.size() - 1;
    }

    private static boolean near(Note note, int index) {
        return note.near(index, BETWEEN, 3);
    }

    private static int withStreet(Note note, int last) {
        return near(note, last) && isStreet(note.at(last + 1)) ? last + 1 : last;
    }

    private static int withUnit(Note note, int last) {
        int at = last;
        if (near(note, at) && DIRECTIONS.contains(note.at(at + 1))) {
            at++;
        }
        if (near(note, at) && UNITS.contains(note.at(at + 1)) && note.near(at + 1, " #.", 3)) {
            at += 2;
        } else if (note.gapAfter(at).strip().endsWith("#") && note.gapAfter(at).length() <= 4 && note.has(at + 1)) {
            at++;
        }
        return note.isNumber(at)
                        && at > last
                        && note.touches(at)
                        && note.token(at + 1).length() == 1
                ? at + 1
                : at;
    }

    // --- any address

    private static int shaped(Note note, int from) {
        if (!houseNumber(note, from)) {
            return -1;
        }
        int at = from + 1;
        if (note.touches(from) && note.isWord(at)) {
            if (note.token(at).length() > 1) {
                return -1; // 5th, 8am, 12ft
            }
            at++;
        }
        boolean direction = false;
        if (near(note, at - 1) && DIRECTIONS.contains(note.at(at))) {
            direction = true;
            at++;
        }
        int first = at;
        boolean ordinal = false;
        for (; at < first + 5 && near(note, at - 1); at++) {
            if (at > first && isStreet(note.at(at)) && !note.touches(at - 1)) {
                if (isAddress(note, from, first, at, ordinal)) {
                    return at;
                }
            }
            if (note.isNumber(at)) {
                boolean suffixed = note.touches(at) && ORDINAL.contains(note.at(at + 1));
                boolean highway = at > first
                        && Set.of("hwy", "highway", "route", "rt", "sr").contains(note.at(at - 1));
                if (highway && note.token(from).length() >= 3) {
                    return at;
                }
                if (!suffixed) {
                    return -1;
                }
                ordinal = true;
                at++;
                if (direction
                        && at == first + 1
                        && note.token(from).length() >= 3
                        && !(near(note, at) && isStreet(note.at(at + 1)))) {
                    return at;
                }
            } else if (NOT_NAMES.contains(note.at(at))) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean houseNumber(Note note, int index) {
        if (!note.isNumber(index) || note.token(index).length() > 6) {
            return false;
        }
        Token token = note.token(index);
        boolean joined = "$€%:/.".indexOf(note.before(token)) >= 0
                && !note.gapBefore(index).endsWith(": ")
                && !note.gapBefore(index).endsWith(". ");
        return !joined && "%:/".indexOf(note.after(token)) < 0;
    }

    private static boolean isAddress(Note note, int number, int first, int kind, boolean ordinal) {
        String street = note.at(kind);
        String last = note.at(kind - 1);
        if (((street.equals("court") || street.equals("ct")) && COURTS.contains(last))
                || (DATES.contains(last) && kind - first == 1)) {
            return false;
        }
        if (ordinal) {
            return true;
        }
        boolean capitals = !note.allCapitals();
        for (int i = first; i < kind; i++) {
            capitals &= note.capitalized(i);
        }
        boolean certain = STREETS.contains(street);
        if (capitals) {
            return certain || note.capitalized(kind) || note.token(number).length() >= 2;
        }
        if (STREET_LIFE.contains(note.at(kind + 1)) && near(note, kind)) {
            return false;
        }
        int digits = note.token(number).length();
        boolean plainWord = kind - first == 1
                ? OrdinaryWords.isCommon(last)
                : OrdinaryWords.isCommon(note.at(first)) && OrdinaryWords.isCommon(last);
        return certain
                ? digits >= 2
                : (digits >= 3 && (!plainWord || Set.of("st", "dr", "ct", "pl").contains(street)))
                        || (digits >= 2 && street.equals("st") && !plainWord);
    }

    private static int calle(Note note, int from) {
        if (!CALLES.contains(note.at(from)) || !note.isWord(from)) {
            return -1;
        }
        boolean signed = false;
        boolean named = false;
        for (int at = from + 1; at <= from + 5 && note.has(at) && note.near(at - 1, " .,#'-°", 4); at++) {
            signed |= note.gapAfter(at - 1).contains("#")
                    || Set.of("no", "num", "numero").contains(note.at(at - 1));
            if (note.isNumber(at)) {
                boolean shape = note.token(at).length() <= 5 && (named || signed);
                boolean ordinalStreet =
                        note.near(at, " #", 3) && note.gapAfter(at).contains("#") && note.isNumber(at + 1);
                if (ordinalStreet) {
                    return at + 1;
                }
                if (shape && !COUNTED.contains(note.at(at + 1))) {
                    return at;
                }
                return -1;
            }
            named |= (note.capitalized(at) && !note.allCapitals())
                    || (note.allCapitals() && note.token(at).length() > 3);
        }
        return -1;
    }

    /** The number of a post office box that begins here, or -1. */
    private static int box(Note note, int from) {
        int at = switch (note.at(from)) {
            case "po", "pobox" -> from + 1;
            case "p" -> note.at(from + 1).equals("o") && note.near(from, ". ", 2) ? from + 2 : -1;
            case "post" -> note.at(from + 1).equals("office") ? from + 2 : -1;
            case "apartado" -> note.at(from + 1).equals("postal") ? from + 1 : from;
            default -> -1;
        };
        if (at < 0) {
            return -1;
        }
        int number = note.at(from).equals("pobox") ? at : at + 1;
        boolean box = note.at(from).equals("pobox")
                || note.at(from).equals("apartado")
                || note.at(at).equals("box");
        return box && note.isNumber(number) && note.near(number - 1, " #.:", 3) ? number : -1;
    }
}
