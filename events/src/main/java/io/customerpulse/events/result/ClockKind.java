package io.customerpulse.events.result;

/**
 * Whom a service-level clock binds: only CONTRACT clocks earn credits, INTERNAL ones warn and
 * escalate.
 */
public enum ClockKind {
    CONTRACT,
    INTERNAL
}
