package io.customerpulse.rules.sla.clock;

import io.customerpulse.rules.customer.TimeInterval;
import io.customerpulse.rules.sla.calendar.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Plays a clock from its start ({@code docs/sla.md}, How a clock runs). At each instant at which
 * something happens to it, everything of that instant is applied before the clock is looked at; in
 * between, deadlines are found on the counted time.
 */
public final class ClockPlay {

    private final ClockCourse course;
    private final Map<BusinessCalendar, CountedTime> counted = new IdentityHashMap<>();
    private final List<ClockMoment> moments = new ArrayList<>();

    private Optional<Aim> aim = Optional.empty();
    private Optional<Aim> lastAim = Optional.empty();
    private boolean started;
    private boolean solved;
    private boolean breached;
    private boolean overdue;
    private int warned;

    /** When the clock ended for good. */
    private Optional<Instant> over = Optional.empty();

    /** Whether it has nothing to say any more. */
    private boolean finished;

    private ClockPlay(ClockCourse course) {
        this.course = course;
    }

    /** What the clock says up to an instant, that instant included. */
    public static ClockHistory play(ClockCourse course, Instant until) {
        return new ClockPlay(course).playUntil(until);
    }

    private ClockHistory playUntil(Instant until) {
        Instant last = course.start();
        for (Instant at : happenings(until)) {
            passTo(last, at, false);
            lookAt(at);
            last = at;
            if (finished) {
                break;
            }
        }
        passTo(last, until, true);
        return new ClockHistory(moments, runs(), nextTurn(until), lastAim, over);
    }

    /** The instants at which something happens to the clock. */
    private TreeSet<Instant> happenings(Instant until) {
        TreeSet<Instant> instants = new TreeSet<>();
        instants.add(course.start());
        course.aims().forEach(change -> instants.add(change.from()));
        for (TimeInterval time : course.solved()) {
            instants.add(time.from());
            instants.add(time.until());
        }
        course.answered().ifPresent(instants::add);
        course.excluded().ifPresent(instants::add);
        course.ended().ifPresent(instants::add);
        return new TreeSet<>(instants.subSet(course.start(), true, until, true));
    }

    private void lookAt(Instant at) {
        if (over.isPresent()) {
            lookAtMiss(at);
            return;
        }
        boolean ran = runs();
        boolean wasSolved = solved;
        aim = course.aimAt(at);
        lastAim = aim.or(() -> lastAim);
        solved = course.solvedAt(at);
        boolean answered = isBy(course.answered(), at);
        if (isBy(course.ended(), at)) {
            finish(at);
            return;
        }
        boolean staysSolved = wasSolved && solved;
        if (!started && aim.isPresent() && !staysSolved && mayStart(at, wasSolved)) {
            started = true;
            say(ClockMoment.Kind.STARTED, at);
        }
        boolean concerned = started && aim.isPresent() && !staysSolved;
        if (isBy(course.excluded(), at)) {
            if (breached || ran || concerned && (!solved || at.equals(course.excluded().get()))) {
                say(ClockMoment.Kind.EXCLUDED, at);
                finish(at);
            }
        } else if (concerned) {
            judge(at, answered);
        }
        if (!finished && (answered || !started && isBy(course.excluded(), at))) {
            over = Optional.of(at);
            finished = !breached;
        }
    }

    /** What was answered too late stays missed until an exclusion takes the miss back. */
    private void lookAtMiss(Instant at) {
        if (isBy(course.ended(), at)) {
            finished = true;
        } else if (isBy(course.excluded(), at)) {
            Aim kept = lastAim.orElseThrow();
            Duration used = countedTime(kept).at(over.orElseThrow());
            moments.add(
                    new ClockMoment(
                            ClockMoment.Kind.EXCLUDED, at, kept, used, Optional.empty(), 0));
            finished = true;
        }
    }

    private void finish(Instant at) {
        over = Optional.of(at);
        finished = true;
    }

    /** A target begins to apply only when something about it changes. */
    private boolean mayStart(Instant at, boolean wasSolved) {
        return !at.isBefore(course.startsFrom())
                && course.excluded().filter(at::isAfter).isEmpty()
                && (course.aimChangesAt(at) || wasSolved);
    }

