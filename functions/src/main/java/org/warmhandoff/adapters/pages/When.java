package org.warmhandoff.adapters.pages;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people say them: {@code Tue 24 Nov, 3:10 PM PST}, in the reader's zone, which is named. */
public final class When {
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("EEE d MMM, h:mm a z", Locale.US);

    private When() {}

    public static String shown(Instant at, ZoneId zone) {
        return ENGLISH.format(at.atZone(zone));
    }
}
