package io.customerpulse.rules.sla.tickets;

import io.customerpulse.rules.sla.ClockId;
import io.customerpulse.rules.sla.clock.Aim;
import io.customerpulse.rules.sla.clock.AimChange;
import io.customerpulse.rules.sla.clock.ClockCourse;
import io.customerpulse.rules.sla.clock.ClockHistory;
import io.customerpulse.rules.sla.clock.ClockMoment;
import io.customerpulse.rules.sla.clock.CountedTime;
import io.customerpulse.rules.sla.clock.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A clock with the reasons for what it says.
 *
 * @param clock which clock
 * @param start from when on it counts
 * @param aims what it was to keep to, and from when on; a later one counts from the start, too
 * @param aim what it keeps to now, or kept to last
 * @param applies whether the target applies now
 * @param moments what it said, in order
 * @param until up to when the stretches go: the present, or when it was answered, solved or overdue
 * @param stretches what it counted and what not
 * @param counted the sum of what it counted
 * @param stopped the open time that stops took away
 * @param dueAt when the target is used up as far as is known, if it is known
 */
public record ExplainedClock(
        ClockId clock,
        Instant start,
        List<AimChange> aims,
        Aim aim,
        boolean applies,
        List<ClockMoment> moments,
        Instant until,
        List<Stretch> stretches,
        Duration counted,
        Duration stopped,
        Optional<Instant> dueAt) {

    public ExplainedClock {
        aims = List.copyOf(aims);
        moments = List.copyOf(moments);
        stretches = List.copyOf(stretches);
    }

    /**
     * Explains a clock that has started.
     *
     * @param solved since when the ticket is solved, if it is
     * @param at the present instant
     */
    static ExplainedClock of(
            ClockId clock,
            ClockCourse course,
            ClockHistory history,
            Optional<Instant> solved,
            Instant at) {
        Aim aim = history.aim().orElseThrow();
        Instant until =
                history.over()
                        .or(() -> solved)
                        .or(() -> instantOf(ClockMoment.Kind.OVERDUE, history))
                        .orElse(at);
        CountedTime counted = new CountedTime(aim.calendar(), course.start(), course.stops());
        return new ExplainedClock(
                clock,
                course.start(),
                course.aims(),
                aim,
                history.over().isEmpty()
                        && course.aims().get(course.aims().size() - 1).aim().isPresent(),
                history.moments(),
                until,
                Stretch.of(course, aim.calendar(), until),
                counted.at(until),
                counted.stoppedAt(until),
                usedUp(history).or(() -> course.dueAsKnown(aim, until)));
    }

    private static Optional<Instant> usedUp(ClockHistory history) {
        return history.moments().stream()
                .filter(moment -> moment.kind() == ClockMoment.Kind.BREACHED)
                .findFirst()
                .flatMap(ClockMoment::usedUp);
    }

    private static Optional<Instant> instantOf(ClockMoment.Kind kind, ClockHistory history) {
        return history.moments().stream()
                .filter(moment -> moment.kind() == kind)
                .map(ClockMoment::at)
                .findFirst();
    }

    /** What is left of the target. */
    public Duration left() {
        Duration left = aim.target().minus(counted);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
