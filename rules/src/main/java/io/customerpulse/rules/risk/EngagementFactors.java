package io.customerpulse.rules.risk;

import io.customerpulse.rules.customer.CustomerPolicy;
import io.customerpulse.rules.customer.Occurrence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The factors that follow from reviews and talks about more business. */
final class EngagementFactors {

    private EngagementFactors() {}

    /** Reviews are due from the later of go-live, the last one attended and first seen. */
    static FactorRule noReview(RiskPolicy.Overdue policy, CustomerPolicy customerPolicy) {
        return (customer, at) -> {
            Optional<Occurrence> last = customer.engagement().lastReview();
            Optional<Instant> start =
                    Stream.of(customer.implementation().goLive(), last.map(Occurrence::time))
                            .flatMap(Optional::stream)
                            .max(Instant::compareTo);
            if (start.isEmpty()) {
                return Judgement.absent();
            }
            Duration cadence =
                    customerPolicy
                            .reviews()
                            .cadence()
                            .get(customerPolicy.tiers().of(customer.contractValue().current()));
            Instant begins =
                    later(start.get(), customer.life().firstSeen().orElseThrow())
                            .plus(cadence)
                            .plus(policy.after());
            return at.isBefore(begins)
                    ? Judgement.absent(Optional.of(begins))
                    : Judgement.present(
                            policy.points(),
                            last.map(Occurrence::reference).stream().toList(),
                            Optional.empty());
        };
    }

    /** Every opportunity counts for itself from the last time it was discussed. */
    static FactorRule expansionOngoing(RiskPolicy.Lasting policy) {
        return (customer, at) -> {
            List<Occurrence> ongoing =
                    customer.engagement().opportunities().all().stream()
                            .filter(talk -> talk.time().plus(policy.lasts()).isAfter(at))
                            .toList();
            return ongoing.isEmpty()
                    ? Judgement.absent()
                    : Judgement.present(
                            policy.points(),
                            RecentCause.newest(
                                    ongoing.stream().map(Occurrence::reference).toList()),
                            Optional.of(ongoing.get(0).time().plus(policy.lasts())));
        };
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
