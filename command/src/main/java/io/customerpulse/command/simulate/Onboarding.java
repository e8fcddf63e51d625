package io.customerpulse.command.simulate;

import io.customerpulse.events.fact.Change;
import io.customerpulse.events.fact.ContractFact;
import io.customerpulse.events.fact.CustomerFact;
import io.customerpulse.events.fact.CustomerStatus;
import io.customerpulse.events.fact.ImplementationFact;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a customer comes into the history: known from before and live, or signed on its first day and
 * brought live.
 *
 * @param goLiveDay 0 for a customer from before; {@link Plot#NEVER} for one that does not get live
 * @param targetDay when a newcomer should go live
 */
record Onboarding(int goLiveDay, int targetDay) {

    private static final List<String> PHASES =
            List.of("kick-off", "configuration", "data-migration", "acceptance");

    /** How it goes in a story. */
    static Onboarding drawn(Plot plot, RandomStream random) {
        if (!plot.newcomer()) {
            return new Onboarding(0, 0);
        }
        int target = plot.joinDay() + random.between(42, 60);
        return plot.story() == Story.STALLED_IMPLEMENTATION
                ? new Onboarding(plot.reliefDay(), target)
                : new Onboarding(target - random.between(0, 4), target);
    }

    /** Enters it. */
    void schedule(
            Profile profile,
            Plot plot,
            Contract contract,
            Day first,
            RandomStream random,
            Agenda agenda) {
        Day join = first.plus(plot.joinDay());
        if (!plot.newcomer()) {
            Instant live = at(join.plus(-random.between(40, 900)));
            agenda.add(
                    join.start() + random.between(0, Day.HOUR),
                    known(profile, contract, live, CustomerStatus.ACTIVE));
            return;
        }
        long signed = profile.region().workingTime(join, random);
        agenda.add(signed, newcomer(profile));
        agenda.add(signed + Day.MINUTE, signature(profile, contract));
        agenda.add(
                signed + 2 * Day.HOUR,
                new ImplementationFact.Planned(
                        at(first.plus(targetDay)), Optional.of(at(join)), PHASES));
        implement(profile, plot, first, random, agenda);
    }

    private void implement(
            Profile profile, Plot plot, Day first, RandomStream random, Agenda agenda) {
        int until = goLiveDay == Plot.NEVER ? 4 * targetDay : goLiveDay;
        int span = until - plot.joinDay();
        int done = goLiveDay == Plot.NEVER ? PHASES.size() - 2 : PHASES.size();
        for (int i = 0; i < done; i++) {
            Day day = first.plus(plot.joinDay() + span * (i + 1) / (PHASES.size() + 1));
            agenda.add(
                    profile.region().workingTime(day, random),
                    new ImplementationFact.PhaseCompleted(PHASES.get(i)));
        }
        if (goLiveDay != Plot.NEVER) {
            long live = first.plus(goLiveDay).start() + random.between(0, Day.HOUR);
            agenda.add(live, new ImplementationFact.WentLive());
            agenda.add(live + Day.MINUTE, status(CustomerStatus.ACTIVE));
        }
    }

    private static CustomerFact.Updated known(
            Profile profile, Contract contract, Instant live, CustomerStatus status) {
        return new CustomerFact.Updated(
                Change.to(profile.name()),
                Change.to(profile.industry()),
                Change.to(profile.employees()),
                Change.to(profile.region().label()),
                Change.to(profile.region().timeZone()),
                Change.to(profile.region().currency()),
                Change.to(profile.businessModel()),
                Change.to(profile.annualContractValue()),
                Change.to(Contract.monthly(profile.annualContractValue())),
                Change.to(profile.seats()),
                Change.to(contract.start()),
                Change.to(contract.end()),
                Change.kept(),
                Change.to(live),
                Change.to("sponsor of " + profile.customer()),
                Change.to(status),
                Change.kept());
    }

    private static CustomerFact.Updated newcomer(Profile profile) {
        return new CustomerFact.Updated(
                Change.to(profile.name()),
                Change.to(profile.industry()),
                Change.to(profile.employees()),
                Change.to(profile.region().label()),
                Change.to(profile.region().timeZone()),
                Change.to(profile.region().currency()),
                Change.to(profile.businessModel()),
                Change.kept(),
                Change.kept(),
                Change.to(profile.seats()),
                Change.kept(),
                Change.kept(),
                Change.kept(),
                Change.kept(),
                Change.to("sponsor of " + profile.customer()),
                Change.to(CustomerStatus.ONBOARDING),
                Change.kept());
    }

    private static CustomerFact.Updated status(CustomerStatus status) {
        return new CustomerFact.Updated(
                Change.kept(),
                Change.kept(),
                Change.kept(),
                Change.kept(),
                Change.kept(),
                Change.kept(),
                Change.kept(),
                Change.kept(),
                Change.kept(),
                Change.kept(),
                Change.kept(),
                Change.kept(),
                Change.kept(),
                Change.kept(),
                Change.kept(),
                Change.to(status),
                Change.kept());
    }

    private static ContractFact.Signed signature(Profile profile, Contract contract) {
        BigDecimal value = profile.annualContractValue();
        return new ContractFact.Signed(
                contract.end(),
                Optional.of(contract.start()),
                Optional.of(value),
                Optional.of(Contract.monthly(value)));
    }

    private static Instant at(Day day) {
        return Instant.ofEpochMilli(day.start());
    }
}
