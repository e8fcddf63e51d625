package io.customerpulse.events.fact;

/** Who wrote a reply on a ticket. */
public enum Author {
    AGENT,
    CUSTOMER,
    SYSTEM
}
