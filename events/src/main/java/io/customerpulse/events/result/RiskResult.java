package io.customerpulse.events.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/** How likely a customer is to leave, and why. */
public sealed interface RiskResult extends Result {

    /**
     * The points of a customer, after a factor began, ended or changed its points.
     *
     * @param points the sum of the contributions
     * @param score the points clamped to 0–100
     * @param band the band of the points as they stand, without waiting for it to hold
     * @param previousPoints the points announced before, absent for the first
     * @param contributions every factor present; their points add up to {@code points}
     * @param changed the factors that began, ended or have other points
     * @param missing the metrics that are unknown, so that their factors cannot speak
     * @param churned whether the customer has left
     * @param policyVersion the policies that decided it
     */
    record Scored(
            int points,
            int score,
            RiskBand band,
            OptionalInt previousPoints,
            List<Contribution> contributions,
            List<String> changed,
            List<String> missing,
            boolean churned,
            String policyVersion)
            implements RiskResult {

        /**
         * Checks the components.
         *
         * @throws IllegalArgumentException if the contributions do not add up to the points
         */
        public Scored {
            Objects.requireNonNull(band, "band");
            Objects.requireNonNull(previousPoints, "previousPoints");
            Objects.requireNonNull(policyVersion, "policyVersion");
            contributions = List.copyOf(contributions);
            changed = List.copyOf(changed);
            missing = List.copyOf(missing);
            int sum = contributions.stream().mapToInt(Contribution::points).sum();
            if (sum != points) {
                throw new IllegalArgumentException(
                        "the contributions add up to %d, not to %d points".formatted(sum, points));
            }
        }

        @Override
        public ResultType type() {
            return ResultType.RISK_SCORED;
        }

        /** The contributions: a late event may change them at an instant already scored. */
        @Override
        public List<String> distinguisher() {
            List<String> fields = new ArrayList<>();
            fields.add(Boolean.toString(churned));
            contributions.forEach(c -> fields.add(c.factor() + "=" + c.points()));
            return fields;
        }
    }

    /**
     * The customer is in another band: a worse one at once, a better one after it has held.
     *
     * @param from the band announced before
     * @param to the band announced now
     * @param points the points now
     * @param reasons the factors behind the change
     * @param policyVersion the policies that decided it
     */
    record BandChanged(
            RiskBand from, RiskBand to, int points, List<String> reasons, String policyVersion)
            implements RiskResult {

        public BandChanged {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(policyVersion, "policyVersion");
            reasons = List.copyOf(reasons);
        }

        @Override
        public ResultType type() {
            return ResultType.RISK_BAND_CHANGED;
        }

        @Override
        public List<String> distinguisher() {
            return List.of(from.name(), to.name());
        }
    }
}
