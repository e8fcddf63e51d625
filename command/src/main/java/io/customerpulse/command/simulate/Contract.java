package io.customerpulse.command.simulate;

import io.customerpulse.events.fact.ContractFact;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The contract that runs when a customer comes into the history.
 *
 * @param startDate its first day
 * @param endDate the day it ends on
 * @param months its term
 */
record Contract(LocalDate startDate, LocalDate endDate, int months) {

    private static final int MONTHS_A_YEAR = 12;

    /** The contract that a story needs. */
    static Contract drawn(Plot plot, Day first, RandomStream random) {
        int months = MONTHS_A_YEAR * (random.chance(0.85) ? 1 : random.between(2, 3));
        if (plot.newcomer()) {
            LocalDate start = first.plus(plot.joinDay()).date();
            return new Contract(start, start.plusMonths(months), months);
        }
        int endDay =
                switch (plot.story()) {
                    case RENEWAL_AT_RISK -> plot.turnDay() + random.between(30, 55);
                    case CHURN -> churningEnd(plot.churnDay(), random);
                    case PRICE_SHOCK -> plot.turnDay() + random.between(110, 340);
                    case STEADY,
                            GROWING,
                            FADING,
                            SPONSOR_LEAVES,
                            OUTAGE,
                            BAD_SUPPORT,
                            STALLED_IMPLEMENTATION ->
                            random.between(125, 100 + 30 * months);
                };
        LocalDate end = first.plus(endDay).date();
        return new Contract(end.minusMonths(months), end, months);
    }

    /** Most leave at the end of their contract, some after it, some out of the middle of it. */
    private static int churningEnd(int churnDay, RandomStream random) {
        double drawn = random.fraction();
        if (drawn < 0.6) {
            return churnDay + random.between(1, 20);
        } else if (drawn < 0.75) {
            return Math.max(1, churnDay - random.between(3, 12));
        }
        return churnDay + random.between(95, 260);
    }

    Instant start() {
        return startDate.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    Instant end() {
        return endDate.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** A twelfth of a yearly amount. */
    static BigDecimal monthly(BigDecimal annual) {
        return annual.divide(BigDecimal.valueOf(MONTHS_A_YEAR), 2, RoundingMode.HALF_UP);
    }

    /** Enters its renewals, and those of the contracts after it. */
    void scheduleRenewals(
            Profile profile, Plot plot, Day first, int days, RandomStream random, Agenda agenda) {
        if (plot.churnDay() != Plot.NEVER) {
            return;
        }
        LocalDate end = endDate;
        BigDecimal value = profile.annualContractValue();
        boolean firstTime = true;
        while (true) {
            int endDay = (int) ChronoUnit.DAYS.between(first.date(), end);
            int renewal = renewalDay(plot, endDay, firstTime, random);
            if (renewal >= days) {
                return;
            }
            value = raised(value, plot, random);
            LocalDate next = end.plusMonths(MONTHS_A_YEAR);
            agenda.add(
                    profile.region().workingTime(first.plus(renewal), random) + Day.HOUR,
                    new ContractFact.Renewed(
                            next.atStartOfDay(ZoneOffset.UTC).toInstant(),
                            Optional.of(end.atStartOfDay(ZoneOffset.UTC).toInstant()),
                            Optional.of(value),
                            Optional.of(monthly(value))));
            end = next;
            firstTime = false;
        }
    }

    private static int renewalDay(Plot plot, int endDay, boolean firstTime, RandomStream random) {
        int day =
                switch (plot.story()) {
                    case STEADY, GROWING -> endDay - random.between(70, 120);
                    case RENEWAL_AT_RISK ->
                            firstTime ? plot.reliefDay() : endDay - random.between(60, 90);
                    case FADING -> endDay - random.between(3, 20);
                    case SPONSOR_LEAVES,
                            OUTAGE,
                            BAD_SUPPORT,
                            STALLED_IMPLEMENTATION,
                            PRICE_SHOCK,
                            CHURN ->
                            endDay - random.between(15, 70);
                };
        return Math.max(plot.joinDay() + 2, day);
    }

    private static BigDecimal raised(BigDecimal value, Plot plot, RandomStream random) {
        double factor =
                plot.story() == Story.GROWING
                        ? random.between(1.10, 1.30)
                        : random.between(1.0, 1.05);
        return BigDecimal.valueOf(Math.round(value.doubleValue() * factor));
    }
}
