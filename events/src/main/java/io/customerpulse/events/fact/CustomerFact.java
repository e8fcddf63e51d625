package io.customerpulse.events.fact;

import java.math.BigDecimal;
import java.time.Instant;

/** Master data of a customer, and the end of it. */
public sealed interface CustomerFact extends Fact {

    /**
     * A patch of the customer's record: see {@link Change}. Money is in the customer's currency.
     */
    record Updated(
            Change<String> name,
            Change<String> industry,
            Change<Integer> employees,
            Change<String> region,
            Change<String> timeZone,
            Change<String> currency,
            Change<BusinessModel> businessModel,
            Change<BigDecimal> annualContractValue,
            Change<BigDecimal> monthlyFee,
            Change<Integer> licensedUsers,
            Change<Instant> contractStart,
            Change<Instant> contractEnd,
            Change<Instant> goLiveTarget,
            Change<Instant> goLiveDate,
            Change<String> executiveSponsor,
            Change<CustomerStatus> status,
            Change<Boolean> internal)
            implements CustomerFact {
        @Override
        public FactType type() {
            return FactType.CUSTOMER_UPDATED;
        }
    }

    /** A privacy request: every piece of state about the customer goes. */
    record Erased() implements CustomerFact {
        @Override
        public FactType type() {
            return FactType.CUSTOMER_ERASED;
        }
    }
}
