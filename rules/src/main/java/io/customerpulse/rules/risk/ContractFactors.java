package io.customerpulse.rules.risk;

import io.customerpulse.rules.customer.DatedValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The factors that follow from the contract's dates. */
final class ContractFactors {

    private static final String METRIC = "daysToRenewal";

    private ContractFactors() {}

    static FactorRule contractEnding(RiskPolicy.ContractEnding policy) {
        return (customer, at) -> {
            Optional<DatedValue<Instant>> end = customer.account().contractEnd();
            if (end.isEmpty()) {
                return Judgement.unknown(METRIC, Optional.empty());
            }
            Instant ends = end.get().value();
            Instant begins = ends.minus(policy.within());
            if (at.isBefore(begins)) {
                return Judgement.absent(Optional.of(begins));
            }
            return at.isBefore(ends)
                    ? Judgement.present(policy.points(), evidence(end.get()), Optional.of(ends))
                    : Judgement.absent(Optional.empty());
        };
    }

    static FactorRule renewalPastDue(RiskPolicy.RenewalPastDue policy) {
        return (customer, at) -> {
            Optional<DatedValue<Instant>> end = customer.account().contractEnd();
            if (end.isEmpty()) {
                return Judgement.unknown(METRIC, Optional.empty());
            }
            return at.isBefore(end.get().value())
                    ? Judgement.absent(Optional.of(end.get().value()))
                    : Judgement.present(policy.points(), evidence(end.get()), Optional.empty());
        };
    }

    private static List<String> evidence(DatedValue<Instant> end) {
        return List.of(end.by().reference());
    }
}
