package io.customerpulse.rules.sla.clock;

/** Why a clock stands still although its calendar is open. */
public enum StopCause {
    /** The ticket waits for the customer. */
    WAITING,
    /** The ticket is solved. */
    SOLVED,
    MAINTENANCE,
    FORCE_MAJEURE
}
