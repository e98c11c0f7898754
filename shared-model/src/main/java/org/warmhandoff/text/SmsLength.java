package org.warmhandoff.text;

/**
 * How long a text is to the network (3GPP TS 23.038 and 23.040). A text of the GSM alphabet is one part up to 160 septets and
 * parts of 153 beyond; one foreign character, {@code á} as well as an emoji, makes it UCS-2: 70 and 67.
 *
 * @param units septets, or UTF-16 units
 */
public record SmsLength(Alphabet alphabet, int units, int parts) {

    /** What a text is sent in. */
    public enum Alphabet {
        GSM_7(160, 153),
        UCS_2(70, 67);

        private final int alone;
        private final int joined;

        Alphabet(int alone, int joined) {
            this.alone = alone;
            this.joined = joined;
        }
    }

    private static final String BASIC =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
                    + "abcdefghijklmnopqrstuvwxyzäöñüà";

    /** Sent as an escape and a character, so each counts twice, and the two are never parted. */
    private static final String EXTENSION = "\f^{}\\[~]|€";

    public static SmsLength of(String text) {
        Alphabet alphabet = text.chars().allMatch(each -> BASIC.indexOf(each) >= 0 || EXTENSION.indexOf(each) >= 0)
                ? Alphabet.GSM_7
                : Alphabet.UCS_2;
        int units = 0;
        int parts = 1;
        int inPart = 0;
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            int width = alphabet == Alphabet.UCS_2
                    ? Character.charCount(codePoint)
                    : EXTENSION.indexOf(codePoint) >= 0 ? 2 : 1;
            units += width;
            if (inPart + width > alphabet.joined) {
                parts++;
                inPart = 0;
            }
            inPart += width;
            at += Character.charCount(codePoint);
        }
        return new SmsLength(alphabet, units, units <= alphabet.alone ? 1 : parts);
    }
}
