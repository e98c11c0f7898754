package org.warmhandoff.screening;

/**
 * Something in a note that must not leave.
 *
 * @param start in UTF-16 units
 * @param end in UTF-16 units, exclusive
 */
public record Finding(Kind kind, int start, int end) {

    public Finding {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("a finding covers something");
        }
    }

    /** The names are the codes of the API. */
    public enum Kind {
        NAME("the client's name"),
        BIRTH_DATE("a date of birth"),
        PHONE("a phone number"),
        EMAIL("an email address"),
        ADDRESS("a street address"),
        SSN("a Social Security number"),
        URL("a web address");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** After "This looks like". */
        public String label() {
            return label;
        }
    }
}
