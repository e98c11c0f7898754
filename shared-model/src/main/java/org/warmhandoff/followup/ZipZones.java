package org.warmhandoff.followup;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.warmhandoff.contact.Zip;

/**
 * The time zone of a ZIP code, by its first three digits; where such an area lies in two zones, that in which more of its
 * people live. Military addresses (APO, FPO, DPO) have none: they may be anywhere.
 *
 * <p>Sources: the sectional centers of the Postal Service and the zone boundaries of 49 CFR part 71, as of {@link #AS_OF}.
 */
public final class ZipZones {

    public static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

    private static final String NONE = "";

    /** From which area on which zone holds, in order. */
    private static final String AREAS = """
            000
            005 America/New_York
            006 America/Puerto_Rico
            010 America/New_York
            090
            100 America/New_York
            324 America/Chicago
            326 America/New_York
            340
            341 America/New_York
            350 America/Chicago
            373 America/New_York
            375 America/Chicago
            376 America/New_York
            380 America/Chicago
            398 America/New_York
            420 America/Chicago
            425 America/New_York
            460 America/Indiana/Indianapolis
            463 America/Chicago
            465 America/Indiana/Indianapolis
            476 America/Chicago
            478 America/Indiana/Indianapolis
            480 America/Detroit
            500 America/Chicago
            569 America/New_York
            570 America/Chicago
            576 America/Denver
            580 America/Chicago
            586 America/Denver
            587 America/Chicago
            590 America/Denver
            600 America/Chicago
            693 America/Denver
            700 America/Chicago
            798 America/Denver
            832 America/Boise
            835 America/Los_Angeles
            836 America/Boise
            838 America/Los_Angeles
            840 America/Denver
            850 America/Phoenix
            865 America/Denver
            889 America/Los_Angeles
            962
            967 Pacific/Honolulu
            969 Pacific/Guam
            970 America/Los_Angeles
            979 America/Boise
            980 America/Los_Angeles
            995 America/Anchorage
            998 America/Juneau
            """;

    /** ZIP codes that are hours away from the rest of their area. */
    private static final Map<String, String> APART = Map.of(
            "96799", "Pacific/Pago_Pago",
            "99546", "America/Adak",
            "99547", "America/Adak",
            "89883", "America/Denver");

    private static final String[] ZONES = zones();

    private ZipZones() {}

    public static Optional<ZoneId> of(Zip zip) {
        String zone = APART.getOrDefault(zip.value(), ZONES[Integer.parseInt(zip.sectionalCenter())]);
        return zone.equals(NONE) ? Optional.empty() : Optional.of(ZoneId.of(zone));
    }

    /** Whose clock counts: the client's own zone, else that of their ZIP code, else the sending organization's. */
    public static ZoneId zoneFor(Optional<ZoneId> client, Optional<Zip> zip, ZoneId organization) {
        return client.or(() -> zip.flatMap(ZipZones::of)).orElse(organization);
    }

    private static String[] zones() {
        String[] zones = new String[1000];
        int area = 0;
        String zone = NONE;
        for (String line : AREAS.lines().toList()) {
            int from = Integer.parseInt(line.substring(0, 3));
            for (; area < from; area++) {
                zones[area] = zone;
            }
            zone = line.substring(3).strip();
        }
        for (; area < zones.length; area++) {
            zones[area] = zone;
        }
        return zones;
    }
}
