package io.customerpulse.events.fact;

/** What changed in a customer's organization. */
public enum OrganizationChange {
    BUDGET_CUT,
    MERGER,
    ACQUIRED_COMPETITOR,
    ACQUIRED_BY_COMPETITOR
}
