package io.customerpulse.events.fact;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** What happens to a customer's contract. */
public sealed interface ContractFact extends Fact {

    /** A new contract; {@code start} left out means the event's time. */
    record Signed(
            Instant end,
            Optional<Instant> start,
            Optional<BigDecimal> annualContractValue,
            Optional<BigDecimal> monthlyFee)
            implements ContractFact {
        @Override
        public FactType type() {
            return FactType.CONTRACT_SIGNED;
        }
    }

    /** The contract goes on; {@code start} left out means the previous end. */
    record Renewed(
            Instant end,
            Optional<Instant> start,
            Optional<BigDecimal> annualContractValue,
            Optional<BigDecimal> monthlyFee)
            implements ContractFact {
        @Override
        public FactType type() {
            return FactType.CONTRACT_RENEWED;
        }
    }

    /** The price moved by this many percent. */
    record PriceChanged(BigDecimal changePercent) implements ContractFact {
        @Override
        public FactType type() {
            return FactType.CONTRACT_PRICE_CHANGED;
        }
    }

    /** The customer disputes the contract. */
    record Disputed() implements ContractFact {
        @Override
        public FactType type() {
            return FactType.CONTRACT_DISPUTED;
        }
    }

    /** The contract is being negotiated. */
    record NegotiationStarted() implements ContractFact {
        @Override
        public FactType type() {
            return FactType.CONTRACT_NEGOTIATION_STARTED;
        }
    }

    /** Dispute or negotiation is over. */
    record Settled() implements ContractFact {
        @Override
        public FactType type() {
            return FactType.CONTRACT_SETTLED;
        }
    }

    /** The contract ended; the customer has churned. */
    record Terminated(Optional<String> reason) implements ContractFact {
        @Override
        public FactType type() {
            return FactType.CONTRACT_TERMINATED;
        }
    }

    /** The number of seats the customer pays for. */
    record SeatsChanged(int licensedUsers) implements ContractFact {
        @Override
        public FactType type() {
            return FactType.SEATS_CHANGED;
        }
    }
}
