package org.warmhandoff.adapters.log;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One line of a log: JSON, of fields from {@link Field} alone. There is no way to log free text: a value is a number, a constant of ours,
 * a class, or a word made of harmless characters, so no name, address, number or token can get in by mistake.
 */
public final class Log {

    /** Everything that may be said. */
    public enum Field {
        /** What kind of line it is. */
        LINE("line"),
        FUNCTION("function"),
        REQUEST("request"),
        /** The declared route, {@code GET /r/{token}/accept}; never the path itself. */
        ROUTE("route"),
        STATUS("status"),
        MILLIS("ms"),
        TABLE_CALLS("tableCalls"),
        /** The class of what was thrown. Never its message: messages quote data. */
        ERROR("error"),
        CAUSE("cause"),
        /** Where in our code it was thrown. */
        WHERE("where"),
        COUNT("count"),
        FAILED("failed"),
        /** An id of ours. */
        REFERRAL("referral"),
        MESSAGE("message"),
        SHARE("share"),
        LISTING("listing"),
        MEMBER("member"),
        CHANNEL("channel"),
        STATE("state"),
        KIND("kind"),
        REASON("reason"),
        ATTEMPT("attempt");

        private final String label;

        Field(String label) {
            this.label = label;
        }
    }

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9 ._:/{}$#,*+-]{0,160}");

    private final Map<Field, String> fields = new EnumMap<>(Field.class);

    private Log(String line) {
        word(Field.LINE, line);
    }

    /** Starts a line of a kind. */
    public static Log line(String kind) {
        return new Log(kind);
    }

    public Log with(Field field, long number) {
        fields.put(field, Long.toString(number));
        return this;
    }

    public Log with(Field field, Enum<?> constant) {
        return word(field, constant.name());
    }

    public Log with(Field field, Class<?> type) {
        return word(field, type.getName());
    }

    /** An id or a declared name. What holds any other character than those of ids is not written. */
    public Log with(Field field, String id) {
        return word(field, id);
    }

    /** What was thrown: classes and the place, no message. */
    public Log with(Throwable thrown) {
        with(Field.ERROR, thrown.getClass());
        Throwable root = thrown;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        if (root != thrown) {
            with(Field.CAUSE, root.getClass());
        }
        for (StackTraceElement frame : root.getStackTrace()) {
            if (frame.getClassName().startsWith("org.warmhandoff.")) {
                String name = frame.getClassName();
                return word(
                        Field.WHERE,
                        name.substring(name.lastIndexOf('.') + 1) + "." + frame.getMethodName() + ":"
                                + frame.getLineNumber());
            }
        }
        return this;
    }

    /** Writes the line to the function's log; nowhere without one. */
    public void to(Context context) {
        if (context != null && context.getLogger() != null) {
            context.getLogger().log(json() + "\n");
        }
    }

    /** The line itself. */
    public String json() {
        StringBuilder json = new StringBuilder("{");
        fields.forEach((field, value) -> json.append(json.length() == 1 ? "" : ",")
                .append('"')
                .append(field.label)
                .append("\":")
                .append(value));
        return json.append('}').toString();
    }

    private Log word(Field field, String word) {
        fields.put(field, HARMLESS.matcher(word).matches() ? '"' + word + '"' : "\"-\"");
        return this;
    }
}
