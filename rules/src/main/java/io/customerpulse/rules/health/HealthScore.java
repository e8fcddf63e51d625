package io.customerpulse.rules.health;

import io.customerpulse.rules.metric.Fraction;
import io.customerpulse.rules.metric.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Scores health from metrics ({@code docs/rules.md}, health score). All arithmetic is exact; only
 * what is published is rounded, half up.
 */
public final class HealthScore {

    private final HealthPolicy policy;
    private final String policyVersion;

    public HealthScore(HealthPolicy policy, String policyVersion) {
        this.policy = policy;
        this.policyVersion = policyVersion;
    }

    /**
     * Scores a customer.
     *
     * @param metrics the known metrics
     * @return empty while nothing that has a weight is known
     */
    public Optional<Health> score(Map<Metric, Fraction> metrics) {
        List<Health.Part> parts = new ArrayList<>();
        for (HealthComponent component : HealthComponent.values()) {
            parts.add(part(component, metrics));
        }
        int knownWeight = 0;
        for (Health.Part part : parts) {
            knownWeight += part.score().isPresent() ? part.weight() : 0;
        }
        if (knownWeight == 0) {
            return Optional.empty();
        }
        Fraction score = mean(parts, knownWeight).times(Fraction.of(10));
        Fraction coverage = coverage(parts, knownWeight);
        return Optional.of(
                new Health(
                        score.rounded(2),
                        policy.zone(score),
                        coverage.compareTo(policy.provisionalBelow()) < 0,
                        coverage.rounded(4),
                        parts,
                        policyVersion));
    }

    private Health.Part part(HealthComponent component, Map<Metric, Fraction> metrics) {
        List<Health.Measure> measures = new ArrayList<>();
        Fraction sum = Fraction.ZERO;
        int known = 0;
        for (Map.Entry<Metric, Anchors> entry : policy.anchors().get(component).entrySet()) {
            Optional<Fraction> value = Optional.ofNullable(metrics.get(entry.getKey()));
            Optional<Fraction> score = value.map(entry.getValue()::score);
            if (score.isPresent()) {
                sum = sum.plus(score.get());
                known++;
            }
            measures.add(new Health.Measure(entry.getKey(), value, score));
        }
        return new Health.Part(
                component,
                policy.weights().get(component),
                known == 0 ? Optional.empty() : Optional.of(sum.dividedBy(Fraction.of(known))),
                known,
                measures);
    }

    private static Fraction mean(List<Health.Part> parts, int knownWeight) {
        Fraction sum = Fraction.ZERO;
        for (Health.Part part : parts) {
            if (part.score().isPresent()) {
                sum = sum.plus(part.score().get().times(Fraction.of(part.weight())));
            }
        }
        return sum.dividedBy(Fraction.of(knownWeight));
    }

    /** The known weight times the known share of the metrics that carry weight. */
    private static Fraction coverage(List<Health.Part> parts, int knownWeight) {
        int weight = 0;
        int known = 0;
        int metrics = 0;
        for (Health.Part part : parts) {
            if (part.weight() > 0) {
                weight += part.weight();
                known += part.known();
                metrics += part.measures().size();
            }
        }
        return Fraction.of(knownWeight, weight).times(Fraction.of(known, metrics));
    }
}
