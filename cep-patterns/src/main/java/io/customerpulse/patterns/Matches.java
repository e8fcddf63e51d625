package io.customerpulse.patterns;

import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What a pattern gives.
 *
 * @param found a signal for each match, at the time of its last signal
 * @param late signals that came behind the watermark, and were not looked at
 * @param <T> the kind of signals
 */
public record Matches<T>(DataStream<T> found, DataStream<T> late) {

    /** What either gives. */
    public Matches<T> and(Matches<T> other) {
        return new Matches<>(found.union(other.found), late.union(other.late));
    }
}
