package io.customerpulse.rules.risk;

import io.customerpulse.events.result.Confidence;
import io.customerpulse.rules.customer.Occurrence;
import io.customerpulse.rules.metric.Metric;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a rule says of one factor at one instant.
 *
 * @param points 0 when the factor is absent
 * @param evidence the newest events that make it present, in time order; for telemetry the days
 * @param confidence low when it rests on weak data
 * @param missing the metric that would have to be known to judge at all
 * @param nextTurn the next instant at which points or evidence may change without any event
 */
record Judgement(
        int points,
        List<String> evidence,
        Optional<Confidence> confidence,
        Optional<Metric> missing,
        Optional<Instant> nextTurn) {

    static Judgement present(int points, List<String> evidence, Optional<Instant> nextTurn) {
        return new Judgement(points, evidence, Optional.empty(), Optional.empty(), nextTurn);
    }

    /** Present because of one event. */
    static Judgement present(int points, Occurrence cause, Optional<Instant> nextTurn) {
        return present(points, List.of(cause.reference()), nextTurn);
    }

    static Judgement absent(Optional<Instant> nextTurn) {
        return present(0, List.of(), nextTurn);
    }

    static Judgement absent() {
        return absent(Optional.empty());
    }

    static Judgement unknown(Metric metric, Optional<Instant> nextTurn) {
        return new Judgement(0, List.of(), Optional.empty(), Optional.of(metric), nextTurn);
    }

    Judgement withLowConfidence() {
        return new Judgement(points, evidence, Optional.of(Confidence.LOW), missing, nextTurn);
    }
}
