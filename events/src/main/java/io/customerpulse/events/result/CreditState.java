package io.customerpulse.events.result;

/** How far a credit has come. */
public enum CreditState {
    ACCRUED,
    ISSUED,
    REVERSED
}
