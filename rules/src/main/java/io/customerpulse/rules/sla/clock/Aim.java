package io.customerpulse.rules.sla.clock;

import io.customerpulse.events.result.TargetSource;
import io.customerpulse.rules.sla.calendar.BusinessCalendar;
import java.time.Duration;
import java.util.List;

/**
 * What a clock is to keep to.
 *
 * @param target counted time, longer than zero
 * @param calendarName names the calendar
 * @param calendar says which time counts
 * @param source where the target comes from
 * @param warnings the percents of the target at which it warns, rising
 */
public record Aim(
        Duration target,
        String calendarName,
        BusinessCalendar calendar,
        TargetSource source,
        List<Integer> warnings) {

    private static final int WHOLE = 100;

    public Aim {
        warnings = List.copyOf(warnings);
    }

    /** The least counted time at which a percent of the target is used, up to the millisecond. */
    Duration used(int percent) {
        return Duration.ofMillis((target.toMillis() * percent + WHOLE - 1) / WHOLE);
    }

    /** Twice the target. */
    Duration twice() {
        return target.multipliedBy(2);
    }
}
