package io.customerpulse.events.fact;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Orders and returns. Amounts are in the customer's currency. */
public sealed interface OrderFact extends Fact {

    /** An order. */
    record Placed(
            String orderId, BigDecimal amount, List<String> products, Optional<String> promotion)
            implements OrderFact {
        @Override
        public FactType type() {
            return FactType.ORDER_PLACED;
        }
    }

    /** Goods that came back. */
    record Returned(
            String orderId, BigDecimal amount, List<String> products, Optional<String> promotion)
            implements OrderFact {
        @Override
        public FactType type() {
            return FactType.ORDER_RETURNED;
        }
    }
}
