package io.customerpulse.events.result;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How well a customer does. */
public sealed interface HealthResult extends Result {

    /**
     * A new health score, zone or coverage.
     *
     * @param score 0–100, two decimals
     * @param score10 the score over ten
     * @param zone decided on the unrounded score
     * @param provisional whether too little is known for the score to be acted upon
     * @param coverage 0–1, the share of the weight that rests on known metrics
     * @param previousScore the score announced before, absent for the first
     * @param components the parts of the score
     * @param policyVersion the policies that decided it
     */
    record Scored(
            BigDecimal score,
            BigDecimal score10,
            HealthZone zone,
            boolean provisional,
            BigDecimal coverage,
            Optional<BigDecimal> previousScore,
            List<Component> components,
            String policyVersion)
            implements HealthResult {

        public Scored {
            Objects.requireNonNull(score, "score");
            Objects.requireNonNull(score10, "score10");
            Objects.requireNonNull(zone, "zone");
            Objects.requireNonNull(coverage, "coverage");
            Objects.requireNonNull(previousScore, "previousScore");
            Objects.requireNonNull(policyVersion, "policyVersion");
            components = List.copyOf(components);
        }

        @Override
        public ResultType type() {
            return ResultType.HEALTH_SCORED;
        }

        /** The score itself: a late event may change it at an instant already scored. */
        @Override
        public List<String> distinguisher() {
            return List.of(Decimals.canonical(score), zone.name(), Decimals.canonical(coverage));
        }
    }

    /**
     * A part of the health score.
     *
     * @param name the component's name in the policy
     * @param score 0–10, absent while none of its metrics is known
     * @param weight its share of the whole, in percent
     * @param metrics what it is made of
     */
    record Component(
            String name, Optional<BigDecimal> score, BigDecimal weight, List<Metric> metrics) {

        public Component {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(score, "score");
            Objects.requireNonNull(weight, "weight");
            metrics = List.copyOf(metrics);
        }
    }

    /**
     * A metric of a component.
     *
     * @param name the metric's name
     * @param value its value, absent while unknown
     * @param score 0–10, absent while unknown
     */
    record Metric(String name, Optional<BigDecimal> value, Optional<BigDecimal> score) {

        public Metric {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(score, "score");
        }
    }
}
