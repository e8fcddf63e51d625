package io.customerpulse.rules.sla.calendar;

import io.customerpulse.rules.sla.calendar.Stretches.Stretch;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The open time of one stretch of years, worked out: the periods in order, and how much was open
 * before each, so that every question is a search. Immutable. Instants are milliseconds since the
 * epoch.
 */
final class OpenTimeTable {

    /** A window of the date before may run into this one, and a gap may move its end by a day. */
    private static final int DAYS_AROUND = 2;

    private final int number;
    private final long[] starts;
    private final long[] ends;
    private final long[] openBefore;
    private final long total;

    private OpenTimeTable(int number, List<Stretch> open) {
        this.number = number;
        this.starts = open.stream().mapToLong(Stretch::start).toArray();
        this.ends = open.stream().mapToLong(Stretch::end).toArray();
        this.openBefore = new long[starts.length];
        long sum = 0;
        for (int i = 0; i < starts.length; i++) {
            openBefore[i] = sum;
            sum += ends[i] - starts[i];
        }
        this.total = sum;
    }

    /**
     * Works one out.
     *
     * @param number tells it from others of the calendar
     * @param from the first instant
     * @param to the instant after the last
     */
    static OpenTimeTable of(CalendarDefinition calendar, int number, long from, long to) {
        ZoneId zone = calendar.zone();
        LocalDate first = dateOf(from, zone).minusDays(DAYS_AROUND);
        LocalDate last = dateOf(to, zone).plusDays(1);
        if (!calendar.hasWindows(first, last)) {
            return new OpenTimeTable(number, List.of());
        }
        if (calendar.isAlwaysOpen(first, last)) {
            return new OpenTimeTable(number, List.of(new Stretch(from, to)));
        }
        ZoneRules rules = zone.getRules();
        Stretches open = new Stretches();
        Stretches closed = new Stretches();
        for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
            if (exists(date, rules)) {
                addAll(calendar.windowsOf(date), date, rules, open);
                addAll(calendar.breaksOf(date), date, rules, closed);
            }
            if (calendar.isHoliday(date)) {
                addDate(date, rules, closed);
            }
        }
        return new OpenTimeTable(number, open.without(closed, from, to));
    }

    private static void addAll(
            List<DailyWindow> windows, LocalDate date, ZoneRules rules, Stretches target) {
        for (DailyWindow window : windows) {
            target.add(
                    instantOf(window.startOn(date), rules), instantOf(window.endOn(date), rules));
        }
    }

    /**
     * Adds exactly the instants whose local date this is. That is one stretch, unless clocks were
     * turned back over midnight, as in Newfoundland: then the date begins, the one before comes
     * back for a while, and the date goes on.
     */
    private static void addDate(LocalDate date, ZoneRules rules, Stretches target) {
        long start = startOf(date, rules);
        long end = startOf(date.plusDays(1), rules);
        Optional<Stretch> dayBefore = returnOfTheDayBefore(date, rules);
        if (dayBefore.isPresent()) {
            target.add(start, dayBefore.get().start());
            start = dayBefore.get().end();
        }
        target.add(start, end);
        returnOfTheDayBefore(date.plusDays(1), rules)
                .ifPresent(again -> target.add(again.start(), again.end()));
    }

    private static Optional<Stretch> returnOfTheDayBefore(LocalDate date, ZoneRules rules) {
        LocalDateTime midnight = date.atTime(LocalTime.MIDNIGHT);
        ZoneOffsetTransition change = rules.getTransition(midnight);
        return change != null && change.isOverlap() && change.getDateTimeAfter().isBefore(midnight)
                ? Optional.of(
                        new Stretch(
                                change.toEpochSecond() * 1000,
                                midnight.toEpochSecond(change.getOffsetAfter()) * 1000))
                : Optional.empty();
    }

    private static LocalDate dateOf(long instant, ZoneId zone) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(instant), zone);
    }

    /**
     * The instant of an edge. For a time that does not exist or exists twice, the rules give the
     * offset before the change: that moves an edge in a gap forward by the gap, and takes the
     * earlier of two.
     */
    private static long instantOf(LocalDateTime edge, ZoneRules rules) {
        return edge.toEpochSecond(rules.getOffset(edge)) * 1000;
    }

    /** The first instant of a date; of one that was skipped, that of the next. */
    private static long startOf(LocalDate date, ZoneRules rules) {
        LocalDateTime midnight = date.atTime(LocalTime.MIDNIGHT);
        ZoneOffsetTransition change = rules.getTransition(midnight);
        return change != null && change.isGap()
                ? change.toEpochSecond() * 1000
                : instantOf(midnight, rules);
    }

    /** Whether the date came at all: some were skipped when a zone crossed the date line. */
    private static boolean exists(LocalDate date, ZoneRules rules) {
        return rules.isFixedOffset() || startOf(date, rules) < startOf(date.plusDays(1), rules);
    }

    int number() {
        return number;
    }

    /** All open time. */
    long total() {
        return total;
    }

    int periods() {
        return starts.length;
    }

    long start(int period) {
        return starts[period];
    }

    long end(int period) {
        return ends[period];
    }

    /** The number of the first period that ends after an instant; {@link #periods} if none does. */
    int firstEndingAfter(long instant) {
        int at = Arrays.binarySearch(ends, instant);
        return at >= 0 ? at + 1 : -at - 1;
    }

    boolean isOpen(long instant) {
        int period = firstEndingAfter(instant);
        return period < starts.length && starts[period] <= instant;
    }

    /** The open time before an instant. */
    long openBefore(long instant) {
        int period = firstEndingAfter(instant);
        return period == starts.length
                ? total
                : openBefore[period] + Math.max(0, instant - starts[period]);
    }

    /** The earliest instant that has so much open time before it, which is more than 0. */
    long earliestWith(long open) {
        int at = Arrays.binarySearch(openBefore, open);
        int period = (at >= 0 ? at : -at - 1) - 1;
        return starts[period] + open - openBefore[period];
    }

    /** The latest instant that has so much open time before it, which is less than all. */
    long latestWith(long open) {
        int at = Arrays.binarySearch(openBefore, open);
        int period = at >= 0 ? at : -at - 2;
        return starts[period] + open - openBefore[period];
    }
}
