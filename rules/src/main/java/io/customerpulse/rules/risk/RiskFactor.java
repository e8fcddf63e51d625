package io.customerpulse.rules.risk;

import java.util.Arrays;
import java.util.Optional;

/**
 * The churn-risk factors, in the order in which contributions name them ({@code docs/rules.md},
 * churn-risk points).
 */
public enum RiskFactor {
    CONTRACT_ENDING("contract-ending"),
    RENEWAL_PAST_DUE("renewal-past-due"),
    CONTRACT_DISPUTED("contract-disputed"),
    PRICE_INCREASE("price-increase"),
    LOW_ADOPTION("low-adoption"),
    TRAINING_INCOMPLETE("training-incomplete"),
    NO_USAGE("no-usage"),
    MANY_TICKETS("many-tickets"),
    LOW_NPS("low-nps"),
    LOW_CSAT("low-csat"),
    NO_REVIEW("no-review"),
    NEGATIVE_SOCIAL("negative-social"),
    STAKEHOLDER_DEPARTED("stakeholder-departed"),
    BUDGET_CUT("budget-cut"),
    MARKET_DOWNTURN("market-downturn"),
    COMPETITOR_ACQUISITION("competitor-acquisition"),
    MERGER("merger"),
    IMPLEMENTATION_DELAYED("implementation-delayed"),
    DOWNTIME("downtime"),
    DATA_QUALITY("data-quality"),
    INTEGRATION_FAILURE("integration-failure"),
    REPEATED_POOR_CSAT("repeated-poor-csat"),
    NPS_DROP("nps-drop"),
    BILLING_QUESTIONS("billing-questions"),
    NO_EXPANSION("no-expansion"),
    COMPETITOR_MENTIONED("competitor-mentioned"),
    MULTI_YEAR("multi-year"),
    EXPANSION_ONGOING("expansion-ongoing"),
    SPONSOR_ENGAGED("sponsor-engaged"),
    EXPANSION_WON("expansion-won"),
    PROACTIVE_FEEDBACK("proactive-feedback");

    private final String id;

    RiskFactor(String id) {
        this.id = id;
    }

    /** The factor's public name. */
    public String id() {
        return id;
    }

    /**
     * Whether the factor comes from the flag of the same name, which decides when it begins and
     * ends, and not from the record alone.
     */
    public boolean comesFromFlag() {
        return switch (this) {
            case REPEATED_POOR_CSAT,
                    NPS_DROP,
                    BILLING_QUESTIONS,
                    NO_EXPANSION,
                    COMPETITOR_MENTIONED ->
                    true;
            default -> false;
        };
    }

    /** The factor of that name, if there is one. */
    public static Optional<RiskFactor> named(String id) {
        return Arrays.stream(values()).filter(f -> f.id.equals(id)).findFirst();
    }
}
