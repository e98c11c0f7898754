package org.warmhandoff.participant;

import java.time.LocalDate;
import java.util.Set;
import org.warmhandoff.contact.Zip;

/**
 * The three-digit ZIP areas in which 20,000 people or fewer live. Safe Harbor (45 CFR 164.514(b)(2)(i)(B)) has {@code 000}
 * stand for them.
 *
 * <p>The union of two published lists: HHS's de-identification guidance (census of 2000, 17 areas) and that of Microsoft's
 * FHIR anonymizer (census of 2010, 14 areas). The guidance tells to use the newest census, so {@link #AS_OF} says when this
 * one was last compared.
 */
final class RestrictedAreas {

    static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

    static final String RESTRICTED = "000";

    private static final Set<String> AREAS = Set.of(
            "036", "059", "063", "102", "203", "205", "369", "556", "692", "790", "821", "823", "830", "831", "878",
            "879", "884", "890", "893");

    private RestrictedAreas() {}

    static String of(Zip zip) {
        String area = zip.sectionalCenter();
        return AREAS.contains(area) ? RESTRICTED : area;
    }
}
