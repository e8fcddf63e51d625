package io.customerpulse.rules.health;

import io.customerpulse.events.result.HealthResult;
import io.customerpulse.events.result.HealthZone;
import io.customerpulse.rules.metric.Fraction;
import io.customerpulse.rules.metric.Metric;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How well a customer does. Its parts stay as exact as they were computed until it is known that
 * there is news to publish.
 */
public final class Health {

    /**
     * What one component says.
     *
     * @param score the mean of its known metrics, not rounded
     * @param known how many of its metrics are known
     */
    record Part(
            HealthComponent component,
            int weight,
            Optional<Fraction> score,
            int known,
            List<Measure> measures) {}

    /** What one metric says; empty while it is unknown. */
    record Measure(Metric metric, Optional<Fraction> value, Optional<Fraction> score) {}

    private final BigDecimal score;
    private final HealthZone zone;
    private final boolean provisional;
    private final BigDecimal coverage;
    private final List<Part> parts;
    private final String policyVersion;

    Health(
            BigDecimal score,
            HealthZone zone,
            boolean provisional,
            BigDecimal coverage,
            List<Part> parts,
            String policyVersion) {
        this.score = score;
        this.zone = zone;
        this.provisional = provisional;
        this.coverage = coverage;
        this.parts = parts;
        this.policyVersion = policyVersion;
    }

    /** From 0 to 100, rounded. */
    public BigDecimal score() {
        return score;
    }

    /** The zone of the score before it was rounded. */
    public HealthZone zone() {
        return zone;
    }

    /** The share of the weight that rests on known metrics, rounded. */
    public BigDecimal coverage() {
        return coverage;
    }

    /**
     * What is published of it.
     *
     * @param previousScore the score published before
     */
    public HealthResult.Scored result(Optional<BigDecimal> previousScore) {
        List<HealthResult.Component> components = new ArrayList<>();
        for (Part part : parts) {
            components.add(component(part));
        }
        return new HealthResult.Scored(
                score,
                score.movePointLeft(1),
                zone,
                provisional,
                coverage,
                previousScore,
                components,
                policyVersion);
    }

    private static HealthResult.Component component(Part part) {
        List<HealthResult.Metric> metrics = new ArrayList<>();
        for (Measure measure : part.measures()) {
            metrics.add(
                    new HealthResult.Metric(
                            measure.metric().metricName(),
                            measure.value().map(value -> value.rounded(4)),
                            measure.score().map(score -> score.rounded(2))));
        }
        return new HealthResult.Component(
                part.component().componentName(),
                part.score().map(score -> score.rounded(2)),
                BigDecimal.valueOf(part.weight()),
                metrics);
    }
}
