package io.customerpulse.rules.sla;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * What a tier is owed for missed targets, in percent of the monthly fee ({@code
 * docs/sla-credits.md}).
 *
 * @param response for one missed response
 * @param resolution for one missed resolution or workaround
 * @param repeated what a month with repeated misses gives at least; 0 where nothing is promised
 */
public record CreditTerms(BigDecimal response, BigDecimal resolution, BigDecimal repeated)
        implements Serializable {

    public CreditTerms {
        Objects.requireNonNull(response, "response");
        Objects.requireNonNull(resolution, "resolution");
        Objects.requireNonNull(repeated, "repeated");
    }
}
