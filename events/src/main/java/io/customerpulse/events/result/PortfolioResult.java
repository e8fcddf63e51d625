package io.customerpulse.events.result;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** How groups of customers stand. */
public sealed interface PortfolioResult extends Result {

    /**
     * A group of customers at an instant; the event's subject is the group.
     *
     * @param dimension what the customers are grouped by
     * @param group the group's value in that dimension
     * @param customers how many customers are in it
     * @param annualContractValue what they pay a year together
     * @param bands their parts by announced risk band
     * @param zones their parts by health zone; customers without a score are in none
     * @param averageRisk the mean of the risk scores, 0–100
     * @param averageHealth the mean of the health scores, 0–100
     * @param nps the net promoter score of the group
     * @param policyVersion the policies that decided it
     */
    record Measured(
            String dimension,
            String group,
            int customers,
            BigDecimal annualContractValue,
            Map<RiskBand, Part> bands,
            Map<HealthZone, Part> zones,
            Optional<BigDecimal> averageRisk,
            Optional<BigDecimal> averageHealth,
            Optional<BigDecimal> nps,
            String policyVersion)
            implements PortfolioResult {

        public Measured {
            Objects.requireNonNull(dimension, "dimension");
            Objects.requireNonNull(group, "group");
            Objects.requireNonNull(annualContractValue, "annualContractValue");
            Objects.requireNonNull(averageRisk, "averageRisk");
            Objects.requireNonNull(averageHealth, "averageHealth");
            Objects.requireNonNull(nps, "nps");
            Objects.requireNonNull(policyVersion, "policyVersion");
            bands = ordered(RiskBand.class, bands);
            zones = ordered(HealthZone.class, zones);
        }

        private static <K extends Enum<K>> Map<K, Part> ordered(Class<K> keys, Map<K, Part> parts) {
            Map<K, Part> ordered = new EnumMap<>(keys);
            ordered.putAll(parts);
            return Collections.unmodifiableMap(ordered);
        }

        @Override
        public ResultType type() {
            return ResultType.PORTFOLIO_MEASURED;
        }

        @Override
        public List<String> distinguisher() {
            return List.of(dimension, group);
        }
    }

    /**
     * A part of a group.
     *
     * @param customers how many customers are in it
     * @param annualContractValue what they pay a year together
     */
    record Part(int customers, BigDecimal annualContractValue) {

        public Part {
            Objects.requireNonNull(annualContractValue, "annualContractValue");
        }
    }
}
