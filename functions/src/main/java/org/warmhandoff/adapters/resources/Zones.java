package org.warmhandoff.adapters.resources;

import java.time.ZoneId;
import java.util.Optional;

/** Time zones as the API takes them: by a place of the IANA database. A bare offset knows no summer time. */
public final class Zones {

    public static final String DETAIL = "An IANA time zone, such as America/New_York.";

    private Zones() {}

    public static Optional<ZoneId> parse(String typed) {
        boolean place = typed.contains("/") && !typed.startsWith("SystemV/");
        return (place || typed.equals("UTC")) && ZoneId.getAvailableZoneIds().contains(typed)
                ? Optional.of(ZoneId.of(typed))
                : Optional.empty();
    }
}
