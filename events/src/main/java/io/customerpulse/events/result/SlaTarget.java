package io.customerpulse.events.result;

/** What a service-level clock waits for. */
public enum SlaTarget {
    FIRST_RESPONSE,
    NEXT_RESPONSE,
    RESOLUTION,
    WORKAROUND
}
