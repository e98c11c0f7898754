package org.warmhandoff.adapters.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields of a form, in either encoding: browsers send the one, mail programs' one-click either. */
public final class Form {

    private static final int MOST_FIELDS = 200;
    private static final Pattern BOUNDARY =
            Pattern.compile(";\\s*boundary=(?:\"([^\"]{1,70})\"|([^;\\s]{1,70}))", Pattern.CASE_INSENSITIVE);
    private static final Pattern PART_NAME =
            Pattern.compile("(?:^|[;\\s])name=(?:\"([^\"]*)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);

    private final Map<String, List<String>> fields;

    private Form(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    /** The first value of a field, as typed; absent where it was not sent. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(fields.get(name)).map(List::getFirst);
    }

    /** The same without blanks around it; absent where nothing else is left. */
    public Optional<String> filled(String name) {
        return value(name).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Whether a field has exactly this value. */
    public boolean is(String name, String value) {
        return value(name).filter(value::equals).isPresent();
    }

    /** The choice made in a field; absent where none was made, or none of ours. */
    public <E extends Enum<E>> Optional<E> choice(Class<E> type, String name) {
        return value(name).flatMap(code -> {
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equals(code)) {
                    return Optional.of(constant);
                }
            }
            return Optional.empty();
        });
    }

    public Set<String> names() {
        return Collections.unmodifiableSet(fields.keySet());
    }

    /** RFC 8058: this one field, this one value and nothing else. */
    public boolean isOneClick() {
        return fields.equals(Map.of("List-Unsubscribe", List.of("One-Click")));
    }

    static Form parse(Optional<String> contentType, byte[] body) {
        String type = contentType.orElse("application/x-www-form-urlencoded");
        String media = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (media) {
            case "multipart/form-data" -> new Form(multipart(type, body));
            case "application/x-www-form-urlencoded", "" -> new Form(urlEncoded(body));
            default -> throw new UnparsableRequest("The body is not a form.");
        };
    }

    private static Map<String, List<String>> urlEncoded(byte[] body) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        String text = new String(body, StandardCharsets.UTF_8);
        try {
            for (String pair : text.split("&")) {
                if (!pair.isEmpty()) {
                    int equals = pair.indexOf('=');
                    String name = equals < 0 ? pair : pair.substring(0, equals);
                    String value = equals < 0 ? "" : pair.substring(equals + 1);
                    add(fields, decoded(name), decoded(value));
                }
            }
        } catch (IllegalArgumentException e) {
            throw new UnparsableRequest("The body is not a form.");
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Bytes are read as Latin-1, one character each, so that a boundary is found where it is; what is kept is then read as UTF-8. */
    private static Map<String, List<String>> multipart(String type, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(type);
        if (!boundary.find()) {
            throw new UnparsableRequest("The form has no boundary.");
        }
        String delimiter = "\r\n--" + (boundary.group(1) != null ? boundary.group(1) : boundary.group(2));
        String text = "\r\n" + new String(body, StandardCharsets.ISO_8859_1);
        Map<String, List<String>> fields = new LinkedHashMap<>();
        int at = text.indexOf(delimiter);
        while (at >= 0) {
            int start = at + delimiter.length();
            if (text.startsWith("--", start)) {
                return fields;
            }
            int end = text.indexOf(delimiter, start);
            if (end < 0) {
                break;
            }
            part(fields, text.substring(start, end));
            at = end;
        }
        throw new UnparsableRequest("The form is cut off.");
    }

    private static void part(Map<String, List<String>> fields, String part) {
        int blank = part.indexOf("\r\n\r\n");
        if (blank < 0) {
            throw new UnparsableRequest("A part of the form has no head.");
        }
        for (String header : part.substring(0, blank).split("\r\n")) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
                Matcher name = PART_NAME.matcher(header.substring("content-disposition:".length()));
                if (name.find()) {
                    add(
                            fields,
                            utf8(name.group(1) != null ? name.group(1) : name.group(2)),
                            utf8(part.substring(blank + 4)));
                }
            }
        }
    }

    private static String utf8(String latin1) {
        return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static void add(Map<String, List<String>> fields, String name, String value) {
        fields.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
        if (fields.size() > MOST_FIELDS) {
            throw new UnparsableRequest("The form has too many fields.");
        }
    }
}
