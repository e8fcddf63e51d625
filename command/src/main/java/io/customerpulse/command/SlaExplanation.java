package io.customerpulse.command;

import io.customerpulse.events.result.TargetSource;
import io.customerpulse.rules.sla.ClockId;
import io.customerpulse.rules.sla.clock.Aim;
import io.customerpulse.rules.sla.clock.AimChange;
import io.customerpulse.rules.sla.clock.ClockMoment;
import io.customerpulse.rules.sla.clock.StopCause;
import io.customerpulse.rules.sla.clock.Stretch;
import io.customerpulse.rules.sla.tickets.ExplainedClock;
import io.customerpulse.rules.sla.tickets.ExplainedTicket;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Prints the clocks of a ticket so that a person can check them against calendar and events. */
final class SlaExplanation {

    private final PrintWriter out;

    SlaExplanation(PrintWriter out) {
        this.out = out;
    }

    void print(String ticket, String customer, Instant at, ExplainedTicket explained) {
        out.printf(
                "%s of %s at %s: %s%s, %s, opened %s%n",
                ticket,
                customer,
                at,
                explained.severity(),
                explained
                        .original()
                        .map(own -> " (raised from " + own + ": it blocks the go-live)")
                        .orElse(""),
                explained.tier(),
                explained.openedAt());
        if (explained.ended()) {
            out.println("\nThe contract ended, and its clocks with it.");
        } else if (explained.clocks().isEmpty()) {
            out.println("\nNo clock has started.");
        }
        explained.clocks().forEach(this::print);
        out.flush();
    }

    private void print(ExplainedClock clock) {
        out.printf("%n%s: %s%n", name(clock.clock()), aim(clock.aim()));
        if (!clock.applies() && clock.moments().stream().noneMatch(m -> m.kind().decides())) {
            out.println("  does not apply any more, and goes on if it applies again");
        }
        printAims(clock);
        clock.stretches().forEach(this::print);
        out.printf("  = %s counted, %s left%n", clock.counted(), clock.left());
        out.println("  " + due(clock));
        clock.moments().forEach(moment -> print(moment, clock));
    }

    /** Only a clock whose target changed needs more than its headline. */
    private void printAims(ExplainedClock clock) {
        List<AimChange> kept =
                clock.aims().stream()
                        .filter(change -> !change.from().isAfter(clock.until()))
                        .toList();
        if (kept.size() > 1) {
            for (AimChange change : kept) {
                out.printf(
                        "  from %s on: %s%n",
                        change.from(), change.aim().map(SlaExplanation::aim).orElse("no target"));
            }
        }
    }

    private static String name(ClockId clock) {
        return clock.kind()
                + " "
                + clock.target()
                + (clock.cycle() > 1 ? " (cycle " + clock.cycle() + ")" : "");
    }

    private static String aim(Aim aim) {
        return "%s on the calendar %s, for its %s"
                .formatted(aim.target(), aim.calendarName(), source(aim.source()));
    }

    private static String source(TargetSource source) {
        return switch (source) {
            case TIER -> "tier";
            case SEVERITY -> "severity";
            case GROUP -> "group";
        };
    }

    private void print(Stretch stretch) {
        out.printf(
                "  %s  %s  %s  %s%s%n",
                stretch.counts() ? "+" : " ",
                stretch.from(),
                stretch.until(),
                Duration.between(stretch.from(), stretch.until()),
                stretch.counts() ? "" : "  " + reason(stretch));
    }

    private static String reason(Stretch stretch) {
        return stretch.open() ? stretch.stop().map(SlaExplanation::cause).orElse("") : "closed";
    }

    private static String cause(StopCause cause) {
        return switch (cause) {
            case WAITING -> "waiting for the customer";
            case SOLVED -> "solved";
            case MAINTENANCE -> "maintenance";
            case FORCE_MAJEURE -> "force majeure";
        };
    }

    /** Why it is due when it is. */
    private static String due(ExplainedClock clock) {
        Optional<Instant> due = clock.dueAt();
        if (due.isEmpty()) {
            return "not due while it stands still; %s more is to be counted then"
                    .formatted(clock.left());
        }
        Duration target = clock.aim().target();
        Duration stopped = clock.aim().calendar().between(clock.start(), due.get()).minus(target);
        return "due %s: %s of open time after %s%s"
                .formatted(
                        due.get(),
                        target,
                        clock.start(),
                        stopped.isZero() ? "" : ", without %s of stops".formatted(stopped));
    }

    private void print(ClockMoment moment, ExplainedClock clock) {
        switch (moment.kind()) {
            case STARTED -> {
                // Said by the first stretch.
            }
            case WARNED -> say(moment, "warned: " + moment.percent() + " % used");
            case MET -> say(moment, "met, with " + moment.counted() + " counted");
            case BREACHED -> say(moment, "breached" + whyThen(moment, clock));
            case OVERDUE -> say(moment, "overdue: twice the target is used up");
            case EXCLUDED ->
                    say(
                            moment,
                            "excluded"
                                    + (wasBreached(clock) ? ", which takes the breach back" : ""));
        }
    }

    /** A breach comes later than the due instant when the target changed, or nothing counted. */
    private static String whyThen(ClockMoment moment, ExplainedClock clock) {
        if (moment.usedUp().filter(moment.at()::isAfter).isEmpty()) {
            return "";
        }
        return clock.aims().stream().anyMatch(change -> change.from().equals(moment.at()))
                ? ", because the target of that instant was used up before"
                : ", when time counted again";
    }

    private static boolean wasBreached(ExplainedClock clock) {
        return clock.moments().stream().anyMatch(m -> m.kind() == ClockMoment.Kind.BREACHED);
    }

    private void say(ClockMoment moment, String what) {
        out.printf("  %s  %s%n", moment.at(), what);
    }
}
