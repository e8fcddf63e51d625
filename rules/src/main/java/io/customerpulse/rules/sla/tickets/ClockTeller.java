package io.customerpulse.rules.sla.tickets;

import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.fact.ExclusionReason;
import io.customerpulse.events.result.ClockReading;
import io.customerpulse.events.result.SlaResult;
import io.customerpulse.rules.sla.ClockId;
import io.customerpulse.rules.sla.SlaSignal;
import io.customerpulse.rules.sla.clock.ClockHistory;
import io.customerpulse.rules.sla.clock.ClockMoment;
import io.customerpulse.rules.sla.clock.TicketCourse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Compares what a clock says now with what was told of it, and tells the difference. What an event
 * that came late brings to light is told at the present instant.
 */
final class ClockTeller {

    private final String customer;
    private final Instant at;
    private final ClockId clock;
    private final ClockMemory memory;
    private final Function<ClockMoment, ClockReading> reading;
    private final Optional<ExclusionReason> exclusion;
    private final Telling telling;

    /**
     * @param at the present instant
     * @param memory what was told, brought up to date by {@link #tell}
     * @param reading how the clock stood at a moment
     */
    ClockTeller(
            String customer,
            Instant at,
            ClockId clock,
            ClockMemory memory,
            Function<ClockMoment, ClockReading> reading,
            TicketCourse ticket,
            Telling telling) {
        this.customer = customer;
        this.at = at;
        this.clock = clock;
        this.memory = memory;
        this.reading = reading;
        this.exclusion = ticket.exclusion().map(TicketCourse.Exclusion::reason);
        this.telling = telling;
    }

    /** Tells that a clock started that no one heard of. */
    void tellStart(ClockMoment start) {
        telling.publish(
                OutputEvent.of(
                        customer,
                        at,
                        new SlaResult.Started(reading.apply(start), memory.policyVersion())));
    }

    /** Tells everything else that is new. */
    void tell(ClockHistory history) {
        tellWarning(history);
        tellVerdicts(history);
        tellOverdue(history);
        if (history.runs() != memory.runs()) {
            runs(history.runs());
        }
    }

    private void tellWarning(ClockHistory history) {
        history.moments().stream()
                .filter(moment -> moment.kind() == ClockMoment.Kind.WARNED)
                .filter(moment -> moment.percent() > memory.warned())
                .reduce((lower, higher) -> higher)
                .filter(moment -> moment.at().equals(at) || history.runs())
                .ifPresent(this::warn);
    }

    private void warn(ClockMoment moment) {
        memory.warned(moment.percent());
        telling.publish(
                OutputEvent.of(
                        customer,
                        at,
                        new SlaResult.Warned(reading.apply(moment), memory.policyVersion())));
    }

    /** A verdict that no longer holds is replaced by the one that stands in its place. */
    private void tellVerdicts(ClockHistory history) {
        List<ClockMoment> now =
                history.moments().stream().filter(moment -> moment.kind().decides()).toList();
        List<ClockMoment> untold = new ArrayList<>(now);
        List<Verdict> wrong = new ArrayList<>(memory.verdicts());
        wrong.removeIf(told -> untold.removeIf(told::says));
        if (wrong.isEmpty() && untold.isEmpty()) {
            return;
        }
        memory.unreplaced().ifPresent(verdict -> wrong.add(0, verdict));
        List<Verdict> standing = new ArrayList<>(memory.verdicts());
        standing.removeAll(wrong);
        int replaced = wrong.size() - untold.size();
        for (int i = 0; i < untold.size(); i++) {
            Optional<Verdict> corrected =
                    replaced + i >= 0 ? Optional.of(wrong.get(replaced + i)) : Optional.empty();
            standing.add(decide(untold.get(i), corrected, standing));
        }
        memory.unreplaced(
                untold.isEmpty() ? Optional.of(wrong.get(wrong.size() - 1)) : Optional.empty());
        memory.verdicts(standing);
    }

    private Verdict decide(
            ClockMoment moment, Optional<Verdict> corrected, List<Verdict> standing) {
        OutputEvent event = OutputEvent.of(customer, at, result(moment, corrected, standing));
        if (event.result() instanceof SlaResult.Breached breached) {
            if (!memory.runs()) {
                telling.signal(new SlaSignal.ClockRuns(customer, at, clock));
            }
            telling.signal(new SlaSignal.DeadlinePassed(customer, at, clock, breached));
            memory.runs(false);
        } else {
            telling.publish(event);
            telling.signal(
                    new SlaSignal.Verdict(customer, at, event.id(), (SlaResult) event.result()));
        }
        return new Verdict(moment.kind(), moment.at(), event.id());
    }

    private SlaResult result(
            ClockMoment moment, Optional<Verdict> corrected, List<Verdict> standing) {
        ClockReading read = reading.apply(moment);
        Optional<String> corrects = corrected.map(Verdict::id);
        String version = memory.policyVersion();
        return switch (moment.kind()) {
            case MET -> new SlaResult.Met(read, moment.at(), corrects, version);
            case BREACHED -> new SlaResult.Breached(read, Optional.empty(), corrects, version);
            case EXCLUDED ->
                    new SlaResult.Excluded(
                            read,
                            exclusion.orElseThrow(),
                            reversed(corrected, standing).map(Verdict::id),
                            corrects,
                            version);
            case STARTED, WARNED, OVERDUE ->
                    throw new IllegalArgumentException(moment.kind() + " is no verdict");
        };
    }

    /** The breach that an exclusion takes back. */
    private static Optional<Verdict> reversed(Optional<Verdict> corrected, List<Verdict> standing) {
        return corrected
                .filter(verdict -> verdict.kind() == ClockMoment.Kind.BREACHED)
                .or(
                        () ->
                                standing.stream()
                                        .filter(v -> v.kind() == ClockMoment.Kind.BREACHED)
                                        .reduce((first, second) -> second));
    }

    private void tellOverdue(ClockHistory history) {
        if (memory.overdue()) {
            return;
        }
        for (ClockMoment moment : history.moments()) {
            if (moment.kind() == ClockMoment.Kind.OVERDUE) {
                memory.tellOverdue();
                OutputEvent event =
                        OutputEvent.of(
                                customer,
                                at,
                                new SlaResult.Overdue(
                                        reading.apply(moment), memory.policyVersion()));
                telling.publish(event);
                telling.signal(
                        new SlaSignal.Verdict(
                                customer, at, event.id(), (SlaResult) event.result()));
            }
        }
    }

    private void runs(boolean now) {
        memory.runs(now);
        telling.signal(
                now
                        ? new SlaSignal.ClockRuns(customer, at, clock)
                        : new SlaSignal.ClockSettled(customer, at, clock));
    }
}
