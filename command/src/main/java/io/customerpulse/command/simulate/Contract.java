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
 * The contracts of a customer, from the one that runs when it comes into the history.
 *
 * @param startDate when that one began
 * @param decisiveEnd the end that matters to the story; a contract that ends at it may be some
 *     renewals later
 * @param yearsBefore how many years before that the first one ends
 */
record Contract(LocalDate startDate, LocalDate decisiveEnd, int yearsBefore) {

    private static final int MONTHS_A_YEAR = 12;
    // Time enough to renew as early as a content customer does.
    private static final int SHORTEST_REST_DAYS = 75;

    /** The contracts that a story needs. */
    static Contract drawn(Plot plot, Day first, RandomStream random) {
        int months = MONTHS_A_YEAR * (random.chance(0.85) ? 1 : random.between(2, 3));
        if (plot.newcomer()) {
            LocalDate start = first.plus(plot.joinDay()).date();
            return new Contract(start, start.plusMonths(months), 0);
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
                            random.between(125, 30 * months - 20);
                };
        return running(first.plus(endDay).date(), months, first.date());
    }

    /** As many renewals before the decisive end as it takes; begun in the past, and running. */
    private static Contract running(LocalDate decisiveEnd, int months, LocalDate from) {
        int years = 0;
        while (decisiveEnd.minusYears(years + 1).isAfter(from.plusDays(SHORTEST_REST_DAYS))) {
            years++;
        }
        LocalDate end = decisiveEnd.minusYears(years);
        LocalDate start = end.minusMonths(months);
        return new Contract(start.isAfter(from) ? end.minusYears(2) : start, decisiveEnd, years);
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
        return at(startDate);
    }

    Instant end() {
        return at(end(-yearsBefore));
    }

    /** The end so many years after the decisive one. */
    private LocalDate end(int years) {
        return decisiveEnd.plusYears(years);
    }

    private static Instant at(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** A twelfth of a yearly amount. */
    static BigDecimal monthly(BigDecimal annual) {
        return annual.divide(BigDecimal.valueOf(MONTHS_A_YEAR), 2, RoundingMode.HALF_UP);
    }

    /** Enters the renewals; a customer that leaves is not renewed at the decisive end. */
    void scheduleRenewals(
            Profile profile, Plot plot, Day first, int days, RandomStream random, Agenda agenda) {
        BigDecimal value = profile.annualContractValue();
        boolean leaves = plot.churnDay() != Plot.NEVER;
        for (int years = -yearsBefore; years < 0 || !leaves; years++) {
            int endDay = (int) ChronoUnit.DAYS.between(first.date(), end(years));
            int renewal = Math.max(plot.joinDay() + 2, renewalDay(plot, endDay, years, random));
            if (renewal >= days) {
                return;
            }
            value = raised(value, plot, random);
            agenda.add(
                    profile.region().workingTime(first.plus(renewal), random) + Day.HOUR,
                    new ContractFact.Renewed(
                            at(end(years + 1)),
                            Optional.of(at(end(years))),
                            Optional.of(value),
                            Optional.of(monthly(value))));
        }
    }

    private static int renewalDay(Plot plot, int endDay, int years, RandomStream random) {
        if (years < 0) {
            return endDay - random.between(70, 120);
        }
        return switch (plot.story()) {
            case STEADY, GROWING -> endDay - random.between(70, 120);
            case RENEWAL_AT_RISK -> years == 0 ? plot.reliefDay() : endDay - random.between(60, 90);
            case FADING -> endDay - random.between(3, 20);
            case SPONSOR_LEAVES, OUTAGE, BAD_SUPPORT, STALLED_IMPLEMENTATION, PRICE_SHOCK, CHURN ->
                    endDay - random.between(15, 70);
        };
    }

    private static BigDecimal raised(BigDecimal value, Plot plot, RandomStream random) {
        double factor =
                plot.story() == Story.GROWING
                        ? random.between(1.10, 1.30)
                        : random.between(1.0, 1.05);
        return BigDecimal.valueOf(Math.round(value.doubleValue() * factor));
    }
}
