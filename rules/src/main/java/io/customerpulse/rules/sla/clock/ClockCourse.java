package io.customerpulse.rules.sla.clock;

import io.customerpulse.rules.customer.TimeInterval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything that moves one clock, as far as it is known.
 *
 * @param start from when on it counts
 * @param aims in order, the first at the start
 * @param stops all that make it stand still, solved times included
 * @param solved when the ticket is solved, in order, apart from each other; {@link Instant#MAX}
 *     ends what is not over
 * @param solvingMeets whether solving the ticket is what the clock waits for
 * @param answered when that happens which ends the clock for good
 * @param excluded when the ticket is excluded
 * @param ended when the clock ends in silence
 * @param startsFrom it cannot start before this instant; a clock that started before keeps to it
 */
public record ClockCourse(
        Instant start,
        List<AimChange> aims,
        List<Stop> stops,
        List<TimeInterval> solved,
        boolean solvingMeets,
        Optional<Instant> answered,
        Optional<Instant> excluded,
        Optional<Instant> ended,
        Instant startsFrom) {

    public ClockCourse {
        aims = List.copyOf(aims);
        stops = List.copyOf(stops);
        solved = List.copyOf(solved);
    }

    /** The aim at an instant. */
    Optional<Aim> aimAt(Instant at) {
        for (int i = aims.size() - 1; i >= 0; i--) {
            if (!aims.get(i).from().isAfter(at)) {
                return aims.get(i).aim();
            }
        }
        return Optional.empty();
    }

    boolean aimChangesAt(Instant at) {
        return aims.stream().anyMatch(change -> change.from().equals(at));
    }

    boolean solvedAt(Instant at) {
        return solved.stream()
                .anyMatch(time -> !at.isBefore(time.from()) && at.isBefore(time.until()));
    }

    /**
     * When a target is used up as far as was known at an instant, scheduled stops included; empty
     * while the clock stands still for another cause than being solved.
     */
    public Optional<Instant> dueAsKnown(Aim aim, Instant at) {
        List<Stop> known = new ArrayList<>();
        for (Stop stop : stops) {
            if (stop.covers(at)) {
                if (stop.cause() != StopCause.SOLVED) {
                    return Optional.empty();
                }
            } else if (!stop.knownFrom().isAfter(at)) {
                known.add(stop);
            }
        }
        return new CountedTime(aim.calendar(), start, known).whenCounted(aim.target());
    }
}
