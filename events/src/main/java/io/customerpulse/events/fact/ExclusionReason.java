package io.customerpulse.events.fact;

/** Why a ticket does not count for the service level. */
public enum ExclusionReason {
    CUSTOMER_SYSTEM,
    THIRD_PARTY,
    CUSTOMER_CONFIGURATION,
    BEST_PRACTICES,
    UNPATCHED,
    CUSTOMER_DATA_CENTER,
    MAINTENANCE,
    CUSTOMER_CHANGE,
    CLOUD_PROVIDER
}
