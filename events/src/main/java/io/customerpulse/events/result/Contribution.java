package io.customerpulse.events.result;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one factor adds to a customer's risk.
 *
 * @param factor the factor's id in the policy
 * @param points what it adds; negative ones speak for the customer
 * @param since the event time from which it has been present without a break
 * @param evidence {@code source#id} of the events behind it, or days of telemetry, in time order
 * @param confidence present when the factor rests on weak data
 */
public record Contribution(
        String factor,
        int points,
        Instant since,
        List<String> evidence,
        Optional<Confidence> confidence) {

    public Contribution {
        Objects.requireNonNull(factor, "factor");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(confidence, "confidence");
        evidence = List.copyOf(evidence);
    }
}
