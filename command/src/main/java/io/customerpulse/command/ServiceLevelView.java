package io.customerpulse.command;

import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.fact.Severity;
import io.customerpulse.events.result.ClockKind;
import io.customerpulse.events.result.ClockReading;
import io.customerpulse.events.result.SlaResult;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prints which targets of contracts were missed, and which are due next. */
final class ServiceLevelView {

    private static final int SHOWN = 5;

    /** A contract clock as an event told it. */
    private record Told(String customer, Instant time, ClockReading reading, SlaResult result) {

        String clock() {
            return customer + " " + reading.ticketId() + " " + reading.target() + reading.cycle();
        }

        String ticket() {
            return customer + " " + reading.ticketId();
        }

        boolean decided() {
            return result instanceof SlaResult.Met
                    || result instanceof SlaResult.Breached
                    || result instanceof SlaResult.Excluded;
        }
    }

    private final PrintWriter out;

    /** The last word about each clock, in the order in which the clocks were decided or told. */
    private final Map<String, Told> last = new LinkedHashMap<>();

    /** The severity last told of each ticket: what was told of another one is out of date. */
    private final Map<String, Severity> severities = new HashMap<>();

    private final Map<String, BigDecimal> credits = new LinkedHashMap<>();

    ServiceLevelView(List<OutputEvent> events, PrintWriter out) {
        this.out = out;
        for (OutputEvent event : events) {
            if (event.result() instanceof SlaResult.Credited credited) {
                credits.put(
                        event.subject().orElseThrow() + " " + credited.month(), credited.percent());
            } else {
                told(event).ifPresent(this::take);
            }
        }
    }

    private void take(Told told) {
        last.remove(told.clock());
        last.put(told.clock(), told);
        severities.put(told.ticket(), told.reading().severity());
    }

    private static Optional<Told> told(OutputEvent event) {
        return reading((SlaResult) event.result())
                .filter(reading -> reading.clock() == ClockKind.CONTRACT)
                .map(
                        reading ->
                                new Told(
                                        event.subject().orElseThrow(),
                                        event.time().orElseThrow(),
                                        reading,
                                        (SlaResult) event.result()));
    }

    /** Of what says how a clock goes; that twice its target is used up changes nothing more. */
    private static Optional<ClockReading> reading(SlaResult result) {
        if (result instanceof SlaResult.Started started) {
            return Optional.of(started.reading());
        } else if (result instanceof SlaResult.Warned warned) {
            return Optional.of(warned.reading());
        } else if (result instanceof SlaResult.Met met) {
            return Optional.of(met.reading());
        } else if (result instanceof SlaResult.Breached breached) {
            return Optional.of(breached.reading());
        } else if (result instanceof SlaResult.Excluded excluded) {
            return Optional.of(excluded.reading());
        }
        return Optional.empty();
    }

    void print(Instant until) {
        List<Told> missed = with(SlaResult.Breached.class);
        out.printf(
                "%nService levels: %d targets of contracts met, %d missed, %d running;"
                        + " %d months with credit%n",
                with(SlaResult.Met.class).size(),
                missed.size(),
                last.values().stream().filter(told -> !told.decided()).count(),
                credits.values().stream().filter(percent -> percent.signum() > 0).count());
        out.printf("%nMissed last%n");
        List<Told> latest = missed.subList(Math.max(0, missed.size() - SHOWN), missed.size());
        for (int i = latest.size() - 1; i >= 0; i--) {
            print(latest.get(i), latest.get(i).time());
        }
        out.printf("%nDue next%n");
        dueNext(until).forEach(told -> print(told, told.reading().dueAt().orElseThrow()));
    }

    private List<Told> with(Class<? extends SlaResult> kind) {
        return last.values().stream().filter(told -> kind.isInstance(told.result())).toList();
    }

    private List<Told> dueNext(Instant until) {
        List<Told> running = new ArrayList<>(last.values());
        running.removeIf(
                told ->
                        told.decided()
                                || told.reading().severity() != severities.get(told.ticket())
                                || told.reading()
                                        .dueAt()
                                        .filter(due -> due.isAfter(until))
                                        .isEmpty());
        running.sort(
                Comparator.comparing((Told told) -> told.reading().dueAt().orElseThrow())
                        .thenComparing(Told::clock));
        return running.subList(0, Math.min(SHOWN, running.size()));
    }

    private void print(Told told, Instant at) {
        ClockReading reading = told.reading();
        out.printf(
                "  %-24s  %-12s %-14s %-2s %-14s %s%n",
                at,
                told.customer(),
                reading.target(),
                reading.severity(),
                reading.ticketId(),
                reading.tier());
    }
}
