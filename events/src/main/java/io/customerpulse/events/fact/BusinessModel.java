package io.customerpulse.events.fact;

/** How a customer does business with us. */
public enum BusinessModel {
    SAAS,
    ECOMMERCE,
    B2B_SERVICES,
    SUBSCRIPTION,
    USAGE_BASED
}
