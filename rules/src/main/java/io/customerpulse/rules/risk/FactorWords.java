package io.customerpulse.rules.risk;

import io.customerpulse.rules.customer.CustomerPolicy;
import java.time.Duration;

/** Says in words what a present factor means, with the numbers of the policies. */
public final class FactorWords {

    private final RiskPolicy risk;
    private final CustomerPolicy customer;

    public FactorWords(RiskPolicy risk, CustomerPolicy customer) {
        this.risk = risk;
        this.customer = customer;
    }

    /**
     * What it means that the factor counts with these points; a factor this version does not know
     * is named by its id.
     */
    public String of(String factorId, int points) {
        return RiskFactor.named(factorId).map(factor -> of(factor, points)).orElse(factorId);
    }

    private String of(RiskFactor factor, int points) {
        return switch (factor) {
            case CONTRACT_ENDING ->
                    "the contract ends within " + words(risk.contractEnding().within());
            case RENEWAL_PAST_DUE -> "the contract's end has passed without a renewal";
            case LOW_ADOPTION -> lowAdoption(points);
            case MANY_TICKETS ->
                    "more than %d tickets in %s"
                            .formatted(
                                    risk.manyTickets().moreThan(),
                                    words(customer.tickets().window()));
            case LOW_CSAT ->
                    "mean satisfaction below %d of 5 in %s"
                            .formatted(risk.lowCsat().below(), words(customer.csat().window()));
            case STAKEHOLDER_DEPARTED -> "a key person left and has no successor";
            case BUDGET_CUT -> "the budget was cut";
            case DOWNTIME ->
                    "more than %s of downtime in %s"
                            .formatted(
                                    words(risk.downtime().moreThan()),
                                    words(customer.downtime().window()));
        };
    }

    private String lowAdoption(int points) {
        int below =
                risk.lowAdoption().steps().stream()
                        .filter(step -> step.points() == points)
                        .mapToInt(RiskPolicy.LowAdoption.Step::below)
                        .findFirst()
                        .orElse(100);
        return "fewer than %d %% of the seats are used a day".formatted(below);
    }

    private static String words(Duration duration) {
        if (duration.compareTo(Duration.ofDays(2)) >= 0 && duration.toHours() % 24 == 0) {
            return duration.toDays() + " days";
        }
        return duration.toMinutes() % 60 == 0
                ? duration.toHours() + " hours"
                : duration.toMinutes() + " minutes";
    }
}
