package io.customerpulse.rules.sla;

import io.customerpulse.events.result.ClockKind;
import io.customerpulse.events.result.ClockReading;
import io.customerpulse.events.result.SlaTarget;
import java.util.Objects;

/**
 * What tells a clock from the customer's others.
 *
 * @param ticketId the ticket
 * @param target what the clock waits for
 * @param kind whom it binds
 * @param cycle which of the ticket's clocks of this target it is, from 1
 */
public record ClockId(String ticketId, SlaTarget target, ClockKind kind, int cycle) {

    public ClockId {
        Objects.requireNonNull(ticketId, "ticketId");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(kind, "kind");
    }

    /** The clock that a reading is of. */
    public static ClockId of(ClockReading reading) {
        return new ClockId(reading.ticketId(), reading.target(), reading.clock(), reading.cycle());
    }
}
