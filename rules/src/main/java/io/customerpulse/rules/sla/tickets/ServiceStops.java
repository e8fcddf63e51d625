package io.customerpulse.rules.sla.tickets;

import io.customerpulse.events.InputEvent;
import io.customerpulse.events.fact.ServiceFact;
import io.customerpulse.rules.sla.clock.Stop;
import io.customerpulse.rules.sla.clock.StopCause;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What makes a customer's clocks stand still beside the tickets: maintenance, force majeure. */
final class ServiceStops {

    /** Maintenance that was announced in time. */
    private record Maintenance(Instant from, Instant until, Instant announced, boolean shared) {}

    /**
     * Force majeure was declared or has ended.
     *
     * @param shared whether it concerns everyone; what concerns one customer is another case
     */
    private record ForceMajeure(String cause, boolean shared, boolean declared) {}

    private List<Maintenance> maintenance = new ArrayList<>();
    private History<ForceMajeure> forceMajeure = new History<>();

    /** Takes in a stop; false if it changes nothing. */
    boolean apply(InputEvent event, Duration maintenanceNotice) {
        boolean shared = event.subject().isEmpty();
        if (event.fact() instanceof ServiceFact.MaintenanceScheduled scheduled) {
            return schedule(scheduled, event.time(), shared, maintenanceNotice);
        }
        if (event.fact() instanceof ServiceFact.ForceMajeureDeclared declared) {
            forceMajeure.add(Dated.of(event, new ForceMajeure(declared.cause(), shared, true)));
            return true;
        }
        if (event.fact() instanceof ServiceFact.ForceMajeureEnded ended) {
            forceMajeure.add(Dated.of(event, new ForceMajeure(ended.cause(), shared, false)));
            return true;
        }
        return false;
    }

    /** Only the part after the announcing event counts. */
    private boolean schedule(
            ServiceFact.MaintenanceScheduled scheduled,
            Instant told,
            boolean shared,
            Duration notice) {
        Instant announced = scheduled.announcedAt().orElse(told);
        Instant from = scheduled.start().isBefore(told) ? told : scheduled.start();
        if (announced.plus(notice).isAfter(scheduled.start()) || !from.isBefore(scheduled.end())) {
            return false;
        }
        maintenance.add(new Maintenance(from, scheduled.end(), told, shared));
        return true;
    }

    /** What stops every clock. */
    List<Stop> maintenance() {
        return maintenance.stream()
                .map(m -> new Stop(StopCause.MAINTENANCE, m.from(), m.until(), m.announced()))
                .toList();
    }

    /** What stops the clocks of contracts. */
    List<Stop> forceMajeure() {
        List<Stop> stops = new ArrayList<>();
        Map<ForceMajeure, Instant> open = new HashMap<>();
        for (Dated<ForceMajeure> entry : forceMajeure.entries()) {
            ForceMajeure declared =
                    new ForceMajeure(entry.value().cause(), entry.value().shared(), true);
            if (entry.value().declared()) {
                open.putIfAbsent(declared, entry.time());
            } else {
                Instant from = open.remove(declared);
                if (from != null && from.isBefore(entry.time())) {
                    stops.add(Stop.of(StopCause.FORCE_MAJEURE, from, entry.time()));
                }
            }
        }
        open.values()
                .forEach(from -> stops.add(Stop.of(StopCause.FORCE_MAJEURE, from, Instant.MAX)));
        return stops;
    }

    int size() {
        return maintenance.size() + forceMajeure.size();
    }

    /** Forgets what was over before an instant. */
    void forgetBefore(Instant oldest) {
        maintenance.removeIf(m -> !m.until().isAfter(oldest));
        History<ForceMajeure> kept = new History<>();
        Map<ForceMajeure, Dated<ForceMajeure>> open = new HashMap<>();
        for (Dated<ForceMajeure> entry : forceMajeure.entries()) {
            ForceMajeure declared =
                    new ForceMajeure(entry.value().cause(), entry.value().shared(), true);
            if (entry.value().declared()) {
                open.putIfAbsent(declared, entry);
            } else {
                Dated<ForceMajeure> begun = open.remove(declared);
                if (entry.time().isAfter(oldest)) {
                    if (begun != null) {
                        kept.add(begun);
                    }
                    kept.add(entry);
                }
            }
        }
        open.values().forEach(kept::add);
        forceMajeure = kept;
    }

    /** An erasure takes what named the customer; what concerned everyone stays. */
    void erase() {
        maintenance.removeIf(m -> !m.shared());
        History<ForceMajeure> kept = new History<>();
        forceMajeure.entries().stream().filter(entry -> entry.value().shared()).forEach(kept::add);
        forceMajeure = kept;
    }

    void write(CompactOutput out) throws IOException {
        out.writeAll(
                maintenance,
                (o, m) -> {
                    o.writeInstant(m.from());
                    o.writeInstant(m.until());
                    o.writeInstant(m.announced());
                    o.writeBoolean(m.shared());
                });
        forceMajeure.write(
                out,
                (o, f) -> {
                    o.writeText(f.cause());
                    o.writeBoolean(f.shared());
                    o.writeBoolean(f.declared());
                });
    }

    static ServiceStops read(CompactInput in) throws IOException {
        ServiceStops stops = new ServiceStops();
        stops.maintenance =
                in.readAll(
                        i ->
                                new Maintenance(
                                        i.readInstant(),
                                        i.readInstant(),
                                        i.readInstant(),
                                        i.readBoolean()));
        stops.forceMajeure =
                History.read(
                        in, i -> new ForceMajeure(i.readText(), i.readBoolean(), i.readBoolean()));
        return stops;
    }
}
