package org.warmhandoff.adapters.http;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the fields of a JSON object by what they have to be, and collects everything that is wrong instead of stopping at the first:
 * read them all, then {@link #verify}. Until that has passed, a field that was refused reads as null, an empty list or an empty
 * optional.
 *
 * <p>An absent field and an explicit null are the same.
 */
public final class Fields {

    private static final int MOST_ERRORS = 100;

    private final String pointer;
    private final Map<String, Json> values;
    private final List<FieldError> errors;

    private Fields(String pointer, Map<String, Json> values, List<FieldError> errors) {
        this.pointer = pointer;
        this.values = values;
        this.errors = errors;
    }

    static Fields of(Json body) {
        List<FieldError> errors = new ArrayList<>();
        if (body instanceof Json.Obj(Map<String, Json> fields)) {
            return new Fields("", fields, errors);
        }
        throw new InvalidRequest("", "An object is needed.");
    }

    /** Ends the reading. @throws InvalidRequest with everything that was wrong */
    public void verify() {
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
    }

    public boolean hasErrors() {
        return !errors.isEmpty();
    }

    /** What was wrong so far. */
    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** The JSON Pointer of a field of this object. */
    public String pointer(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** The JSON Pointer of an element of a list of this object. */
    public String pointer(String name, int element) {
        return pointer(name) + "/" + element;
    }

    public boolean has(String name) {
        return value(name).isPresent();
    }

    /** Whether something is wrong with this field already: one error for one cause. */
    public boolean refused(String name) {
        return errors.stream().anyMatch(error -> error.pointer().equals(pointer(name)));
    }

    /** Refuses a field for a reason of the caller's. */
    public void refuse(String name, String detail) {
        add(pointer(name), detail);
    }

    /** Refuses one element of a list. */
    public void refuse(String name, int element, String detail) {
        add(pointer(name, element), detail);
    }

    public void refuse(FieldError error) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(error);
        }
    }

    /** One line of text, without blanks around it. */
    public String text(String name, int shortest, int longest) {
        return required(name, optionalText(name, longest).filter(text -> longEnough(name, text, shortest)));
    }

    /** One line of text; absent where nothing but blanks is in it. */
    public Optional<String> optionalText(String name, int longest) {
        return plain(name)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .filter(text -> oneLine(pointer(name), text) && shortEnough(pointer(name), text, longest));
    }

    /** Text of several lines, exactly as typed: offsets into it stay what they are. */
    public String lines(String name, int shortest, int longest) {
        return required(name, optionalLines(name, longest).filter(text -> longEnough(name, text, shortest)));
    }

    /** Text of several lines, exactly as typed; absent where nothing but blanks is in it. */
    public Optional<String> optionalLines(String name, int longest) {
        return plain(name)
                .filter(text -> !text.isBlank())
                .filter(text -> severalLines(pointer(name), text) && shortEnough(pointer(name), text, longest));
    }

    /** A flag that must be there. */
    public boolean flag(String name) {
        return Boolean.TRUE.equals(required(name, optionalFlag(name)));
    }

    public boolean flag(String name, boolean otherwise) {
        return optionalFlag(name).orElse(otherwise);
    }

    public Optional<Boolean> optionalFlag(String name) {
        return typed(
                name,
                "Either true or false.",
                value -> value instanceof Json.Bool(boolean flag) ? Optional.of(flag) : Optional.empty());
    }

    /** A whole number; 0 where it was refused. */
    public int integer(String name, int lowest, int highest) {
        Integer number = required(name, optionalInteger(name, lowest, highest));
        return number == null ? 0 : number;
    }

    public Optional<Integer> optionalInteger(String name, int lowest, int highest) {
        return typed(name, wholeNumber(lowest, highest), value -> whole(value, lowest, highest));
    }

    public List<Integer> integers(String name, int mostElements, int lowest, int highest) {
        return list(name, 0, mostElements, (at, value) -> {
            Optional<Integer> number = whole(value, lowest, highest);
            if (number.isEmpty()) {
                add(at, wholeNumber(lowest, highest));
            }
            return number;
        });
    }

    public <E extends Enum<E>> E oneOf(String name, Class<E> type) {
        return required(name, optionalOneOf(name, type));
    }

    public <E extends Enum<E>> Optional<E> optionalOneOf(String name, Class<E> type) {
        return typed(name, oneOf(type), value -> constant(type, value));
    }

    /** Several of our codes; each counts once. */
    public <E extends Enum<E>> Set<E> manyOf(String name, Class<E> type) {
        List<E> found = list(name, 0, MOST_ERRORS, (at, value) -> {
            Optional<E> constant = constant(type, value);
            if (constant.isEmpty()) {
                add(at, oneOf(type));
            }
            return constant;
        });
        EnumSet<E> set = EnumSet.noneOf(type);
        set.addAll(found);
        return Collections.unmodifiableSet(set);
    }

    public LocalDate date(String name) {
        return required(name, optionalDate(name));
    }

    public Optional<LocalDate> optionalDate(String name) {
        return typed(
                name,
                "A date, written YYYY-MM-DD.",
                value -> value instanceof Json.Str(String text) ? dated(text) : Optional.empty());
    }

    public Optional<Instant> optionalInstant(String name) {
        return typed(name, "A time, written as in 2026-11-22T09:00:00Z.", value -> {
            try {
                return value instanceof Json.Str(String text) ? Optional.of(Instant.parse(text)) : Optional.empty();
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    /** A list of single lines of text. */
    public List<String> texts(String name, int fewest, int most, int longest) {
        return list(name, fewest, most, (at, value) -> {
            if (!(value instanceof Json.Str(String text)) || text.isBlank()) {
                add(at, "A text is needed.");
                return Optional.empty();
            }
            return Optional.of(text.strip()).filter(line -> oneLine(at, line) && shortEnough(at, line, longest));
        });
    }

    /** A text that has to be something more: an id, an address, a number. The parser says so by an exception or by an empty optional. */
    public <T> T parsed(String name, Function<String, Optional<T>> parser, String detail) {
        return required(name, optionalParsed(name, parser, detail));
    }

    public <T> Optional<T> optionalParsed(String name, Function<String, Optional<T>> parser, String detail) {
        if (value(name)
                .filter(value -> value instanceof Json.Str(String text) && text.isBlank())
                .isPresent()) {
            return Optional.empty();
        }
        return typed(
                name,
                detail,
                value -> value instanceof Json.Str(String text) ? tried(parser, text.strip()) : Optional.empty());
    }

    /** A list of such texts. */
    public <T> List<T> parsedList(
            String name, int fewest, int most, Function<String, Optional<T>> parser, String detail) {
        return list(name, fewest, most, (at, value) -> {
            Optional<T> parsed =
                    value instanceof Json.Str(String text) ? tried(parser, text.strip()) : Optional.empty();
            if (parsed.isEmpty()) {
                add(at, detail);
            }
            return parsed;
        });
    }

    /** A list of such texts, each only once. */
    public <T> List<T> distinct(
            String name, int fewest, int most, Function<String, Optional<T>> parser, String detail) {
        Set<T> seen = new LinkedHashSet<>();
        return list(name, fewest, most, (at, value) -> {
            Optional<T> parsed =
                    value instanceof Json.Str(String text) ? tried(parser, text.strip()) : Optional.empty();
            if (parsed.isEmpty()) {
                add(at, detail);
            } else if (!seen.add(parsed.get())) {
                add(at, "This is in the list already.");
            }
            return parsed;
        });
    }

    /** An object inside this one; where it is missing, one without fields, so that reading goes on. */
    public Fields object(String name) {
        Optional<Fields> found = optionalObject(name);
        if (found.isEmpty() && value(name).isEmpty()) {
            add(pointer(name), "This is needed.");
        }
        // Its own fields are not missed as well: one error for one cause.
        return found.orElseGet(() -> new Fields(pointer(name), Map.of(), new ArrayList<>()));
    }

    public Optional<Fields> optionalObject(String name) {
        return typed(
                name,
                "An object is needed.",
                value -> value instanceof Json.Obj(Map<String, Json> fields)
                        ? Optional.of(new Fields(pointer(name), fields, errors))
                        : Optional.empty());
    }

    /** A list of objects. */
    public List<Fields> objects(String name, int fewest, int most) {
        return list(name, fewest, most, (at, value) -> {
            if (value instanceof Json.Obj(Map<String, Json> fields)) {
                return Optional.of(new Fields(at, new LinkedHashMap<>(fields), errors));
            }
            add(at, "An object is needed.");
            return Optional.empty();
        });
    }

    private <T> List<T> list(String name, int fewest, int most, Element<T> element) {
        Optional<Json> value = value(name);
        if (value.isEmpty()) {
            if (fewest > 0) {
                add(pointer(name), "This is needed.");
            }
            return List.of();
        }
        if (!(value.get() instanceof Json.Arr(List<Json> elements))) {
            add(pointer(name), "A list is needed.");
            return List.of();
        }
        if (elements.size() < fewest || elements.size() > most) {
            add(pointer(name), fewest == 0 ? "At most " + most + "." : "From " + fewest + " to " + most + ".");
            return List.of();
        }
        List<T> found = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            element.read(pointer(name, i), elements.get(i)).ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    private interface Element<T> {
        Optional<T> read(String pointer, Json value);
    }

    private Optional<Json> value(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !(value instanceof Json.Null));
    }

    private Optional<String> plain(String name) {
        return typed(
                name,
                "A text is needed.",
                value -> value instanceof Json.Str(String text) ? Optional.of(text) : Optional.empty());
    }

    private <T> Optional<T> typed(String name, String detail, Function<Json, Optional<T>> reading) {
        Optional<Json> value = value(name);
        Optional<T> read = value.flatMap(reading);
        if (value.isPresent() && read.isEmpty()) {
            add(pointer(name), detail);
        }
        return read;
    }

    /** Null and an error, save where the field has an error already. */
    private <T> T required(String name, Optional<T> value) {
        if (value.isEmpty()
                && errors.stream().noneMatch(error -> error.pointer().equals(pointer(name)))) {
            add(pointer(name), "This is needed.");
        }
        return value.orElse(null);
    }

    private boolean longEnough(String name, String text, int shortest) {
        if (text.length() < shortest) {
            add(pointer(name), "At least " + shortest + " characters.");
            return false;
        }
        return true;
    }

    private boolean shortEnough(String at, String text, int longest) {
        if (text.length() > longest) {
            add(at, "At most " + longest + " characters.");
            return false;
        }
        return true;
    }

    private boolean oneLine(String at, String text) {
        return onlyText(at, text, false);
    }

    private boolean severalLines(String at, String text) {
        return onlyText(at, text, true);
    }

    /** Control characters end up in mail headers, half surrogates in nothing at all: neither is text. */
    private boolean onlyText(String at, String text, boolean breaks) {
        boolean fine = text.codePoints()
                .noneMatch(c -> Character.getType(c) == Character.SURROGATE
                        || Character.isISOControl(c) && !(breaks && (c == '\n' || c == '\r' || c == '\t'))
                        || !breaks && (c == '\u2028' || c == '\u2029'));
        if (!fine) {
            add(at, "There are characters in it that are no text.");
        }
        return fine;
    }

    private static <T> Optional<T> tried(Function<String, Optional<T>> parser, String text) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> whole(Json value, int lowest, int highest) {
        if (!(value instanceof Json.Num(BigDecimal number)) || number.precision() - number.scale() > 10) {
            return Optional.empty();
        }
        try {
            int whole = number.intValueExact();
            return whole >= lowest && whole <= highest ? Optional.of(whole) : Optional.empty();
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, Json value) {
        if (value instanceof Json.Str(String code)) {
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equals(code)) {
                    return Optional.of(constant);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> dated(String text) {
        try {
            return text.length() == 10 ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String wholeNumber(int lowest, int highest) {
        return "A whole number from " + lowest + " to " + highest + ".";
    }

    private static <E extends Enum<E>> String oneOf(Class<E> type) {
        return "One of "
                + String.join(", ", EnumSet.allOf(type).stream().map(Enum::name).toList()) + ".";
    }

    private void add(String at, String detail) {
        refuse(new FieldError(at, detail));
    }
}
