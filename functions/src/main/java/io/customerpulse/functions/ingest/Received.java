package io.customerpulse.functions.ingest;

import io.customerpulse.events.InputEvent;
import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.codec.Decoded;
import io.customerpulse.events.result.IngestResult;
import io.customerpulse.events.result.Origin;
import io.customerpulse.rules.customer.Delivery;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** What a source hands on: an event, or the reason why the bytes are none. */
public sealed interface Received {

    /**
     * A known event.
     *
     * @param at the event time from which it counts: its own, or the stream's when it came late
     * @param lateness how late it was, if it was
     */
    record Accepted(InputEvent event, Instant at, Optional<Delivery.Lateness> lateness)
            implements Received {}

    /** Bytes that are no event of the contract, as the dead letter that says why. */
    record Rejected(OutputEvent deadLetter) implements Received {

        /**
         * Makes the dead letter.
         *
         * @param original the bytes as they came
         * @param origin where they were read
         */
        public static Rejected of(
                Decoded.Rejected rejected, byte[] original, Origin origin, String policyVersion) {
            return new Rejected(
                    OutputEvent.of(
                            rejected.subject(),
                            rejected.time(),
                            new IngestResult.Rejected(
                                    rejected.code(),
                                    rejected.reason(),
                                    Base64.getEncoder().encodeToString(original),
                                    origin,
                                    policyVersion)));
        }
    }

    /** An event of a type this version does not know; it only moves event time. */
    record Unknown(String type, Instant at) implements Received {}
}
