package io.customerpulse.rules.health;

import io.customerpulse.events.result.HealthZone;
import io.customerpulse.rules.metric.Fraction;
import io.customerpulse.rules.metric.Metric;
import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How health is scored: {@code config/policies/health.yaml}, explained in {@code docs/policies.md}.
 *
 * @param weights the weight of each component in the chosen profile
 * @param anchors the metrics of each component, each with its anchors
 * @param yellowFrom the score from which on health is no longer RED
 * @param greenFrom the score from which on health is GREEN
 * @param provisionalBelow a score with less coverage is provisional
 */
public record HealthPolicy(
        Map<HealthComponent, Integer> weights,
        Map<HealthComponent, Map<Metric, Anchors>> anchors,
        int yellowFrom,
        int greenFrom,
        Fraction provisionalBelow)
        implements Serializable {

    public HealthPolicy {
        weights = Collections.unmodifiableMap(new EnumMap<>(weights));
        anchors = Collections.unmodifiableMap(new EnumMap<>(anchors));
    }

    /** The zone of an unrounded score. */
    HealthZone zone(Fraction score) {
        if (score.compareTo(Fraction.of(greenFrom)) >= 0) {
            return HealthZone.GREEN;
        }
        return score.compareTo(Fraction.of(yellowFrom)) >= 0 ? HealthZone.YELLOW : HealthZone.RED;
    }
}
