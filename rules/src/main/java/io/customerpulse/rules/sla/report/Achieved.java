package io.customerpulse.rules.sla.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** The share of the clocks decided that were met. */
final class Achieved {

    private Achieved() {}

    /** In percent, two decimals, half up; empty when nothing was decided. */
    static Optional<BigDecimal> percent(int met, int breached) {
        if (met + breached == 0) {
            return Optional.empty();
        }
        return Optional.of(
                BigDecimal.valueOf(100L * met)
                        .divide(BigDecimal.valueOf(met + breached), 2, RoundingMode.HALF_UP));
    }
}
