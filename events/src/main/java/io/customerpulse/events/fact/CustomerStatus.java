package io.customerpulse.events.fact;

/** Where a customer stands in its life with us. */
public enum CustomerStatus {
    PROSPECT,
    ONBOARDING,
    ACTIVE,
    AT_RISK,
    CHURNED
}
