package io.customerpulse.rules.sla.calendar;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.LongStream;

/**
 * Answers how much open time lies between instants, and when so much has passed ({@code
 * docs/calendars.md}). Exact to the millisecond; what is finer is cut off.
 *
 * <p>Time is divided into sections of some four years. The open time of a section is worked out
 * when it is first needed; after that every question is a search in a table, however long the time
 * asked about. The tables in use are kept, up to a bound. Calendars are immutable as seen from
 * outside and may be shared by threads: two that need the same section at once work it out twice,
 * and get the same.
 *
 * <p>Instants reach from year 0 to 9999; every method throws {@link OutOfReachException} for
 * others.
 */
public final class BusinessCalendar implements Serializable {

    /** The first instant a calendar can answer for. */
    public static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");

    /** The last instant a calendar can answer for. */
    public static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private static final long serialVersionUID = 1L;

    /** A section has 2^37 milliseconds, 4.4 years. */
    private static final int SECTION_BITS = 37;

    private static final long FIRST_INSTANT = EARLIEST.toEpochMilli();
    private static final long END = LATEST.toEpochMilli() + 1;
    private static final int FIRST_SECTION = section(FIRST_INSTANT);
    private static final int LAST_SECTION = section(END - 1);

    /** 70 years, which is more than any use has at once; a business calendar fills 0.5 MB. */
    private static final int TABLES_KEPT = 16;

    private static final long UNKNOWN = -1;

    /** More open time than there can be. */
    private static final Duration BEYOND_ALL = Duration.between(EARLIEST, LATEST).plusDays(1);

    private final CalendarDefinition definition;
    private final transient AtomicReferenceArray<OpenTimeTable> tables;
    private final transient AtomicLongArray totals;

    /** The calendar of a definition. */
    public BusinessCalendar(CalendarDefinition definition) {
        this.definition = definition;
        this.tables = new AtomicReferenceArray<>(TABLES_KEPT);
        this.totals =
                new AtomicLongArray(
                        LongStream.generate(() -> UNKNOWN)
                                .limit(LAST_SECTION - FIRST_SECTION + 1L)
                                .toArray());
    }

    /** What it was built from. */
    public CalendarDefinition definition() {
        return definition;
    }

    /**
     * The instant that lies so much open time away. Forward it is the earliest instant at which
     * that much has passed since the start; for zero that is the start if it is open, or else the
     * next opening. For a negative duration see {@link #subtract}.
     *
     * @throws OutOfReachException if there is not so much open time
     */
    public Instant add(Instant start, Duration openTime) {
        if (openTime.isNegative()) {
            return subtract(start, opposite(openTime));
        }
        long from = reachable(start);
        long wanted = millis(openTime);
        if (wanted == 0) {
            return nextOpening(start)
                    .orElseThrow(() -> new OutOfReachException("it is never open after " + start));
        }
        int section = section(from);
        long passed = table(section).openBefore(from);
        while (wanted > total(section) - passed) {
            wanted -= total(section) - passed;
            passed = 0;
            if (++section > LAST_SECTION) {
                throw new OutOfReachException(
                        "there is less open time than %s after %s, up to the year 9999"
                                .formatted(openTime, start));
            }
        }
        return Instant.ofEpochMilli(table(section).earliestWith(passed + wanted));
    }

    /**
     * The latest instant from which so much open time remains until the start; for zero that is the
     * start if it is open or a closing edge, or else the closing before it.
     *
     * @param openTime not negative
     * @throws OutOfReachException if there is not so much open time
     */
    public Instant subtract(Instant start, Duration openTime) {
        if (openTime.isNegative()) {
            return add(start, opposite(openTime));
        }
        long from = reachable(start);
        long wanted = millis(openTime);
        if (wanted == 0) {
            return lastOpenOrClosing(from)
                    .orElseThrow(
                            () -> new OutOfReachException("it was never open before " + start));
        }
        int section = section(from);
        long passed = table(section).openBefore(from);
        while (wanted > passed) {
            wanted -= passed;
            if (--section < FIRST_SECTION) {
                throw new OutOfReachException(
                        "there is less open time than %s before %s, back to the year 0"
                                .formatted(openTime, start));
            }
            passed = total(section);
        }
        return Instant.ofEpochMilli(table(section).latestWith(passed - wanted));
    }

