package io.customerpulse.events.result;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Which segment a customer belongs to. */
public sealed interface SegmentResult extends Result {

    /** The way of dividing customers that the segment belongs to. */
    SegmentScheme scheme();

    /**
     * A customer's segment in a scheme.
     *
     * @param scheme the scheme
     * @param segment the segment's name in the policy
     * @param distance how far the customer is from the segment's center, in schemes that have one
     * @param features what the assignment rests on, by name
     * @param policyVersion the policies that decided it
     */
    record Assigned(
            SegmentScheme scheme,
            String segment,
            Optional<BigDecimal> distance,
            Map<String, BigDecimal> features,
            String policyVersion)
            implements SegmentResult {

        public Assigned {
            Objects.requireNonNull(scheme, "scheme");
            Objects.requireNonNull(segment, "segment");
            Objects.requireNonNull(distance, "distance");
            Objects.requireNonNull(policyVersion, "policyVersion");
            features = Collections.unmodifiableSortedMap(new TreeMap<>(features));
        }

        @Override
        public ResultType type() {
            return ResultType.SEGMENT_ASSIGNED;
        }

        @Override
        public List<String> distinguisher() {
            return List.of(scheme.name(), segment);
        }
    }

    /**
     * A customer went from one segment to another.
     *
     * @param scheme the scheme
     * @param from the segment before
     * @param to the segment now
     * @param direction where the move leads in the order of value
     * @param significant whether people should look at it
     * @param distance how far the customer is from the new segment's center, where there is one
     * @param reasons the features that moved most
     * @param policyVersion the policies that decided it
     */
    record Moved(
            SegmentScheme scheme,
            String from,
            String to,
            MoveDirection direction,
            boolean significant,
            Optional<BigDecimal> distance,
            List<String> reasons,
            String policyVersion)
            implements SegmentResult {

        public Moved {
            Objects.requireNonNull(scheme, "scheme");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(direction, "direction");
            Objects.requireNonNull(distance, "distance");
            Objects.requireNonNull(policyVersion, "policyVersion");
            reasons = List.copyOf(reasons);
        }

        @Override
        public ResultType type() {
            return ResultType.CLUSTER_MOVED;
        }

        @Override
        public List<String> distinguisher() {
            return List.of(scheme.name(), from, to);
        }
    }
}
