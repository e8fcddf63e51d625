package io.customerpulse.rules.policy;

import io.customerpulse.rules.health.Anchors;
import io.customerpulse.rules.health.HealthComponent;
import io.customerpulse.rules.health.HealthPolicy;
import io.customerpulse.rules.metric.Fraction;
import io.customerpulse.rules.metric.Metric;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads {@code health.yaml}. */
final class HealthPolicyReader {

    private static final BigDecimal LARGEST = new BigDecimal("1e9");

    private final PolicySection document;

    HealthPolicyReader(PolicySection document) {
        this.document = document;
    }

    HealthPolicy read() {
        PolicySection zones = document.section("zones");
        int yellowFrom = zones.whole("yellowFrom", 1, 99);
        int greenFrom = zones.whole("greenFrom", 1, 100);
        if (zones.sound("yellowFrom", "greenFrom") && greenFrom <= yellowFrom) {
            zones.problem(
                    "greenFrom",
                    "must be more than yellowFrom (%d) or the zones overlap, but is %d"
                            .formatted(yellowFrom, greenFrom));
        }
        return new HealthPolicy(
                weights(),
                anchors(),
                yellowFrom,
                greenFrom,
                Fraction.of(document.decimal("provisionalBelow", BigDecimal.ZERO, BigDecimal.ONE)));
    }

    /** Every profile is checked, the chosen one is used. */
    private Map<HealthComponent, Integer> weights() {
        String chosen = document.text("profile");
        PolicySection profiles = document.section("profiles");
        Map<HealthComponent, Integer> weights = new EnumMap<>(HealthComponent.class);
        for (String name : profiles.keys()) {
            Map<HealthComponent, Integer> profile = profile(profiles.section(name), profiles, name);
            if (name.equals(chosen)) {
                weights.putAll(profile);
            }
        }
        if (weights.isEmpty()) {
            document.problem(
                    "profile",
                    "names no profile: \"%s\"; there are %s".formatted(chosen, profiles.keys()));
        }
        return weights;
    }

    private static Map<HealthComponent, Integer> profile(
            PolicySection profile, PolicySection profiles, String name) {
        Map<HealthComponent, Integer> weights = new EnumMap<>(HealthComponent.class);
        for (HealthComponent component : HealthComponent.values()) {
            weights.put(component, profile.whole(component.componentName(), 0, 100));
        }
        int sum = weights.values().stream().mapToInt(Integer::intValue).sum();
        boolean sound =
                Arrays.stream(HealthComponent.values())
                        .allMatch(component -> profile.sound(component.componentName()));
        if (sound && sum != 100) {
            profiles.problem(name, "the weights must add up to 100, but add up to " + sum);
        }
        return weights;
    }

    private Map<HealthComponent, Map<Metric, Anchors>> anchors() {
        List<BigDecimal> scores = document.decimals("scores", BigDecimal.ZERO, BigDecimal.TEN);
        refuseFalling(document, "scores", scores);
        PolicySection components = document.section("components");
        Map<HealthComponent, Map<Metric, Anchors>> anchors = new EnumMap<>(HealthComponent.class);
        for (HealthComponent component : HealthComponent.values()) {
            anchors.put(component, metrics(components.section(component.componentName()), scores));
        }
        return anchors;
    }

    private static Map<Metric, Anchors> metrics(PolicySection component, List<BigDecimal> scores) {
        Map<Metric, Anchors> metrics = new LinkedHashMap<>();
        for (String name : component.keys()) {
            List<BigDecimal> values = component.decimals(name, LARGEST.negate(), LARGEST);
            if (component.sound(name) && values.size() != scores.size()) {
                component.problem(
                        name,
                        "must have as many anchors as there are scores (%d), but has %d"
                                .formatted(scores.size(), values.size()));
            }
            refuseFalling(component, name, values);
            Metric.named(name)
                    .ifPresentOrElse(
                            metric -> metrics.put(metric, Anchors.of(values, scores)),
                            () -> component.problem(name, unknownMetric()));
        }
        return metrics;
    }

    private static String unknownMetric() {
        return "is not a metric; known are "
                + Arrays.stream(Metric.values())
                        .map(Metric::metricName)
                        .collect(Collectors.joining(", "));
    }

    private static void refuseFalling(PolicySection section, String key, List<BigDecimal> values) {
        for (int i = 1; i < values.size(); i++) {
            if (values.get(i).compareTo(values.get(i - 1)) <= 0) {
                section.problem(
                        key,
                        "the anchors must rise, but %s follows %s"
                                .formatted(
                                        values.get(i).toPlainString(),
                                        values.get(i - 1).toPlainString()));
            }
        }
    }
}
