package io.customerpulse.jobs.replay;

import io.customerpulse.events.codec.Decoded;
import io.customerpulse.events.codec.EventDecoder;
import io.customerpulse.events.result.Origin;
import io.customerpulse.functions.ingest.Received;
import io.customerpulse.rules.customer.Delivery;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/** Decodes the lines of a replay: to an event, or to the dead letter that says why it is none. */
final class SpooledLineDecoder extends RichMapFunction<SpooledLine, Received> {

    private static final long serialVersionUID = 1L;

    private final String policyVersion;
    private transient EventDecoder decoder;

    SpooledLineDecoder(String policyVersion) {
        this.policyVersion = policyVersion;
    }

    @Override
    public void open(OpenContext openContext) {
        decoder = new EventDecoder();
    }

    @Override
    public Received map(SpooledLine line) {
        Decoded decoded = decoder.decode(line.bytes());
        if (decoded instanceof Decoded.Accepted accepted) {
            return new Received.Accepted(accepted.event(), effectiveAt(line), lateness(line));
        }
        if (decoded instanceof Decoded.UnknownType unknown) {
            return new Received.Unknown(unknown.type(), effectiveAt(line));
        }
        return Received.Rejected.of(
                (Decoded.Rejected) decoded,
                line.bytes(),
                new Origin(line.file(), 0, line.line()),
                policyVersion);
    }

    private static Instant effectiveAt(SpooledLine line) {
        return Instant.ofEpochMilli(line.effectiveAt());
    }

    private static Optional<Delivery.Lateness> lateness(SpooledLine line) {
        return line.late()
                ? Optional.of(
                        new Delivery.Lateness(
                                Duration.ofMillis(line.lateByMillis()),
                                new String(line.bytes(), StandardCharsets.UTF_8)))
                : Optional.empty();
    }
}
