package io.customerpulse.benchmarks.workload;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;

/**
 * A history in which nine events of ten are single uses of a feature: every customer's record
 * first, then in even distances usage (95 %) among tickets, surveys, contracts, people and
 * incidents.
 */
final class UsageHeavyEvents implements Iterator<Line> {

    private record Incident(String id, Optional<String> customer, Instant ends) {}

    static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final Duration LASTS = Duration.ofMinutes(45);
    private static final Duration BETWEEN_OUTAGES = Duration.ofDays(7);
    private static final Duration REPORTED_AFTER_MIDNIGHT = Duration.ofHours(5);

    /** In how many of a hundred thousand events each kind comes; the rest is usage. */
    private static final int RECORDED = 5_000;

    private static final int TICKETS = 3_000;
    private static final int SURVEYS = 1_500;
    private static final int CONTRACTS = 300;
    private static final int PEOPLE = 150;
    private static final int INCIDENTS = 25;
    private static final int ALL = 100_000;

    private final WorkloadSize size;
    private final SplittableRandom random;
    private final Population population;

    private int written;
    private long openTicket;
    private Instant nextOutage = START.plus(Duration.ofDays(2));

    /** Those that are open, the one that ends first in front. */
    private final Queue<Incident> incidents = new ArrayDeque<>();

    UsageHeavyEvents(WorkloadSize size) {
        this.size = size;
        this.random = new SplittableRandom(size.seed());
        this.population = new Population(size.customers(), random.split());
    }

    @Override
    public boolean hasNext() {
        return written < size.events();
    }

    /** The time of the latest event so far. */
    private Instant time() {
        long millis = Duration.ofDays(size.days()).toMillis();
        return START.plusMillis((long) ((double) millis * written / size.events()));
    }

    @Override
    public Line next() {
        written++;
        Instant at = time();
        if (written <= population.customers()) {
            return introduction(written - 1, at);
        }
        Optional<Line> due = due(at);
        return due.isPresent() ? due.get() : drawn(random.nextInt(ALL), at);
    }

    private Line introduction(int customer, Instant at) {
        String data =
                "{\"licensedUsers\":%d,\"contractEnd\":\"%s\",\"goLiveDate\":\"2025-06-01\"}"
                        .formatted(
                                population.users(customer),
                                START.plus(Duration.ofDays(20 + random.nextInt(400))));
        return line(customer, at, "/crm", "customer.updated", data);
    }

    /** What was planned before and is due: incidents end, and once a week everybody is down. */
    private Optional<Line> due(Instant at) {
        if (!incidents.isEmpty() && !at.isBefore(incidents.peek().ends())) {
            return Optional.of(incident("incident.resolved", incidents.remove(), at));
        }
        if (!at.isBefore(nextOutage)) {
            Incident outage = new Incident("outage-" + written, Optional.empty(), at.plus(LASTS));
            nextOutage = nextOutage.plus(BETWEEN_OUTAGES);
            return Optional.of(opened(outage, at));
        }
        return Optional.empty();
    }

    private Line opened(Incident incident, Instant at) {
        incidents.add(incident);
        return incident("incident.opened", incident, at);
    }

    private Line incident(String type, Incident incident, Instant at) {
        String data = "{\"incidentId\":\"%s\"}".formatted(incident.id());
        return Line.of(incident.customer(), at, "e-" + written, "/status", type, data);
    }

    private Line drawn(int lot, Instant at) {
        int customer = population.anyCustomer(random);
        int left = lot;
        if (left < RECORDED) {
            return recorded(customer, at);
        }
        left -= RECORDED;
        if (left < TICKETS) {
            return ticket(customer, at);
        }
        left -= TICKETS;
        if (left < SURVEYS) {
            return survey(customer, at);
        }
        left -= SURVEYS;
        if (left < CONTRACTS) {
            return contract(customer, at);
        }
        left -= CONTRACTS;
        if (left < PEOPLE) {
            return people(customer, at);
        }
        left -= PEOPLE;
        return left < INCIDENTS
                ? opened(
                        new Incident(
                                "incident-" + written,
                                Optional.of(Population.name(customer)),
                                at.plus(LASTS)),
                        at)
                : used(customer, at);
    }

    private Line used(int customer, Instant at) {
        String data =
                "{\"userId\":\"user-%d-%d\",\"feature\":\"feature-%d\"}"
                        .formatted(
                                customer,
                                population.anyUser(customer, random),
                                population.anyFeature(random));
        return line(customer, at, "/product/telemetry", "feature.used", data);
    }

    private Line recorded(int customer, Instant at) {
        LocalDate day = LocalDate.ofInstant(at.minus(REPORTED_AFTER_MIDNIGHT), ZoneOffset.UTC);
        int users = population.users(customer);
        String data =
                "{\"day\":\"%s\",\"activeUsers\":%d,\"sessions\":%d,\"integrationsActive\":%d}"
                        .formatted(
                                day,
                                random.nextInt(users + 1),
                                random.nextInt(3 * users + 1),
                                random.nextInt(4));
        return line(customer, at, "/product/reports", "usage.recorded", data);
    }

    private Line ticket(int customer, Instant at) {
        String type =
                switch (random.nextInt(4)) {
                    case 0 -> "ticket.solved";
                    case 1 -> "ticket.replied";
                    case 2 -> "ticket.closed";
                    default -> "ticket.opened";
                };
        if (type.equals("ticket.opened")) {
            openTicket++;
        }
        String more =
                switch (type) {
                    case "ticket.opened" -> ",\"severity\":\"P%d\"".formatted(random.nextInt(4));
                    case "ticket.replied" -> ",\"by\":\"AGENT\"";
                    default -> "";
                };
        return line(
                customer,
                at,
                "/helpdesk",
                type,
                "{\"ticketId\":\"T-%d\"%s}".formatted(openTicket, more));
    }

    private Line survey(int customer, Instant at) {
        String data =
                "{\"survey\":\"CSAT\",\"score\":%d,\"respondent\":\"user-%d-%d\"}"
                        .formatted(
                                1 + random.nextInt(5),
                                customer,
                                population.anyUser(customer, random));
        return line(customer, at, "/surveys", "survey.answered", data);
    }

    private Line contract(int customer, Instant at) {
        return random.nextBoolean()
                ? line(
                        customer,
                        at,
                        "/crm",
                        "seats.changed",
                        "{\"licensedUsers\":%d}".formatted(1 + 2 * population.users(customer)))
                : line(
                        customer,
                        at,
                        "/crm",
                        "contract.renewed",
                        "{\"end\":\"%s\"}".formatted(at.plus(Duration.ofDays(365))));
    }

    private Line people(int customer, Instant at) {
        String type = random.nextInt(3) == 0 ? "stakeholder.departed" : "stakeholder.appointed";
        return line(customer, at, "/crm", type, "{\"role\":\"CHAMPION\"}");
    }

    private Line line(int customer, Instant at, String source, String type, String data) {
        return Line.of(
                Optional.of(Population.name(customer)), at, "e-" + written, source, type, data);
    }
}
