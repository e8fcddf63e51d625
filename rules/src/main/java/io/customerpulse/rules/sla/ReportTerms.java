package io.customerpulse.rules.sla;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * How a tier is reported on ({@code docs/sla-credits.md}).
 *
 * @param cadence how long a reported period is
 * @param targetPercent how many of the clocks decided are promised to be met, 0–100
 */
public record ReportTerms(Cadence cadence, BigDecimal targetPercent) implements Serializable {

    /** How long a reported period is: a calendar month or quarter. */
    public enum Cadence {
        MONTHLY,
        QUARTERLY
    }

    public ReportTerms {
        Objects.requireNonNull(cadence, "cadence");
        Objects.requireNonNull(targetPercent, "targetPercent");
    }
}
