package io.customerpulse.events.result;

/** Why a month's credit moved. */
public enum CreditReason {
    MISSED,
    TWICE_TARGET,
    MONTH_CLOSED,
    EXCLUDED
}
