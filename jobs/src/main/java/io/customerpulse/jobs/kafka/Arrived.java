package io.customerpulse.jobs.kafka;

import io.customerpulse.events.result.Origin;
import io.customerpulse.functions.ingest.Received;
import java.util.Objects;

/**
 * One record of an input topic, decoded but not yet compared with those before it.
 *
 * @param origin where it was read
 * @param received what it is, as if it came in time
 * @param time its event time in milliseconds since the epoch, or {@link #NO_TIME}
 * @param tick whether it only carries time
 * @param structured the record's value if it is a whole event in JSON; empty otherwise
 */
record Arrived(Origin origin, Received received, long time, boolean tick, byte[] structured) {

    /** Of what was rejected: it does not move event time. */
    static final long NO_TIME = Long.MIN_VALUE;

    Arrived {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(received, "received");
        Objects.requireNonNull(structured, "structured");
    }
}
