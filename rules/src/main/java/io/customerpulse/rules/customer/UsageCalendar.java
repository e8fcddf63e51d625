package io.customerpulse.rules.customer;

import java.time.Duration;
import java.time.Instant;

/**
 * Which UTC days are complete when: usage of a day is usually reported after midnight, so a day is
 * complete at its end plus the time the policy gives it to settle ({@code docs/rules.md}, time).
 *
 * @param settles how long after midnight reports of the day before still come in
 */
public record UsageCalendar(Duration settles) {

    private static final long DAY = Duration.ofDays(1).toMillis();

    /** The epoch day that this instant falls in. */
    public static long dayOf(Instant instant) {
        return Math.floorDiv(instant.toEpochMilli(), DAY);
    }

    /** The first midnight at or after this instant, as the epoch day that begins there. */
    public static long firstDayFrom(Instant instant) {
        return -Math.floorDiv(-instant.toEpochMilli(), DAY);
    }

    /** The instant at which the day becomes complete. */
    public Instant completion(long epochDay) {
        return Instant.ofEpochMilli((epochDay + 1) * DAY).plus(settles);
    }

    /** The latest day that is complete at this instant. */
    public long lastCompleteDay(Instant at) {
        return Math.floorDiv(at.minus(settles).toEpochMilli(), DAY) - 1;
    }
}
