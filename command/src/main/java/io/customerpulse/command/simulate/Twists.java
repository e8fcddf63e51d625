package io.customerpulse.command.simulate;

import io.customerpulse.events.fact.ContractFact;
import io.customerpulse.events.fact.Fact;
import io.customerpulse.events.fact.ImplementationFact;
import io.customerpulse.events.fact.MarketFact;
import io.customerpulse.events.fact.OrganizationChange;
import io.customerpulse.events.fact.PaymentFact;
import io.customerpulse.events.fact.PeopleFact;
import io.customerpulse.events.fact.Sentiment;
import io.customerpulse.events.fact.ServiceFact;
import io.customerpulse.events.fact.StakeholderRole;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What happens once in a story, beside the habits that change with the mood. */
final class Twists {

    private static final int SHORTEST_OUTAGE = 6;
    private static final int LONGEST_OUTAGE = 12;

    private final Profile profile;
    private final Plot plot;
    private final Day first;
    private final TicketHabit tickets;
    private final RandomStream random;
    private final Agenda agenda;
    private int incidents;

    Twists(
            Profile profile,
            Plot plot,
            Day first,
            TicketHabit tickets,
            RandomStream random,
            Agenda agenda) {
        this.profile = profile;
        this.plot = plot;
        this.first = first;
        this.tickets = tickets;
        this.random = random;
        this.agenda = agenda;
    }

    /** Enters them. */
    void schedule(SeatCourse seats) {
        for (SeatCourse.Change change : seats.changes()) {
            if (change.day() > 0) {
                on(change.day(), new ContractFact.SeatsChanged(change.seats()));
            }
        }
        switch (plot.story()) {
            case STEADY, GROWING -> {}
            case FADING -> fading();
            case SPONSOR_LEAVES -> sponsorLeaves();
            case OUTAGE -> outage();
            case BAD_SUPPORT -> badSupport();
            case STALLED_IMPLEMENTATION -> stalledImplementation();
            case RENEWAL_AT_RISK -> renewalAtRisk();
            case PRICE_SHOCK -> priceShock();
            case CHURN -> churn();
        }
    }

    private void fading() {
        if (random.chance(0.4)) {
            on(plot.turnDay() + random.between(40, 120), departed(StakeholderRole.OTHER));
        }
        if (random.chance(0.3)) {
            on(
                    plot.turnDay() + random.between(90, 150),
                    new PaymentFact.DowngradeRequested(Optional.empty()));
        }
    }

    private void sponsorLeaves() {
        on(plot.turnDay(), departed(StakeholderRole.EXECUTIVE_SPONSOR));
        if (random.chance(0.3)) {
            on(
                    plot.turnDay() + random.between(5, 40),
                    organization(
                            random.pick(
                                    List.of(
                                            OrganizationChange.MERGER,
                                            OrganizationChange.BUDGET_CUT))));
        }
        onRelief(0, new PeopleFact.StakeholderAppointed(StakeholderRole.EXECUTIVE_SPONSOR));
    }

    private void outage() {
        incident(plot.turnDay(), random.between(2, 4));
        if (random.chance(0.4)) {
            incident(plot.turnDay() + random.between(6, 20), 1);
        }
        if (random.chance(0.5)) {
            on(plot.turnDay() + random.between(1, 5), negativeMention());
        }
    }

    private void badSupport() {
        if (random.chance(0.4)) {
            on(plot.turnDay() + random.between(20, 60), negativeMention());
        }
        if (random.chance(0.3)) {
            on(plot.turnDay() + random.between(30, 70), competitor());
        }
    }

    private void stalledImplementation() {
        int target = plot.turnDay();
        for (int pushes = random.between(2, 3); pushes > 0; pushes--) {
            int pushed = target;
            target += random.between(35, 55);
            on(
                    pushed,
                    new ImplementationFact.Rescheduled(
                            Instant.ofEpochMilli(first.plus(target + 20).start())));
        }
        if (random.chance(0.4)) {
            on(plot.turnDay() + random.between(20, 80), departed(StakeholderRole.TECHNICAL_LEAD));
            on(
                    plot.turnDay() + random.between(100, 140),
                    new PeopleFact.StakeholderAppointed(StakeholderRole.TECHNICAL_LEAD));
        }
    }

    private void renewalAtRisk() {
        on(plot.turnDay(), new ContractFact.NegotiationStarted());
        if (random.chance(0.5)) {
            on(plot.turnDay() + random.between(3, 30), competitor());
        }
        onRelief(0, new ContractFact.Settled());
    }

