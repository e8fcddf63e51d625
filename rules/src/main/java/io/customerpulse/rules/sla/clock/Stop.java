package io.customerpulse.rules.sla.clock;

import java.time.Instant;

/**
 * A stretch of time {@code [from, until)} in which a clock stands still.
 *
 * @param cause why
 * @param from inclusive
 * @param until exclusive, later than {@code from}; {@link Instant#MAX} while its end is not known
 * @param knownFrom since when it is known that there will be this stop: before its beginning only
 *     for what is scheduled
 */
public record Stop(StopCause cause, Instant from, Instant until, Instant knownFrom) {

    /** A checked stop. */
    public Stop {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException(from + " is not before " + until);
        }
    }

    /** A stop that is known from its beginning on. */
    public static Stop of(StopCause cause, Instant from, Instant until) {
        return new Stop(cause, from, until, from);
    }

    /** Whether the clock stands still at this instant because of it. */
    public boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
