package org.warmhandoff.followup;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowUpTimeTest {

    /** Thirteen hours, and two more where a station in Antarctica turns its clocks back by two. */
    private static final long LONGEST_NIGHT = 15 * 3600;

    private static final ZoneId SEATTLE = ZoneId.of("America/Los_Angeles");

    @ParameterizedTest(name = "shared {0}, place {1}: asked {2}")
    @CsvSource({
        "2026-11-23T10:00, 1, 2026-11-30T10:00", "2026-11-23T10:00, 2, 2026-12-01T10:00",
                "2026-11-23T10:00, 3, 2026-12-02T10:00",
        // earlier becomes nine, after half past seven becomes half past seven
        "2026-11-23T00:00, 1, 2026-11-30T09:00", "2026-11-23T08:59:59, 1, 2026-11-30T09:00",
                "2026-11-23T09:00, 1, 2026-11-30T09:00",
        "2026-11-23T19:30, 1, 2026-11-30T19:30", "2026-11-23T19:31, 1, 2026-11-30T19:30",
                "2026-11-23T23:59, 1, 2026-11-30T19:30",
        // the clocks change in between: the hour stays
        "2026-03-02T10:00, 1, 2026-03-09T10:00", "2026-10-26T10:00, 1, 2026-11-02T10:00",
                "2026-10-25T10:00, 1, 2026-11-01T10:00",
        // ends of months, of the year, and the leap day
        "2026-12-28T10:00, 1, 2027-01-04T10:00", "2028-02-22T10:00, 1, 2028-02-29T10:00",
                "2028-02-22T10:00, 2, 2028-03-01T10:00"
    })
    void a_follow_up_comes_a_week_later_at_the_same_time_of_day(LocalDateTime shared, int place, LocalDateTime asked) {
        assertThat(FollowUpTime.planned(shared.atZone(SEATTLE).toInstant(), SEATTLE, place)
                        .atZone(SEATTLE)
                        .toLocalDateTime())
                .isEqualTo(asked);
    }

    @Test
    void the_day_is_the_clients_and_not_that_of_utc() {
        Instant eveningInSeattle = Instant.parse("2026-11-24T03:00:00Z");
        assertThat(FollowUpTime.planned(eveningInSeattle, SEATTLE, 1)).isEqualTo("2026-12-01T03:00:00Z");
    }

    @ParameterizedTest(name = "found {0}: sent {1}")
    @CsvSource({
        "2026-11-30T09:00, 2026-11-30T09:00", "2026-11-30T19:59:59, 2026-11-30T19:59:59",
                "2026-11-30T20:00, 2026-12-01T09:00", "2026-11-30T23:00, 2026-12-01T09:00",
        "2026-11-30T03:00, 2026-11-30T09:00", "2026-12-31T22:00, 2027-01-01T09:00",
                "2026-03-07T22:00, 2026-03-08T09:00", "2026-11-01T01:30, 2026-11-01T09:00"
    })
    void what_is_found_late_waits_for_the_morning(LocalDateTime found, LocalDateTime sent) {
        assertThat(FollowUpTime.lateSend(found.atZone(SEATTLE).toInstant(), SEATTLE))
                .isEqualTo(sent.atZone(SEATTLE).toInstant());
    }

    @Test
    void in_every_zone_across_every_change_of_its_clocks_the_date_is_kept_and_the_hours_are_open() {
        Instant from = Instant.parse("2024-01-01T00:00:00Z");
        Instant until = Instant.parse("2038-01-01T00:00:00Z");
        long planned = 0;
        Set<ZoneRules> seen = new HashSet<>();
        for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            ZoneId zone = ZoneId.of(id);
            if (!seen.add(zone.getRules())) {
                continue; // another name of one that has been tried
            }
            ZoneOffsetTransition change = zone.getRules().nextTransition(from);
            while (change != null && change.getInstant().isBefore(until)) {
                // Shared on the day of the change, or so that a follow-up falls on it, or on the day after it.
                for (int daysBefore : new int[] {8, 7, 1, 0}) {
                    LocalDate day = change.getDateTimeBefore().toLocalDate().minusDays(daysBefore);
                    for (int slot = 0; slot < 48; slot++) {
                        Instant shared = day.atStartOfDay(zone).toInstant().plusSeconds(slot * 1800L);
                        check(shared, zone, 1);
                        check(shared, zone, 2);
                        planned += 2;
                    }
                }
                change = zone.getRules().nextTransition(change.getInstant());
            }
        }
        assertThat(planned).isGreaterThan(500_000);
    }

    private static void check(Instant shared, ZoneId zone, int place) {
        LocalDateTime before = LocalDateTime.ofInstant(shared, zone);
        Instant planned = FollowUpTime.planned(shared, zone, place);
        LocalDateTime asked = LocalDateTime.ofInstant(planned, zone);
        LocalTime time = before.toLocalTime();
        LocalTime wanted = time.isBefore(FollowUpTime.OPENS)
                ? FollowUpTime.OPENS
                : time.isAfter(FollowUpTime.LATEST_PLANNED) ? FollowUpTime.LATEST_PLANNED : time;
        boolean happens = zone.getRules()
                        .getValidOffsets(LocalDateTime.of(asked.toLocalDate(), wanted))
                        .size()
                > 0;
        if (DAYS.between(before.toLocalDate(), asked.toLocalDate()) != 6 + place
                || !FollowUpTime.isOpen(asked.toLocalTime())
                || happens && !asked.toLocalTime().equals(wanted)
                || !FollowUpTime.lateSend(planned, zone).equals(planned)
                || !isRight(FollowUpTime.lateSend(shared, zone), shared, zone)) {
            fail("%s shared %s asked %s", zone, before, asked);
        }
    }

    private static boolean isRight(Instant sent, Instant found, ZoneId zone) {
        return !sent.isBefore(found)
                && FollowUpTime.isOpen(LocalDateTime.ofInstant(sent, zone).toLocalTime())
                && !sent.isAfter(found.plusSeconds(LONGEST_NIGHT));
    }
}
