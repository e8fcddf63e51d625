package io.customerpulse.events.fact;

/** How an interaction took place. */
public enum Channel {
    EMAIL,
    CALL,
    MEETING,
    MESSAGE
}
