package org.warmhandoff.participant;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.warmhandoff.client.Household;

/**
 * Who lives together, without ages. Large families are few and known: from six people on, the numbers are left out and
 * only the bands of the children stand.
 *
 * @param adults 0 when large
 * @param children a band for each child, the youngest first; when large, each band once
 */
public record ParticipantHousehold(boolean large, int adults, List<AgeBand> children) {

    private static final int LARGE = 6;

    public ParticipantHousehold {
        children = List.copyOf(children);
    }

    public static ParticipantHousehold of(Household household) {
        List<AgeBand> bands =
                household.childrenAges().stream().map(AgeBand::ofAge).sorted().toList();
        return household.people() >= LARGE
                ? new ParticipantHousehold(true, 0, bands.stream().distinct().toList())
                : new ParticipantHousehold(false, household.adults(), bands);
    }

    /** {@code 1 adult, 2 children (0-5, 6-12)}, or {@code 6+ people, with children (0-5, 6-12)}. */
    public String label() {
        if (large) {
            return children.isEmpty() ? "6+ people" : "6+ people, with children (" + bands() + ")";
        }
        List<String> parts = new ArrayList<>();
        if (adults > 0) {
            parts.add(adults == 1 ? "1 adult" : adults + " adults");
        }
        if (!children.isEmpty()) {
            parts.add((children.size() == 1 ? "1 child" : children.size() + " children") + " (" + bands() + ")");
        }
        return parts.isEmpty() ? Participant.NOT_STATED : String.join(", ", parts);
    }

    private String bands() {
        Map<AgeBand, Integer> counted = new EnumMap<>(AgeBand.class);
        children.forEach(band -> counted.merge(band, 1, Integer::sum));
        List<String> parts = new ArrayList<>();
        counted.forEach((band, count) -> parts.add(count == 1 ? band.label() : count + " of " + band.label()));
        return String.join(", ", parts);
    }
}
