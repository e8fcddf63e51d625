package io.customerpulse.events.fact;

/** How bad a ticket is, worst first. */
public enum Severity {
    P0,
    P1,
    P2,
    P3
}
