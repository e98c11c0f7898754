package org.warmhandoff.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;

/**
 * When the n-th follow-up of a share is asked. The first resource of the basket a week after sharing, the next the day after,
 * and so on (the seed's example: food pantry on day 7, shelter on day 8, legal aid on day 9), at the client's own time of
 * day and inside 09:00 to 20:00 there.
 *
 * <p>The hours are stricter than the 8 to 21 of 47 CFR 64.1200(c)(1), since some states are. Days are counted on the
 * client's calendar and not in hours, so ten o'clock stays ten o'clock when the clocks change.
 */
public final class FollowUpTime {

    public static final LocalTime OPENS = LocalTime.of(9, 0);

    /** Nothing is planned later, so that what is a little late still goes the same day. */
    public static final LocalTime LATEST_PLANNED = LocalTime.of(19, 30);

    public static final LocalTime CLOSES = LocalTime.of(20, 0);

    private static final int FIRST_DAY = 7;

    private FollowUpTime() {}

    /**
     * When the n-th follow-up is due.
     *
     * @param place its resource's place in the basket, from 1
     */
    public static Instant planned(Instant sharedAt, ZoneId zone, int place) {
        if (place < 1) {
            throw new IllegalArgumentException("places are counted from 1");
        }
        ZonedDateTime shared = sharedAt.atZone(zone);
        LocalDate date = shared.toLocalDate().plusDays(FIRST_DAY + place - 1L);
        return at(date, planned(shared.toLocalTime()), zone);
    }

    private static LocalTime planned(LocalTime time) {
        if (time.isBefore(OPENS)) {
            return OPENS;
        }
        return time.isAfter(LATEST_PLANNED) ? LATEST_PLANNED : time;
    }

    /**
     * When something that is found due may go: at once inside the hours, else when they next open. On time it is always at
     * once; after an outage in the night it is in the morning.
     */
    public static Instant lateSend(Instant now, ZoneId zone) {
        ZonedDateTime here = now.atZone(zone);
        if (isOpen(here.toLocalTime())) {
            return now;
        }
        LocalDate date = here.toLocalTime().isBefore(OPENS)
                ? here.toLocalDate()
                : here.toLocalDate().plusDays(1);
        Instant opens = at(date, OPENS, zone);
        // Where the clocks skip the very opening of a day, or a day, the first moment that is open.
        return opens.isAfter(now) ? opens : at(date.plusDays(1), OPENS, zone);
    }

    public static boolean isOpen(LocalTime time) {
        return !time.isBefore(OPENS) && time.isBefore(CLOSES);
    }

    /**
     * The instant of a local time. A time that happens twice is taken the first time. One that never happens is taken when
     * the clocks have jumped over it, or, should that be outside the hours, just before they jump.
     */
    private static Instant at(LocalDate date, LocalTime time, ZoneId zone) {
        LocalDateTime local = LocalDateTime.of(date, time);
        ZoneOffsetTransition jump = zone.getRules().getTransition(local);
        if (jump == null || jump.isOverlap()) {
            return local.atZone(zone).toInstant();
        }
        LocalDateTime after = jump.getDateTimeAfter();
        return isOpen(after.toLocalTime())
                ? jump.getInstant()
                : jump.getInstant().minusSeconds(1);
    }
}
