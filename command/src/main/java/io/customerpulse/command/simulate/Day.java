package io.customerpulse.command.simulate;

import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * One day (UTC) of the simulation.
 *
 * @param index 0 is the first
 * @param start its midnight, in milliseconds since the epoch
 */
record Day(int index, long start) {

    static final long MINUTE = 60_000;
    static final long HOUR = 60 * MINUTE;
    static final long LENGTH = 24 * HOUR;

    /** Whether people mostly do not work. */
    boolean weekend() {
        // 1970-01-01 was a Thursday.
        long sinceMonday = Math.floorMod(start / LENGTH + 3, 7);
        return sinceMonday >= 5;
    }

    /** The date. */
    LocalDate date() {
        return LocalDate.ofEpochDay(start / LENGTH);
    }

    /** The day so many days later. */
    Day plus(int days) {
        return new Day(index + days, start + days * LENGTH);
    }

    /** The first day of a simulation. */
    static Day first(LocalDate date) {
        return new Day(0, date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
    }
}
