package org.warmhandoff.adapters.pages;

/** Telephone numbers as people read them. */
public final class PhoneNumbers {
    private PhoneNumbers() {}

    /** {@code +12065550142} as {@code 206-555-0142}; what is not of North America stays as it is. */
    public static String shown(String e164) {
        if (!e164.matches("\\+1\\d{10}")) {
            return e164;
        }
        return e164.substring(2, 5) + "-" + e164.substring(5, 8) + "-" + e164.substring(8);
    }
}
