package io.customerpulse.rules.sla.clock;

import io.customerpulse.rules.sla.calendar.BusinessCalendar;
import io.customerpulse.rules.sla.calendar.OpenPeriod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A stretch of time that a clock counts, or does not for one reason.
 *
 * @param from inclusive
 * @param until exclusive
 * @param open whether the calendar is open
 * @param stop why the clock stands still, if it does; of several causes the first
 */
public record Stretch(Instant from, Instant until, boolean open, Optional<StopCause> stop) {

    /** Whether this time counts. */
    public boolean counts() {
        return open && stop.isEmpty();
    }

    /**
     * The time between the start of a clock and an instant, cut wherever the reason changes why it
     * counts or does not.
     */
    public static List<Stretch> of(ClockCourse course, BusinessCalendar calendar, Instant until) {
        TreeSet<Instant> edges = new TreeSet<>();
        for (Stop stop : course.stops()) {
            edges.add(stop.from());
            edges.add(stop.until());
        }
        addOpenings(edges, calendar, course.start(), until);
        edges.removeIf(edge -> !edge.isAfter(course.start()) || !edge.isBefore(until));
        edges.add(until);
        List<Stretch> stretches = new ArrayList<>();
        Instant from = course.start();
        for (Instant edge : edges) {
            if (from.isBefore(edge)) {
                add(stretches, at(course, calendar, from, edge));
                from = edge;
            }
        }
        return stretches;
    }

    private static void addOpenings(
            TreeSet<Instant> edges, BusinessCalendar calendar, Instant from, Instant until) {
        Instant at = from;
        while (at.isBefore(until)) {
            List<OpenPeriod> next = calendar.periods(at, 1);
            if (next.isEmpty()) {
                return;
            }
            edges.add(next.get(0).start());
            edges.add(next.get(0).end());
            at = next.get(0).end();
        }
    }

    private static Stretch at(
            ClockCourse course, BusinessCalendar calendar, Instant from, Instant until) {
        Optional<StopCause> stop =
                course.stops().stream()
                        .filter(s -> s.covers(from))
                        .map(Stop::cause)
                        .min(StopCause::compareTo);
        return new Stretch(from, until, calendar.isOpen(from), stop);
    }

    private static void add(List<Stretch> stretches, Stretch next) {
        int last = stretches.size() - 1;
        if (last >= 0
                && stretches.get(last).open() == next.open()
                && stretches.get(last).stop().equals(next.stop())) {
            Instant from = stretches.get(last).from();
            stretches.set(last, new Stretch(from, next.until(), next.open(), next.stop()));
        } else {
            stretches.add(next);
        }
    }
}
