package io.customerpulse.rules.flag;

import io.customerpulse.events.result.Confidence;
import java.util.List;
import java.util.Optional;

/**
 * What is behind a flag while its condition holds.
 *
 * @param evidence the newest events that make it true, in time order; for telemetry the days
 * @param confidence present when it rests on weak data
 */
record Condition(List<String> evidence, Optional<Confidence> confidence) {
    Condition {
        evidence = List.copyOf(evidence);
    }

    static Condition of(List<String> evidence) {
        return new Condition(evidence, Optional.empty());
    }
}
