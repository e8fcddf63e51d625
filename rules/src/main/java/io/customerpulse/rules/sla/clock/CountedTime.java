package io.customerpulse.rules.sla.clock;

import io.customerpulse.rules.customer.TimeInterval;
import io.customerpulse.rules.sla.calendar.BusinessCalendar;
import io.customerpulse.rules.sla.calendar.OutOfReachException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The one truth about a clock: the open time of its calendar since its start, without the union of
 * all stops. Overlapping stops count once, and a stop outside open hours takes nothing away.
 * Immutable; every question is a search.
 */
public final class CountedTime {

    private final BusinessCalendar calendar;
    private final Instant start;

    /** The stretches without a stop, in order; the last goes on for ever unless a stop does. */
    private final List<TimeInterval> running;

    /** What was counted before each of them, in milliseconds. */
    private final long[] before;

    /**
     * Counts from a start on.
     *
     * @param stops in any order; they may overlap, and those before the start do not matter
     */
    public CountedTime(BusinessCalendar calendar, Instant start, Collection<Stop> stops) {
        this.calendar = calendar;
        this.start = start;
        this.running = running(start, stops);
        this.before = new long[running.size()];
        for (int i = 1; i < before.length; i++) {
            before[i] = before[i - 1] + open(running.get(i - 1));
        }
    }

    private static List<TimeInterval> running(Instant start, Collection<Stop> stops) {
        TimeInterval all = new TimeInterval(start, Instant.MAX);
        if (stops.isEmpty()) {
            return List.of(all);
        }
        List<TimeInterval> intervals = new ArrayList<>(stops.size());
        stops.forEach(stop -> intervals.add(new TimeInterval(stop.from(), stop.until())));
        return TimeInterval.subtract(all, TimeInterval.union(intervals));
    }

    private long open(TimeInterval stretch) {
        return calendar.between(stretch.from(), stretch.until()).toMillis();
    }

    /** What is counted up to an instant; zero up to the start. */
    public Duration at(Instant instant) {
        int last = lastBeginningBy(instant);
        if (last < 0) {
            return Duration.ZERO;
        }
        TimeInterval stretch = running.get(last);
        Instant until = instant.isBefore(stretch.until()) ? instant : stretch.until();
        return calendar.between(stretch.from(), until).plusMillis(before[last]);
    }

    /** The open time up to an instant that stops took away. */
    public Duration stoppedAt(Instant instant) {
        return calendar.between(start, instant).minus(at(instant));
    }

    /** Whether time counts right after this instant. */
    public boolean countsAt(Instant instant) {
        int last = lastBeginningBy(instant);
        return last >= 0 && instant.isBefore(running.get(last).until()) && calendar.isOpen(instant);
    }

    /**
     * The earliest instant at which so much is counted; empty if that will never be, as far as is
     * known.
     */
    public Optional<Instant> whenCounted(Duration wanted) {
        long millis = wanted.toMillis();
        if (millis == 0) {
            return Optional.of(start);
        }
        for (int i = firstThatMayReach(millis); i < running.size(); i++) {
            TimeInterval stretch = running.get(i);
            Optional<Instant> reached = add(stretch.from(), millis - before[i]);
            if (reached.filter(at -> !at.isAfter(stretch.until())).isPresent()) {
                return reached;
            }
        }
        return Optional.empty();
    }

    /** The instant itself if time counts from there on, or else the next at which it does. */
    public Optional<Instant> nextCounting(Instant instant) {
        for (int i = Math.max(0, lastBeginningBy(instant)); i < running.size(); i++) {
            TimeInterval stretch = running.get(i);
            Instant from = instant.isBefore(stretch.from()) ? stretch.from() : instant;
            if (from.isBefore(stretch.until())) {
                Optional<Instant> opening = calendar.nextOpening(from);
                if (opening.filter(at -> at.isBefore(stretch.until())).isPresent()) {
                    return opening;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Instant> add(Instant from, long millis) {
        try {
            return Optional.of(calendar.add(from, Duration.ofMillis(millis)));
        } catch (OutOfReachException never) {
            return Optional.empty();
        }
    }

    /** The last stretch before which less was counted. */
    private int firstThatMayReach(long millis) {
        int low = 0;
        int high = before.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (before[middle] < millis) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private int lastBeginningBy(Instant instant) {
        int low = -1;
        int high = running.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (!running.get(middle).from().isAfter(instant)) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
