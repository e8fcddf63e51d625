package io.customerpulse.rules.sla.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a calendar means, said as directly as possible: a minute is open or not, and time is walked
 * minute by minute. Only for definitions and instants of whole minutes.
 */
record WalkedCalendar(CalendarDefinition definition) {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    boolean isOpen(Instant at) {
        LocalDate date = LocalDate.ofInstant(at, zone());
        return !isHoliday(date)
                && around(date).anyMatch(day -> within(windows(day), day, at))
                && around(date).noneMatch(day -> within(breaks(day), day, at));
    }

    Duration between(Instant start, Instant end) {
        Duration open = Duration.ZERO;
        for (Instant at = start; at.isBefore(end); at = at.plus(MINUTE)) {
            open = isOpen(at) ? open.plus(MINUTE) : open;
        }
        return open;
    }

    /** The earliest instant at which that much has passed. */
    Instant add(Instant start, Duration openTime) {
        Instant at = start;
        Duration passed = Duration.ZERO;
        while (passed.compareTo(openTime) < 0) {
            passed = isOpen(at) ? passed.plus(MINUTE) : passed;
            at = at.plus(MINUTE);
        }
        while (openTime.isZero() && !isOpen(at)) {
            at = at.plus(MINUTE);
        }
        return at;
    }

    /** The latest instant from which that much remains. */
    Instant subtract(Instant start, Duration openTime) {
        Instant at = start;
        Duration passed = Duration.ZERO;
        while (passed.compareTo(openTime) < 0) {
            at = at.minus(MINUTE);
            passed = isOpen(at) ? passed.plus(MINUTE) : passed;
        }
        while (openTime.isZero() && !isOpen(at) && !isOpen(at.minus(MINUTE))) {
            at = at.minus(MINUTE);
        }
        return at;
    }

    private Stream<LocalDate> around(LocalDate date) {
        return Stream.iterate(date.minusDays(3), day -> day.plusDays(1))
                .limit(5)
                .filter(this::exists);
    }

    private boolean within(List<DailyWindow> windows, LocalDate date, Instant at) {
        return windows.stream()
                .anyMatch(
                        window ->
                                !at.isBefore(edge(date, window.startSecond()))
                                        && at.isBefore(edge(date, window.endSecond())));
    }

    /** ZonedDateTime moves forward by a gap, and takes the earlier of two offsets. */
    private Instant edge(LocalDate date, int second) {
        LocalDateTime local = date.atStartOfDay().plusSeconds(second);
        return ZonedDateTime.ofLocal(local, zone(), null).toInstant();
    }

    private List<DailyWindow> windows(LocalDate date) {
        Map<LocalDate, List<DailyWindow>> shifts = definition.shifts();
        return shifts.containsKey(date)
                ? shifts.get(date)
                : definition.weekly().getOrDefault(date.getDayOfWeek(), List.of());
    }

    private List<DailyWindow> breaks(LocalDate date) {
        return definition.breaks().getOrDefault(date, List.of());
    }

    private boolean isHoliday(LocalDate date) {
        return definition.holidays().contains(date)
                || definition.yearlyHolidays().contains(MonthDay.from(date));
    }

    private boolean exists(LocalDate date) {
        return date.atStartOfDay(zone()).toLocalDate().equals(date);
    }

    private ZoneId zone() {
        return definition.zone();
    }
}