    private void priceShock() {
        on(plot.turnDay(), priceRise());
        on(plot.turnDay() + random.between(4, 20), new ContractFact.Disputed());
        if (random.chance(0.5)) {
            on(plot.turnDay() + random.between(5, 30), competitor());
        }
        if (random.chance(0.4)) {
            on(plot.turnDay() + random.between(3, 15), negativeMention());
        }
        on(
                plot.turnDay() + random.between(15, 40),
                new PaymentFact.DowngradeRequested(Optional.empty()));
        onRelief(0, new ContractFact.Settled());
    }

    private void churn() {
        switch (plot.cause().orElseThrow()) {
            case DISENGAGEMENT -> {
                perhaps(0.45, 0.3, departed(StakeholderRole.CHAMPION));
                perhaps(0.6, 0.4, competitor());
                perhaps(0.5, 0.5, new PaymentFact.DowngradeRequested(Optional.empty()));
                perhaps(0.5, 0.5, new ContractFact.NegotiationStarted());
            }
            case SPONSOR_LOSS -> {
                on(plot.turnDay(), departed(StakeholderRole.EXECUTIVE_SPONSOR));
                perhaps(
                        0.6,
                        0.3,
                        organization(
                                random.pick(
                                        List.of(
                                                OrganizationChange.MERGER,
                                                OrganizationChange.BUDGET_CUT,
                                                OrganizationChange.ACQUIRED_BY_COMPETITOR))));
                perhaps(0.5, 0.5, competitor());
            }
            case POOR_SERVICE -> {
                incident(plot.declineDay(0.2), 3);
                incident(plot.declineDay(0.5), 2);
                perhaps(0.5, 0.5, new ContractFact.Disputed());
                perhaps(0.6, 0.6, negativeMention());
            }
            case PRICE -> {
                on(plot.turnDay(), priceRise());
                perhaps(0.75, 0.25, new ContractFact.Disputed());
                perhaps(0.6, 0.4, competitor());
                perhaps(0.4, 0.5, organization(OrganizationChange.BUDGET_CUT));
                perhaps(0.5, 0.5, new PaymentFact.DowngradeRequested(Optional.empty()));
            }
        }
    }

    /** With a probability, and about this share of the way through the decline. */
    private void perhaps(double probability, double share, Fact fact) {
        if (random.chance(probability)) {
            on(plot.declineDay(share * random.between(0.7, 1.3)), fact);
        }
    }

    private void onRelief(int later, Fact fact) {
        if (plot.reliefDay() != Plot.NEVER) {
            on(plot.reliefDay() + later, fact);
        }
    }

    private void incident(int day, int ticketCount) {
        String incident = Names.thing(profile.customer(), 'i', ++incidents);
        long from = profile.region().workingTime(first.plus(day), random);
        long took = random.between(SHORTEST_OUTAGE * Day.HOUR, LONGEST_OUTAGE * Day.HOUR);
        Optional<String> service = Optional.of(random.pick(World.SERVICES));
        Optional<String> severity = Optional.of("P0");
        Optional<List<String>> customers = Optional.of(List.of(profile.customer()));
        agenda.add(from, new ServiceFact.IncidentOpened(incident, service, severity, customers));
        agenda.add(
                from + took,
                new ServiceFact.IncidentResolved(incident, service, severity, customers));
        Mood mood = profile.temperament().of(plot.moodOn(day));
        tickets.openForProblem(from, incident, ticketCount, mood, agenda);
    }

    private void on(int day, Fact fact) {
        agenda.add(profile.region().workingTime(first.plus(day), random), fact);
    }

    private ContractFact.PriceChanged priceRise() {
        return new ContractFact.PriceChanged(BigDecimal.valueOf(random.between(26, 45)));
    }

    private MarketFact.CompetitorMentioned competitor() {
        return new MarketFact.CompetitorMentioned(
                Optional.of(random.pick(RelationshipHabit.COMPETITORS)));
    }

    private static MarketFact.SocialMentioned negativeMention() {
        return new MarketFact.SocialMentioned(Sentiment.NEGATIVE, Optional.empty());
    }

    private static PeopleFact.StakeholderDeparted departed(StakeholderRole role) {
        return new PeopleFact.StakeholderDeparted(role);
    }

    private static PeopleFact.OrganizationChanged organization(OrganizationChange change) {
        return new PeopleFact.OrganizationChanged(change);
    }
}
