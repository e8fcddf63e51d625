package io.customerpulse.functions.serialization;

import io.customerpulse.rules.customer.Delivery.Lateness;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.time.Duration;

/** How the lateness of an event travels with it. */
final class LatenessFormat {

    private LatenessFormat() {}

    static void write(CompactOutput out, Lateness lateness) throws IOException {
        out.writeCount(lateness.by().toMillis());
        out.writeText(lateness.original());
    }

    static Lateness read(CompactInput in) throws IOException {
        return new Lateness(Duration.ofMillis(in.readCount()), in.readText());
    }
}
