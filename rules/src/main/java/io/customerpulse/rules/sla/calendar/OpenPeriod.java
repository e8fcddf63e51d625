package io.customerpulse.rules.sla.calendar;

import java.time.Instant;

/**
 * A stretch of time without an interruption in which a calendar is open.
 *
 * @param start inclusive
 * @param end exclusive, later than {@code start}; {@link Instant#MAX} when the calendar does not
 *     close any more as far as it reaches
 */
public record OpenPeriod(Instant start, Instant end) {

    /**
     * A checked period.
     *
     * @throws IllegalArgumentException if it is empty
     */
    public OpenPeriod {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException(start + " is not before " + end);
        }
    }

    /** Whether it ends as far as the calendar reaches. */
    public boolean closes() {
        return !end.equals(Instant.MAX);
    }
}
