package io.customerpulse.rules.customer;

import io.customerpulse.events.fact.ServiceFact;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The incidents that touched a customer lately and the maintenance that excuses them ({@code
 * docs/rules.md}, incidents).
 */
public final class Outages {

    /**
     * An incident as it touches this customer.
     *
     * @param id the incident
     * @param from when it began for this customer
     * @param until when it was resolved; empty while it is open
     * @param service the service, where the event named one
     * @param shared whether it concerns everyone, so that it outlives an erasure
     * @param reference the event that opened it
     */
    public record Incident(
            String id,
            Instant from,
            Optional<Instant> until,
            Optional<String> service,
            boolean shared,
            String reference) {}

    /**
     * Maintenance announced early enough.
     *
     * @param from its start, or when it was told of if that was later
     * @param until its end, exclusive
     * @param services the services it excuses; empty for all
     * @param shared whether it concerns everyone, so that it outlives an erasure
     */
    public record Maintenance(Instant from, Instant until, List<String> services, boolean shared) {
        boolean excuses(Incident incident) {
            return services.isEmpty() || incident.service().filter(services::contains).isPresent();
        }
    }

    private final List<Incident> incidents;
    private final List<Maintenance> maintenance;

    public Outages() {
        this(new ArrayList<>(), new ArrayList<>());
    }

    private Outages(List<Incident> incidents, List<Maintenance> maintenance) {
        this.incidents = incidents;
        this.maintenance = maintenance;
    }

    /** The incidents, in the order in which they began for this customer. */
    public List<Incident> incidents() {
        return List.copyOf(incidents);
    }

    /** The maintenance windows that excuse downtime. */
    public List<Maintenance> maintenance() {
        return List.copyOf(maintenance);
    }

    /** Whether anything here can still make downtime. */
    public boolean isEmpty() {
        return incidents.isEmpty();
    }

    void apply(Delivery delivery, Duration notice) {
        Instant at = delivery.at();
        if (delivery.event().fact() instanceof ServiceFact.IncidentOpened opened) {
            open(at, delivery, opened);
        } else if (delivery.event().fact() instanceof ServiceFact.IncidentResolved resolved) {
            resolve(at, resolved.incidentId());
        } else if (delivery.event().fact() instanceof ServiceFact.MaintenanceScheduled scheduled) {
            schedule(at, delivery, scheduled, notice);
        }
    }

    private void open(Instant at, Delivery delivery, ServiceFact.IncidentOpened opened) {
        boolean known =
                incidents.stream()
                        .anyMatch(i -> i.id().equals(opened.incidentId()) && i.until().isEmpty());
        if (!known) {
            incidents.add(
                    new Incident(
                            opened.incidentId(),
                            at,
                            Optional.empty(),
                            opened.service(),
                            opened.customers().isEmpty() && delivery.event().subject().isEmpty(),
                            delivery.event().reference()));
        }
    }

    private void resolve(Instant at, String id) {
        incidents.replaceAll(
                i ->
                        i.id().equals(id) && i.until().isEmpty()
                                ? new Incident(
                                        i.id(),
                                        i.from(),
                                        Optional.of(at),
                                        i.service(),
                                        i.shared(),
                                        i.reference())
                                : i);
    }

    private void schedule(
            Instant at,
            Delivery delivery,
            ServiceFact.MaintenanceScheduled scheduled,
            Duration notice) {
        Instant announced = scheduled.announcedAt().orElse(delivery.event().time());
        if (announced.plus(notice).isAfter(scheduled.start())) {
            return;
        }
        Instant from = scheduled.start().isBefore(at) ? at : scheduled.start();
        if (from.isBefore(scheduled.end())) {
            maintenance.add(
                    new Maintenance(
                            from,
                            scheduled.end(),
                            scheduled.services(),
                            delivery.event().subject().isEmpty()));
        }
    }

    /** Forgets what left the window at this instant. */
    public void expire(Instant at, Duration window) {
        Instant oldest = at.minus(window);
        incidents.removeIf(i -> i.until().filter(until -> !until.isAfter(oldest)).isPresent());
        maintenance.removeIf(m -> !m.until().isAfter(oldest));
    }

    /** An erasure takes what named the customer; what concerned everyone stays. */
    void erase() {
        incidents.removeIf(i -> !i.shared());
        maintenance.removeIf(m -> !m.shared());
    }

    /**
     * For each incident, in the order in which they began for this customer, the intervals that are
     * downtime: what maintenance leaves of it. An open incident goes on to {@link Instant#MAX}.
     *
     * @param since nothing before this instant counts
     */
    public Map<Incident, List<TimeInterval>> downtime(Instant since) {
        Map<Incident, List<TimeInterval>> down = new LinkedHashMap<>();
        for (Incident incident : incidents) {
            Instant from = incident.from().isBefore(since) ? since : incident.from();
            Instant until = incident.until().orElse(Instant.MAX);
            if (from.isBefore(until)) {
                TimeInterval whole = new TimeInterval(from, until);
                down.put(incident, TimeInterval.subtract(whole, excused(incident)));
            }
        }
        return down;
    }

    private List<TimeInterval> excused(Incident incident) {
        if (maintenance.isEmpty()) {
            return List.of();
        }
        return TimeInterval.union(
                maintenance.stream()
                        .filter(m -> m.excuses(incident))
                        .map(m -> new TimeInterval(m.from(), m.until()))
                        .toList());
    }

    void write(CompactOutput out) throws IOException {
        out.writeAll(
                incidents,
                (o, incident) -> {
                    o.writeText(incident.id());
                    o.writeInstant(incident.from());
                    o.writeOptional(incident.until(), CompactOutput::writeInstant);
                    o.writeOptional(incident.service(), CompactOutput::writeText);
                    o.writeBoolean(incident.shared());
                    o.writeReference(incident.reference());
                });
        out.writeAll(
                maintenance,
                (o, window) -> {
                    o.writeInstant(window.from());
                    o.writeInstant(window.until());
                    o.writeAll(window.services(), CompactOutput::writeText);
                    o.writeBoolean(window.shared());
                });
    }

    static Outages read(CompactInput in) throws IOException {
        List<Incident> incidents =
                in.readAll(
                        i ->
                                new Incident(
                                        i.readText(),
                                        i.readInstant(),
                                        i.readOptional(CompactInput::readInstant),
                                        i.readOptional(CompactInput::readText),
                                        i.readBoolean(),
                                        i.readReference()));
        List<Maintenance> maintenance =
                in.readAll(
                        i ->
                                new Maintenance(
                                        i.readInstant(),
                                        i.readInstant(),
                                        i.readAll(CompactInput::readText),
                                        i.readBoolean()));
        return new Outages(incidents, maintenance);
    }
}
