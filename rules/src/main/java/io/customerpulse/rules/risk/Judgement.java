package io.customerpulse.rules.risk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a rule says of one factor at one instant.
 *
 * @param points 0 when the factor is absent
 * @param evidence the newest events that make it present, in time order; for telemetry the days
 * @param missing the metric that would have to be known to judge at all
 * @param nextTurn the next instant at which points or evidence may change without any event
 */
record Judgement(
        int points, List<String> evidence, Optional<String> missing, Optional<Instant> nextTurn) {

    static Judgement present(int points, List<String> evidence, Optional<Instant> nextTurn) {
        return new Judgement(points, evidence, Optional.empty(), nextTurn);
    }

    static Judgement absent(Optional<Instant> nextTurn) {
        return new Judgement(0, List.of(), Optional.empty(), nextTurn);
    }

    static Judgement unknown(String metric, Optional<Instant> nextTurn) {
        return new Judgement(0, List.of(), Optional.of(metric), nextTurn);
    }
}
