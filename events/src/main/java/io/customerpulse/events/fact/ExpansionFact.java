package io.customerpulse.events.fact;

import java.math.BigDecimal;
import java.util.Optional;

/** Talks about more business. */
public sealed interface ExpansionFact extends Fact {

    /** An expansion is being discussed. */
    record Discussed(Optional<String> opportunityId, Optional<BigDecimal> amount)
            implements ExpansionFact {
        @Override
        public FactType type() {
            return FactType.EXPANSION_DISCUSSED;
        }
    }

    /** An expansion was won. */
    record Won(Optional<String> opportunityId, Optional<BigDecimal> amount)
            implements ExpansionFact {
        @Override
        public FactType type() {
            return FactType.EXPANSION_WON;
        }
    }

    /** An expansion came to nothing. */
    record Closed(Optional<String> opportunityId, Optional<BigDecimal> amount)
            implements ExpansionFact {
        @Override
        public FactType type() {
            return FactType.EXPANSION_CLOSED;
        }
    }
}
