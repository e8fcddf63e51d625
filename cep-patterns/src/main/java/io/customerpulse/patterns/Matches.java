package io.customerpulse.patterns;

import io.customerpulse.rules.signal.Signal;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What a pattern gives.
 *
 * @param found a {@link Signal.PatternMatched} for each match, at the time of its last signal
 * @param late signals that came behind the watermark, and were not looked at
 */
public record Matches(DataStream<Signal> found, DataStream<Signal> late) {

    /** What either gives. */
    public Matches and(Matches other) {
        return new Matches(found.union(other.found), late.union(other.late));
    }
}
