package org.warmhandoff.contact;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One mailbox, in lower case. Stricter than RFC 5321: no quoted local part, no address literal, no display name, a domain
 * with a dot, ASCII only. So two addresses cannot hide in one field, and nothing typed here can open a header line.
 */
public record EmailAddress(String value) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final Pattern SHAPE =
            Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+([a-z]{2,63}|xn--[a-z0-9-]{1,58}[a-z0-9])");

    public EmailAddress {
        Objects.requireNonNull(value);
        if (!valid(value)) {
            throw new IllegalArgumentException("not a mail address");
        }
    }

    /** What a person typed, if it is one address. The domain and the local part are taken without regard to case. */
    public static Optional<EmailAddress> parse(String typed) {
        if (typed == null || typed.length() > LONGEST + 64) {
            return Optional.empty();
        }
        String address = withoutOuterSpaces(typed).toLowerCase(Locale.ROOT);
        return valid(address) ? Optional.of(new EmailAddress(address)) : Optional.empty();
    }

    /** Spaces alone: a line end around an address is no typing mistake, so it is left in and refuses the address. */
    private static String withoutOuterSpaces(String typed) {
        int from = 0;
        int to = typed.length();
        while (from < to && (typed.charAt(from) == ' ' || typed.charAt(from) == '\u00a0')) {
            from++;
        }
        while (to > from && (typed.charAt(to - 1) == ' ' || typed.charAt(to - 1) == '\u00a0')) {
            to--;
        }
        return typed.substring(from, to);
    }

    private static boolean valid(String address) {
        int at = address.indexOf('@');
        return at > 0
                && at <= LONGEST_LOCAL_PART
                && address.length() <= LONGEST
                && SHAPE.matcher(address).matches();
    }

    public String domain() {
        return value.substring(value.indexOf('@') + 1);
    }

    public String localPart() {
        return value.substring(0, value.indexOf('@'));
    }

    /** {@code j•••@example.org}: enough for its owner to know it, too little for others. */
    public String masked() {
        return value.charAt(0) + "•••@" + domain();
    }

    @Override
    public String toString() {
        return value;
    }
}
