package io.customerpulse.events.fact;

/** The team that works on a ticket. */
public enum TicketGroup {
    TECHNICAL,
    IMPLEMENTATION,
    BILLING,
    ESCALATION
}
