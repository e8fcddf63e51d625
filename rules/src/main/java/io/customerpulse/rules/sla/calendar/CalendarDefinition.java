package io.customerpulse.rules.sla.calendar;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * When time counts, in the terms of the people who work by it: wall-clock windows of a zone ({@code
 * docs/calendars.md}, The shape). Two definitions are equal when they say the same, in whatever
 * order.
 *
 * @param zone whose wall clock the windows are read on
 * @param weekly the windows of each day of the week; a day without an entry has none
 * @param holidays closed from local midnight to local midnight
 * @param yearlyHolidays the same in every year that has such a day
 * @param shifts the windows of single dates, in place of those of their day of the week; an empty
 *     list closes the date
 * @param breaks closed windows of single dates
 */
public record CalendarDefinition(
        ZoneId zone,
        Map<DayOfWeek, List<DailyWindow>> weekly,
        NavigableSet<LocalDate> holidays,
        NavigableSet<MonthDay> yearlyHolidays,
        NavigableMap<LocalDate, List<DailyWindow>> shifts,
        NavigableMap<LocalDate, List<DailyWindow>> breaks)
        implements Serializable {

    /** A definition of its own, which later changes of the arguments do not reach. */
    public CalendarDefinition {
        Map<DayOfWeek, List<DailyWindow>> days = new EnumMap<>(DayOfWeek.class);
        weekly.forEach((day, windows) -> days.put(day, sorted(windows)));
        days.values().removeIf(List::isEmpty);
        weekly = Collections.unmodifiableMap(days);
        holidays = Collections.unmodifiableNavigableSet(new TreeSet<>(holidays));
        yearlyHolidays = Collections.unmodifiableNavigableSet(new TreeSet<>(yearlyHolidays));
        shifts = sorted(shifts);
        breaks = sorted(breaks);
    }

    /** Open every hour of every day. */
    public static CalendarDefinition alwaysOpen(ZoneId zone) {
        Map<DayOfWeek, List<DailyWindow>> weekly = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            weekly.put(day, List.of(DailyWindow.WHOLE_DAY));
        }
        return weekly(zone, weekly);
    }

    /** The same every week. */
    public static CalendarDefinition weekly(ZoneId zone, Map<DayOfWeek, List<DailyWindow>> weekly) {
        return new CalendarDefinition(
                zone, weekly, new TreeSet<>(), new TreeSet<>(), new TreeMap<>(), new TreeMap<>());
    }

    /** This one, also closed on some dates. */
    public CalendarDefinition withHolidays(Set<LocalDate> dates) {
        NavigableSet<LocalDate> all = new TreeSet<>(holidays);
        all.addAll(dates);
        return new CalendarDefinition(zone, weekly, all, yearlyHolidays, shifts, breaks);
    }

    /** The windows that begin on a date, in order; holidays and breaks are not yet cut out. */
    List<DailyWindow> windowsOf(LocalDate date) {
        List<DailyWindow> shift = shifts.get(date);
        return shift != null ? shift : weekly.getOrDefault(date.getDayOfWeek(), List.of());
    }

    /** The breaks that begin on a date. */
    List<DailyWindow> breaksOf(LocalDate date) {
        return breaks.getOrDefault(date, List.of());
    }

    boolean isHoliday(LocalDate date) {
        return holidays.contains(date)
                || (!yearlyHolidays.isEmpty() && yearlyHolidays.contains(MonthDay.from(date)));
    }

    /** Whether any window can begin between two dates, both included. */
    boolean hasWindows(LocalDate first, LocalDate last) {
        return !weekly.isEmpty() || !shifts.subMap(first, true, last, true).isEmpty();
    }

    /** Whether nothing closes it between two dates, both included. */
    boolean isAlwaysOpen(LocalDate first, LocalDate last) {
        return weekly.size() == DayOfWeek.values().length
                && weekly.values().stream().allMatch(day -> day.contains(DailyWindow.WHOLE_DAY))
                && yearlyHolidays.isEmpty()
                && holidays.subSet(first, true, last, true).isEmpty()
                && shifts.subMap(first, true, last, true).isEmpty()
                && breaks.subMap(first, true, last, true).isEmpty();
    }

    private static NavigableMap<LocalDate, List<DailyWindow>> sorted(
            Map<LocalDate, List<DailyWindow>> dates) {
        NavigableMap<LocalDate, List<DailyWindow>> sorted = new TreeMap<>();
        dates.forEach((date, windows) -> sorted.put(date, sorted(windows)));
        return Collections.unmodifiableNavigableMap(sorted);
    }

    private static List<DailyWindow> sorted(List<DailyWindow> windows) {
        return windows.stream().sorted().distinct().toList();
    }
}