    /** Judges a clock that applies, and was not solved before, with all facts of the instant. */
    private void judge(Instant at, boolean answered) {
        Aim now = aim.orElseThrow();
        Duration used = countedTime(now).at(at);
        if (answered || solved) {
            if (!breached && used.compareTo(now.target()) > 0) {
                breach(at);
            } else if (!breached && (answered || course.solvingMeets())) {
                say(ClockMoment.Kind.MET, at);
            }
            return;
        }
        if (!breached) {
            int left = now.target().compareTo(used);
            if (left < 0 || left == 0 && countedTime(now).countsAt(at)) {
                breach(at);
            } else {
                warnOf(highestPassed(now, used), at);
            }
        }
        if (breached && !overdue && used.compareTo(now.twice()) >= 0) {
            sayOverdue(at);
        }
    }

    private int highestPassed(Aim now, Duration used) {
        return now.warnings().stream()
                .filter(percent -> percent > warned && used.compareTo(now.used(percent)) >= 0)
                .reduce(0, Math::max);
    }

    private void warnOf(int percent, Instant at) {
        if (percent > warned) {
            warned = percent;
            Aim now = aim.orElseThrow();
            moments.add(
                    new ClockMoment(
                            ClockMoment.Kind.WARNED,
                            at,
                            now,
                            countedTime(now).at(at),
                            Optional.empty(),
                            percent));
        }
    }

    private void breach(Instant at) {
        breached = true;
        say(ClockMoment.Kind.BREACHED, at);
    }

    private void sayOverdue(Instant at) {
        overdue = true;
        say(ClockMoment.Kind.OVERDUE, at);
    }

    private void say(ClockMoment.Kind kind, Instant at) {
        Aim now = lastAim.orElseThrow();
        CountedTime time = countedTime(now);
        Optional<Instant> usedUp =
                kind == ClockMoment.Kind.BREACHED || kind == ClockMoment.Kind.OVERDUE
                        ? time.whenCounted(now.target())
                        : Optional.empty();
        moments.add(new ClockMoment(kind, at, now, time.at(at), usedUp, 0));
    }

    /** Finds what the mere passing of time brings about, after one instant and up to another. */
    private void passTo(Instant from, Instant to, boolean included) {
        Optional<Instant> turn = nextTurn(from);
        while (turn.filter(at -> at.isBefore(to) || included && at.equals(to)).isPresent()) {
            turnAt(turn.get());
            turn = nextTurn(turn.get());
        }
    }

    private void turnAt(Instant at) {
        Aim now = aim.orElseThrow();
        Duration used = countedTime(now).at(at);
        if (breached) {
            sayOverdue(at);
        } else if (used.compareTo(now.target()) >= 0 && countedTime(now).countsAt(at)) {
            breach(at);
        } else {
            warnOf(highestPassed(now, used), at);
        }
    }

    /** When the clock turns next after an instant it was looked at. */
    private Optional<Instant> nextTurn(Instant after) {
        if (!started || over.isPresent() || aim.isEmpty() || solved) {
            return Optional.empty();
        }
        Aim now = aim.get();
        CountedTime time = countedTime(now);
        if (breached) {
            return overdue
                    ? Optional.empty()
                    : time.whenCounted(now.twice()).filter(at -> at.isAfter(after));
        }
        for (int percent : now.warnings()) {
            if (percent > warned) {
                Optional<Instant> warning =
                        time.whenCounted(now.used(percent)).filter(at -> at.isAfter(after));
                if (warning.isPresent()) {
                    return warning;
                }
            }
        }
        return time.whenCounted(now.target())
                .flatMap(usedUp -> time.nextCounting(usedUp.isBefore(after) ? after : usedUp))
                .filter(at -> at.isAfter(after));
    }

    private boolean runs() {
        return started && over.isEmpty() && !breached && aim.isPresent() && !solved;
    }

    private CountedTime countedTime(Aim now) {
        return counted.computeIfAbsent(
                now.calendar(),
                calendar -> new CountedTime(calendar, course.start(), course.stops()));
    }

    private static boolean isBy(Optional<Instant> event, Instant at) {
        return event.filter(instant -> !instant.isAfter(at)).isPresent();
    }
}
