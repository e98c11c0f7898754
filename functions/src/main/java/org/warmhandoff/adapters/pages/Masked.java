package org.warmhandoff.adapters.pages;

/** Addresses and numbers so that their owner knows them and nobody else learns them. */
public final class Masked {
    private Masked() {}

    /** {@code j•••@example.org}: the first letter and the domain. */
    public static String email(String address) {
        int at = address.lastIndexOf('@');
        if (at < 1) {
            return "•••";
        }
        return address.substring(0, address.offsetByCodePoints(0, 1)) + "•••" + address.substring(at);
    }

    /** {@code •••-•••-0142}: the last four digits. */
    public static String phone(String number) {
        return number.length() < 4 ? "•••" : "•••-•••-" + number.substring(number.length() - 4);
    }
}
