package io.customerpulse.command.simulate;

import io.customerpulse.events.fact.MarketFact;
import io.customerpulse.events.fact.ServiceFact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What happens to everybody: short incidents, announced maintenance, downturns of an industry. */
final class World implements Life.Planner {

    /** The services of the product. */
    static final List<String> SERVICES = List.of("api", "app", "reports", "search");

    private static final int MAINTENANCE_EVERY = 30;
    private static final int MAINTENANCE_NOTICE = 10;
    private static final Optional<String> LOW = Optional.of("P2");

    private final RandomStream random;
    private int nextIncident;
    private int nextDownturn;
    private int incidents;

    World(RandomStream random) {
        this.random = random;
        this.nextIncident = random.between(3, 20);
        this.nextDownturn = random.between(30, 120);
    }

    @Override
    public boolean plan(Day day, Agenda agenda) {
        if (day.index() == nextIncident) {
            nextIncident += random.between(12, 25);
            long from = day.start() + random.between(0, Day.LENGTH);
            incident(
                    random.pick(SERVICES),
                    from,
                    random.between(10 * Day.MINUTE, 70 * Day.MINUTE),
                    agenda);
        }
        if (day.index() % MAINTENANCE_EVERY == 1) {
            maintain(day, agenda);
        }
        if (day.index() == nextDownturn) {
            nextDownturn += random.between(140, 220);
            String industry = random.pick(Profile.INDUSTRIES);
            agenda.add(
                    day.start() + random.between(0, Day.LENGTH),
                    new MarketFact.DownturnStarted(industry));
            agenda.add(
                    day.plus(random.between(40, 80)).start() + random.between(0, Day.LENGTH),
                    new MarketFact.DownturnEnded(industry));
        }
        return true;
    }

    private void maintain(Day day, Agenda agenda) {
        long announced = day.start() + 9 * Day.HOUR + random.between(0, Day.HOUR);
        long start = day.plus(MAINTENANCE_NOTICE).start() + 2 * Day.HOUR;
        String service = random.pick(SERVICES);
        agenda.add(
                announced,
                new ServiceFact.MaintenanceScheduled(
                        Instant.ofEpochMilli(start),
                        Instant.ofEpochMilli(start + 2 * Day.HOUR),
                        Optional.of(Instant.ofEpochMilli(announced)),
                        List.of(service)));
        if (random.chance(0.5)) {
            // Part of the work: as announced, it is no downtime.
            incident(
                    service,
                    start + random.between(0, 20 * Day.MINUTE),
                    random.between(40 * Day.MINUTE, 95 * Day.MINUTE),
                    agenda);
        }
    }

    private void incident(String service, long from, long took, Agenda agenda) {
        String incident = Names.thing(Names.WORLD, 'i', ++incidents);
        agenda.add(
                from,
                new ServiceFact.IncidentOpened(
                        incident, Optional.of(service), LOW, Optional.empty()));
        agenda.add(
                from + took,
                new ServiceFact.IncidentResolved(
                        incident, Optional.of(service), LOW, Optional.empty()));
    }
}
