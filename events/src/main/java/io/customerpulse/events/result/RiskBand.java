package io.customerpulse.events.result;

/** How likely a customer is to leave, least first; the boundaries are policy. */
public enum RiskBand {
    GREEN,
    YELLOW,
    ORANGE,
    RED
}
