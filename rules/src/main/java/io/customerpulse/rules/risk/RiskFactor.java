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
    LOW_ADOPTION("low-adoption"),
    MANY_TICKETS("many-tickets"),
    LOW_CSAT("low-csat"),
    STAKEHOLDER_DEPARTED("stakeholder-departed"),
    BUDGET_CUT("budget-cut"),
    DOWNTIME("downtime");

    private final String id;

    RiskFactor(String id) {
        this.id = id;
    }

    /** The factor's public name. */
    public String id() {
        return id;
    }

    /** The factor of that name, if there is one. */
    public static Optional<RiskFactor> named(String id) {
        return Arrays.stream(values()).filter(f -> f.id.equals(id)).findFirst();
    }
}
