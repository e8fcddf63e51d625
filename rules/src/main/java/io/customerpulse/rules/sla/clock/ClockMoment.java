package io.customerpulse.rules.sla.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Something a clock has to say.
 *
 * @param kind what
 * @param at when it became true
 * @param aim what it kept to
 * @param counted what was counted up to then
 * @param usedUp when the target was used up, for {@link Kind#BREACHED} and {@link Kind#OVERDUE}
 * @param percent how much of the target is used, for {@link Kind#WARNED}; else 0
 */
public record ClockMoment(
        Kind kind, Instant at, Aim aim, Duration counted, Optional<Instant> usedUp, int percent) {

    /** What a clock can say. */
    public enum Kind {
        STARTED,
        WARNED,
        MET,
        BREACHED,
        OVERDUE,
        EXCLUDED;

        /** Whether it decides about the clock. */
        public boolean decides() {
            return this == MET || this == BREACHED || this == EXCLUDED;
        }
    }
}
