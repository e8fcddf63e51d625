package io.customerpulse.events.result;

/** The service tier, which follows from the annual contract value; smallest first. */
public enum Tier {
    STARTER,
    MID_MARKET,
    ENTERPRISE
}
