package io.customerpulse.rules.risk;

import io.customerpulse.rules.customer.ContractTerms;
import io.customerpulse.rules.customer.DatedValue;
import io.customerpulse.rules.customer.Occurrence;
import io.customerpulse.rules.metric.Metric;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The factors that follow from the contract. */
final class ContractFactors {

    private ContractFactors() {}

    static FactorRule contractEnding(RiskPolicy.Lasting policy) {
        return (customer, at) -> {
            Optional<DatedValue<Instant>> end = customer.contract().end();
            if (end.isEmpty()) {
                return Judgement.unknown(Metric.DAYS_TO_RENEWAL, Optional.empty());
            }
            Instant ends = end.get().value();
            Instant begins = ends.minus(policy.lasts());
            if (at.isBefore(begins)) {
                return Judgement.absent(Optional.of(begins));
            }
            return at.isBefore(ends)
                    ? Judgement.present(policy.points(), end.get().by(), Optional.of(ends))
                    : Judgement.absent();
        };
    }

    static FactorRule renewalPastDue(RiskPolicy.Present policy) {
        return (customer, at) -> {
            Optional<DatedValue<Instant>> end = customer.contract().end();
            if (end.isEmpty()) {
                return Judgement.unknown(Metric.DAYS_TO_RENEWAL, Optional.empty());
            }
            return at.isBefore(end.get().value())
                    ? Judgement.absent(Optional.of(end.get().value()))
                    : Judgement.present(policy.points(), end.get().by(), Optional.empty());
        };
    }

    static FactorRule disputed(RiskPolicy.Present policy) {
        return (customer, at) ->
                customer.contract()
                        .disputed()
                        .map(d -> Judgement.present(policy.points(), d, Optional.empty()))
                        .orElseGet(Judgement::absent);
    }

    static FactorRule priceIncrease(RiskPolicy.PriceIncrease policy) {
        return (customer, at) -> {
            Optional<Occurrence> increase = customer.contract().priceIncreased();
            Optional<Instant> ends = increase.map(i -> i.time().plus(policy.lasts()));
            return ends.filter(end -> end.isAfter(at)).isPresent()
                    ? Judgement.present(policy.points(), increase.get(), ends)
                    : Judgement.absent();
        };
    }

    static FactorRule multiYear(RiskPolicy.MultiYear policy) {
        return (customer, at) -> {
            ContractTerms contract = customer.contract();
            boolean running = contract.end().filter(e -> e.value().isAfter(at)).isPresent();
            return running && contract.lastsMonths(policy.months())
                    ? Judgement.present(
                            policy.points(),
                            evidence(contract),
                            contract.end().map(DatedValue::value))
                    : Judgement.absent();
        };
    }

    private static List<String> evidence(ContractTerms contract) {
        return Stream.of(contract.start(), contract.end())
                .flatMap(Optional::stream)
                .map(DatedValue::by)
                .distinct()
                .sorted(Comparator.comparing(Occurrence::time))
                .map(Occurrence::reference)
                .toList();
    }

    static FactorRule noExpansion(RiskPolicy.Overdue policy) {
        return (customer, at) -> {
            Optional<DatedValue<Instant>> signed = customer.contract().signed();
            if (signed.isEmpty()) {
                return Judgement.absent();
            }
            Optional<Occurrence> talk = customer.engagement().lastExpansionTalk();
            Instant begins =
                    later(
                                    signed.get().value(),
                                    talk.map(Occurrence::time).orElse(signed.get().value()),
                                    customer.life().firstSeen().orElseThrow())
                            .plus(policy.after());
            return at.isBefore(begins)
                    ? Judgement.absent(Optional.of(begins))
                    : Judgement.present(
                            policy.points(), talk.orElse(signed.get().by()), Optional.empty());
        };
    }

    private static Instant later(Instant... instants) {
        return Stream.of(instants).max(Instant::compareTo).orElseThrow();
    }
}
