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
                    "the contract ends within " + words(risk.contractEnding().lasts());
            case RENEWAL_PAST_DUE -> "the contract's end has passed without a renewal";
            case CONTRACT_DISPUTED -> "the contract is disputed or being negotiated";
            case PRICE_INCREASE ->
                    "the price rose by more than "
                            + risk.priceIncrease().moreThan().toPlainString()
                            + " %";
            case LOW_ADOPTION -> lowAdoption(points);
            case TRAINING_INCOMPLETE ->
                    "less than %d %% of the training is done"
                            .formatted(risk.trainingIncomplete().below());
            case NO_USAGE -> "no usage for " + risk.noUsage().days() + " days or more";
            case MANY_TICKETS ->
                    "more than %d tickets in %s"
                            .formatted(
                                    risk.manyTickets().moreThan(),
                                    words(customer.tickets().window()));
            case LOW_NPS ->
                    points == risk.lowNps().detractors()
                            ? "net promoter score below " + risk.lowNps().below()
                            : "net promoter score of at most " + risk.lowNps().upTo();
            case LOW_CSAT ->
                    "mean satisfaction below %d of 5 in %s"
                            .formatted(risk.lowCsat().below(), words(customer.csat().window()));
            case NO_REVIEW -> "no business review attended for longer than due";
            case NEGATIVE_SOCIAL -> "spoke ill of us in public";
            case STAKEHOLDER_DEPARTED -> "a key person left and has no successor";
            case BUDGET_CUT -> "the budget was cut";
            case MARKET_DOWNTURN -> "the industry is in a downturn";
            case COMPETITOR_ACQUISITION -> "merged with a competitor of ours";
            case MERGER -> "a merger is under way";
            case IMPLEMENTATION_DELAYED -> "the implementation is late";
            case DOWNTIME ->
                    "more than %s of downtime in %s"
                            .formatted(
                                    words(risk.downtime().moreThan()),
                                    words(customer.downtime().window()));
            case DATA_QUALITY ->
                    "a data-quality issue has been open for " + words(risk.dataQuality().after());
            case INTEGRATION_FAILURE ->
                    "an integration has been down for " + words(risk.integrationFailure().after());
            case REPEATED_POOR_CSAT ->
                    "%d answers below %d of 5 in %s"
                            .formatted(
                                    risk.repeatedPoorCsat().times(),
                                    risk.repeatedPoorCsat().below(),
                                    words(risk.repeatedPoorCsat().within()));
            case NPS_DROP ->
                    "the net promoter score fell by more than " + risk.npsDrop().moreThan();
            case BILLING_QUESTIONS -> "finance asks about bills";
            case NO_EXPANSION -> "no expansion discussed for " + words(risk.noExpansion().after());
            case COMPETITOR_MENTIONED -> "spoke of a competitor";
            case MULTI_YEAR ->
                    "a contract of %d months or more".formatted(risk.multiYear().months());
            case EXPANSION_ONGOING -> "an expansion is being discussed";
            case SPONSOR_ENGAGED -> "the executive sponsor is engaged";
            case EXPANSION_WON -> "expanded lately";
            case PROACTIVE_FEEDBACK -> "gave feedback unasked";
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
