package io.customerpulse.events.fact;

import java.util.Optional;

/** Payments and subscriptions. */
public sealed interface PaymentFact extends Fact {

    /** A payment failed. */
    record Failed(Optional<String> invoiceId) implements PaymentFact {
        @Override
        public FactType type() {
            return FactType.PAYMENT_FAILED;
        }
    }

    /** A failed payment came through. */
    record Recovered(Optional<String> invoiceId) implements PaymentFact {
        @Override
        public FactType type() {
            return FactType.PAYMENT_RECOVERED;
        }
    }

    /** The customer wants a smaller subscription. */
    record DowngradeRequested(Optional<String> invoiceId) implements PaymentFact {
        @Override
        public FactType type() {
            return FactType.SUBSCRIPTION_DOWNGRADE_REQUESTED;
        }
    }
}
