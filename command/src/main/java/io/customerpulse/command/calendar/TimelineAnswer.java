package io.customerpulse.command.calendar;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.customerpulse.events.result.SlaTarget;
import io.customerpulse.events.result.TargetSource;
import io.customerpulse.rules.sla.calendar.BusinessCalendar;
import io.customerpulse.rules.sla.clock.Aim;
import io.customerpulse.rules.sla.clock.AimChange;
import io.customerpulse.rules.sla.clock.ClockCourse;
import io.customerpulse.rules.sla.clock.ClockHistory;
import io.customerpulse.rules.sla.clock.ClockMoment;
import io.customerpulse.rules.sla.clock.ClockPlay;
import io.customerpulse.rules.sla.clock.CountedTime;
import io.customerpulse.rules.sla.clock.TicketClock;
import io.customerpulse.rules.sla.clock.TicketCourse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The clocks of a ticket as they stand at an instant ({@code docs/calendars.md}, Timelines). */
final class TimelineAnswer {

    private final TimelineRequest request;
    private final BusinessCalendar calendar;

    TimelineAnswer(TimelineRequest request, BusinessCalendar calendar) {
        this.request = request;
        this.calendar = calendar;
    }

    /** Writes every clock that has started; none if the ticket is not opened yet. */
    void writeTo(ArrayNode clocks) {
        Optional<TicketCourse> ticket = TicketCourse.of(request.ticket());
        if (ticket.isPresent()) {
            for (Map.Entry<SlaTarget, Duration> target : request.targets().entrySet()) {
                int cycle = 1;
                for (TicketClock clock : clocksOf(target.getKey(), ticket.get())) {
                    write(clock, cycle++, ticket.get(), target.getValue(), clocks.addObject());
                }
            }
        }
    }

    private List<TicketClock> clocksOf(SlaTarget target, TicketCourse ticket) {
        if (target != SlaTarget.NEXT_RESPONSE) {
            return List.of(TicketClock.of(target));
        }
        boolean noneOwed = !request.targets().containsKey(SlaTarget.FIRST_RESPONSE);
        List<TicketClock> clocks = new ArrayList<>();
        for (TicketCourse.Message message : ticket.messages(at -> noneOwed)) {
            clocks.add(new TicketClock(target, Optional.of(message)));
        }
        return clocks;
    }

    private void write(
            TicketClock clock, int cycle, TicketCourse ticket, Duration target, ObjectNode answer) {
        Instant start = clock.start(ticket);
        Aim aim = new Aim(target, "", calendar, TargetSource.TIER, List.of());
        ClockCourse course =
                clock.course(
                        ticket,
                        List.of(new AimChange(start, Optional.of(aim))),
                        request.pauseStops().contains(clock.target()),
                        request.maintenance(),
                        Optional.empty(),
                        start);
        ClockHistory history = ClockPlay.play(course, request.asOf());
        // A clock that was stopped for good, or by a solution, stays as it was then.
        Instant at = history.over().or(ticket::solvedAt).orElse(request.asOf());
        CountedTime counted = new CountedTime(calendar, start, course.stops());
        Optional<ClockMoment> breach = breach(history);
        answer.put("target", clock.target().name())
                .put("cycle", cycle)
                .put("startedAt", start.toString());
        breach.flatMap(ClockMoment::usedUp)
                .or(() -> course.dueAsKnown(aim, at))
                .ifPresent(due -> answer.put("dueAt", due.toString()));
        metAt(history).ifPresent(met -> answer.put("metAt", met.toString()));
        answer.put("breached", breach.isPresent());
        breach.ifPresent(moment -> answer.put("breachedAt", moment.at().toString()));
        Duration consumed = counted.at(at);
        answer.set("consumedSeconds", JsonSeconds.of(consumed));
        answer.set("stoppedSeconds", JsonSeconds.of(counted.stoppedAt(at)));
        answer.set("remainingSeconds", JsonSeconds.of(left(target, consumed)));
    }

    /** An exclusion takes a breach back. */
    private static Optional<ClockMoment> breach(ClockHistory history) {
        Optional<ClockMoment> breach = Optional.empty();
        for (ClockMoment moment : history.moments()) {
            if (moment.kind() == ClockMoment.Kind.BREACHED) {
                breach = Optional.of(moment);
            } else if (moment.kind() == ClockMoment.Kind.EXCLUDED) {
                breach = Optional.empty();
            }
        }
        return breach;
    }

    /** A clock that was met and runs again has yet to be met. */
    private static Optional<Instant> metAt(ClockHistory history) {
        return history.runs()
                ? Optional.empty()
                : history.moments().stream()
                        .filter(moment -> moment.kind().decides())
                        .reduce((earlier, later) -> later)
                        .filter(moment -> moment.kind() == ClockMoment.Kind.MET)
                        .map(ClockMoment::at);
    }

    private static Duration left(Duration target, Duration consumed) {
        Duration left = target.minus(consumed);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