    /** The open time between two instants; zero if the end is not after the start. */
    public Duration between(Instant start, Instant end) {
        long from = reachable(start);
        long to = reachable(end);
        if (to <= from) {
            return Duration.ZERO;
        }
        long open = table(section(to)).openBefore(to) - table(section(from)).openBefore(from);
        for (int section = section(from); section < section(to); section++) {
            open += total(section);
        }
        return Duration.ofMillis(open);
    }

    /** Whether it is open: at an opening it is, at a closing it is not. */
    public boolean isOpen(Instant at) {
        return isOpen(reachable(at));
    }

    /** The instant itself if it is open, or else the next at which it opens, if it ever does. */
    public Optional<Instant> nextOpening(Instant at) {
        long from = reachable(at);
        for (int section = section(from); section <= LAST_SECTION; section++) {
            if (total(section) > 0) {
                OpenTimeTable table = table(section);
                int period = table.firstEndingAfter(from);
                if (period < table.periods()) {
                    return Optional.of(Instant.ofEpochMilli(Math.max(from, table.start(period))));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The next periods, adjacent windows as one, the first cut at the instant. There are fewer if
     * the calendar has no more.
     *
     * @param count how many at most
     */
    public List<OpenPeriod> periods(Instant from, int count) {
        List<OpenPeriod> periods = new ArrayList<>();
        Instant at = from;
        while (periods.size() < count && !at.equals(Instant.MAX)) {
            Optional<Instant> opening = nextOpening(at);
            if (opening.isEmpty()) {
                break;
            }
            at = closingAfter(opening.get().toEpochMilli());
            periods.add(new OpenPeriod(opening.get(), at));
        }
        return periods;
    }

    /** When it next closes, if it is open at that instant. */
    private Instant closingAfter(long open) {
        for (int section = section(open); section <= LAST_SECTION; section++) {
            OpenTimeTable table = table(section);
            long closing = table.end(table.firstEndingAfter(open));
            // What is open up to the end of a section may go on in the next.
            if (closing < endOf(section) || (section < LAST_SECTION && !isOpen(closing))) {
                return Instant.ofEpochMilli(closing);
            }
        }
        return Instant.MAX;
    }

    private Optional<Instant> lastOpenOrClosing(long at) {
        if (isOpen(at)) {
            return Optional.of(Instant.ofEpochMilli(at));
        }
        for (int section = section(at); section >= FIRST_SECTION; section--) {
            if (total(section) > 0) {
                OpenTimeTable table = table(section);
                int before = Math.min(table.firstEndingAfter(at), table.periods()) - 1;
                if (before >= 0) {
                    return Optional.of(Instant.ofEpochMilli(table.end(before)));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isOpen(long at) {
        return table(section(at)).isOpen(at);
    }

    private OpenTimeTable table(int section) {
        int slot = Math.floorMod(section, TABLES_KEPT);
        OpenTimeTable table = tables.get(slot);
        if (table == null || table.number() != section) {
            table = OpenTimeTable.of(definition, section, startOf(section), endOf(section));
            tables.set(slot, table);
            totals.set(section - FIRST_SECTION, table.total());
        }
        return table;
    }

    private long total(int section) {
        long known = totals.get(section - FIRST_SECTION);
        return known == UNKNOWN ? table(section).total() : known;
    }

    private static int section(long instant) {
        return (int) (instant >> SECTION_BITS);
    }

    private static long startOf(int section) {
        return Math.max(FIRST_INSTANT, (long) section << SECTION_BITS);
    }

    private static long endOf(int section) {
        return Math.min(END, (section + 1L) << SECTION_BITS);
    }

    private static long reachable(Instant at) {
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw new OutOfReachException(at + " is not within the years 0 to 9999");
        }
        return at.toEpochMilli();
    }

    /** The shortest duration of all has no opposite, but is beyond all anyway. */
    private static Duration opposite(Duration negative) {
        return negative.getSeconds() <= -BEYOND_ALL.getSeconds() ? BEYOND_ALL : negative.negated();
    }

    /** The milliseconds of a duration that is not negative; of one beyond all, as many as fit. */
    private static long millis(Duration openTime) {
        return openTime.getSeconds() >= BEYOND_ALL.getSeconds()
                ? BEYOND_ALL.toMillis()
                : openTime.toMillis();
    }

    private Object readResolve() {
        return new BusinessCalendar(definition);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BusinessCalendar calendar && calendar.definition.equals(definition);
    }

    @Override
    public int hashCode() {
        return definition.hashCode();
    }

    @Override
    public String toString() {
        return definition.toString();
    }
}
