package io.customerpulse.rules.customer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A half-open stretch of time {@code [from, until)}.
 *
 * @param from inclusive
 * @param until exclusive, later than {@code from}; {@link Instant#MAX} when it is still open
 */
public record TimeInterval(Instant from, Instant until) {

    public TimeInterval {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException(from + " is not before " + until);
        }
    }

    /** The same time without overlaps, in order; adjacent intervals become one. */
    public static List<TimeInterval> union(List<TimeInterval> intervals) {
        List<TimeInterval> sorted = new ArrayList<>(intervals);
        sorted.sort(Comparator.comparing(TimeInterval::from).thenComparing(TimeInterval::until));
        List<TimeInterval> merged = new ArrayList<>();
        for (TimeInterval next : sorted) {
            TimeInterval last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last == null || next.from().isAfter(last.until())) {
                merged.add(next);
            } else if (next.until().isAfter(last.until())) {
                merged.set(merged.size() - 1, new TimeInterval(last.from(), next.until()));
            }
        }
        return merged;
    }

    /** What is left of an interval without the others, which must not overlap and be in order. */
    public static List<TimeInterval> subtract(TimeInterval from, List<TimeInterval> others) {
        List<TimeInterval> left = new ArrayList<>();
        Instant start = from.from();
        for (TimeInterval other : others) {
            if (other.from().isAfter(start) && start.isBefore(from.until())) {
                Instant end = other.from().isBefore(from.until()) ? other.from() : from.until();
                left.add(new TimeInterval(start, end));
            }
            if (other.until().isAfter(start)) {
                start = other.until();
            }
        }
        if (start.isBefore(from.until())) {
            left.add(new TimeInterval(start, from.until()));
        }
        return left;
    }
}
