package io.customerpulse.rules.sla.credit;

import io.customerpulse.events.result.SlaTarget;

/** What was missed, as far as credits tell it apart: a ticket has at most one miss of each kind. */
public enum MissKind {
    RESPONSE,
    RESOLUTION;

    /** The kind of a target: a missed workaround counts as a missed resolution. */
    public static MissKind of(SlaTarget target) {
        return switch (target) {
            case FIRST_RESPONSE, NEXT_RESPONSE -> RESPONSE;
            case RESOLUTION, WORKAROUND -> RESOLUTION;
        };
    }
}
