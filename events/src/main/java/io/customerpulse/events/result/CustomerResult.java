package io.customerpulse.events.result;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What is measured of a customer. */
public sealed interface CustomerResult extends Result {

    /**
     * A customer's metrics, of which at least one has a new value.
     *
     * @param tier the service tier
     * @param tierAssumed whether the tier stands in because the contract value is unknown
     * @param missing the names of the metrics that are unknown
     * @param policyVersion the policies that decided it
     * @param metrics the known metrics by name, each written as a field of its own, in the names'
     *     order
     */
    record Measured(
            Tier tier,
            boolean tierAssumed,
            List<String> missing,
            String policyVersion,
            @JsonAnySetter @JsonAnyGetter Map<String, BigDecimal> metrics)
            implements CustomerResult {

        public Measured {
            Objects.requireNonNull(tier, "tier");
            Objects.requireNonNull(policyVersion, "policyVersion");
            missing = List.copyOf(missing);
            metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
        }

        @Override
        public ResultType type() {
            return ResultType.CUSTOMER_MEASURED;
        }

        /** The values: a late event may change them at an instant already measured. */
        @Override
        public List<String> distinguisher() {
            List<String> fields = new ArrayList<>();
            fields.add(tier.name());
            metrics.forEach((name, value) -> fields.add(name + "=" + Decimals.canonical(value)));
            return fields;
        }
    }
}
