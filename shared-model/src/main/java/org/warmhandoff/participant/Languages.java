package org.warmhandoff.participant;

import java.util.Locale;
import java.util.Set;

/** What a language is called in English. */
final class Languages {

    /** Spoken by so many in any area of the United States that they tell nobody apart. */
    private static final Set<String> COMMON = Set.of("en", "es");

    private Languages() {}

    static String name(String code) {
        String name = Locale.of(code).getDisplayLanguage(Locale.ENGLISH);
        return name.isEmpty() ? code : name;
    }

    static boolean isCommon(String code) {
        return COMMON.contains(code);
    }
}
