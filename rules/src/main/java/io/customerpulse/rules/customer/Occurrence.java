package io.customerpulse.rules.customer;

import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.time.Instant;

/**
 * Something that happened once.
 *
 * @param time when it happened, event time
 * @param reference the event that says so, {@code source#id}
 */
public record Occurrence(Instant time, String reference) {

    void write(CompactOutput out) throws IOException {
        out.writeInstant(time);
        out.writeReference(reference);
    }

    static Occurrence read(CompactInput in) throws IOException {
        return new Occurrence(in.readInstant(), in.readReference());
    }
}
