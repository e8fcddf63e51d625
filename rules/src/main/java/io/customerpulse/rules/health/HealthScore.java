package io.customerpulse.rules.health;

import io.customerpulse.events.result.HealthResult;
import io.customerpulse.rules.metric.Fractions;
import io.customerpulse.rules.metric.Metric;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

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

    /** The parts of a score that are not yet rounded. */
    private record Part(int weight, Optional<BigFraction> score, int known, int metrics) {}

    /**
     * Scores a customer.
     *
     * @param metrics the known metrics
     * @param previousScore the score published before
     * @return empty while nothing that has a weight is known
     */
    public Optional<HealthResult.Scored> score(
            Map<Metric, BigFraction> metrics, Optional<BigDecimal> previousScore) {
        List<Part> parts = new ArrayList<>();
        List<HealthResult.Component> components = new ArrayList<>();
        for (HealthComponent component : HealthComponent.values()) {
            Map<Metric, Anchors> anchors = policy.anchors().get(component);
            Part part = part(policy.weights().get(component), anchors, metrics);
            parts.add(part);
            components.add(published(component, part, anchors, metrics));
        }
        int knownWeight =
                parts.stream().filter(p -> p.score().isPresent()).mapToInt(Part::weight).sum();
        if (knownWeight == 0) {
            return Optional.empty();
        }
        BigFraction score = mean(parts, knownWeight).multiply(10);
        BigFraction coverage = coverage(parts, knownWeight);
        BigDecimal rounded = Fractions.rounded(score, 2);
        return Optional.of(
                new HealthResult.Scored(
                        rounded,
                        rounded.movePointLeft(1),
                        policy.zone(score),
                        Fractions.compare(coverage, Fractions.of(policy.provisionalBelow())) < 0,
                        Fractions.rounded(coverage, 4),
                        previousScore,
                        components,
                        policyVersion));
    }

    private static Part part(
            int weight, Map<Metric, Anchors> anchors, Map<Metric, BigFraction> metrics) {
        List<BigFraction> scores =
                anchors.entrySet().stream()
                        .filter(entry -> metrics.containsKey(entry.getKey()))
                        .map(entry -> entry.getValue().score(metrics.get(entry.getKey())))
                        .toList();
        Optional<BigFraction> mean =
                scores.stream().reduce(BigFraction::add).map(sum -> sum.divide(scores.size()));
        return new Part(weight, mean, scores.size(), anchors.size());
    }

    private static BigFraction mean(List<Part> parts, int knownWeight) {
        BigFraction sum = BigFraction.ZERO;
        for (Part part : parts) {
            if (part.score().isPresent()) {
                sum = sum.add(part.score().get().multiply(part.weight()));
            }
        }
        return sum.divide(knownWeight);
    }

    /** The known weight times the known share of the metrics that carry weight. */
    private static BigFraction coverage(List<Part> parts, int knownWeight) {
        List<Part> weighted = parts.stream().filter(part -> part.weight() > 0).toList();
        int weight = weighted.stream().mapToInt(Part::weight).sum();
        int known = weighted.stream().mapToInt(Part::known).sum();
        int metrics = weighted.stream().mapToInt(Part::metrics).sum();
        return BigFraction.of(knownWeight, weight).multiply(BigFraction.of(known, metrics));
    }

    private static HealthResult.Component published(
            HealthComponent component,
            Part part,
            Map<Metric, Anchors> anchors,
            Map<Metric, BigFraction> metrics) {
        List<HealthResult.Metric> published = new ArrayList<>();
        anchors.forEach(
                (metric, anchor) -> {
                    Optional<BigFraction> value = Optional.ofNullable(metrics.get(metric));
                    published.add(
                            new HealthResult.Metric(
                                    metric.metricName(),
                                    value.map(v -> Fractions.rounded(v, 4)),
                                    value.map(v -> Fractions.rounded(anchor.score(v), 2))));
                });
        return new HealthResult.Component(
                component.componentName(),
                part.score().map(score -> Fractions.rounded(score, 2)),
                BigDecimal.valueOf(part.weight()),
                published);
    }
}
