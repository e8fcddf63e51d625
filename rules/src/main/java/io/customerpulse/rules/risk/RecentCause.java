package io.customerpulse.rules.risk;

import io.customerpulse.rules.customer.CustomerRecord;
import io.customerpulse.rules.customer.Occurrence;
import io.customerpulse.rules.customer.OpenCauses;
import io.customerpulse.rules.customer.RecentFacts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The two shapes that many factors share. */
final class RecentCause {

    private RecentCause() {}

    /** Present while any of the facts is younger than the policy says. */
    static FactorRule lasting(
            RiskPolicy.Lasting policy, Function<CustomerRecord, RecentFacts> facts) {
        return (customer, at) -> {
            List<RecentFacts.Fact> counting = facts.apply(customer).within(at, policy.lasts());
            return counting.isEmpty()
                    ? Judgement.absent()
                    : Judgement.present(
                            policy.points(),
                            RecentFacts.evidence(counting),
                            facts.apply(customer).nextLeaving(at, policy.lasts()));
        };
    }

    /** Present while any of the causes has been open for as long as the policy says. */
    static FactorRule openTooLong(
            RiskPolicy.Overdue policy, Function<CustomerRecord, OpenCauses> causes) {
        return (customer, at) -> {
            List<Occurrence> open = causes.apply(customer).all();
            List<String> tooLong =
                    open.stream()
                            .filter(cause -> !cause.time().plus(policy.after()).isAfter(at))
                            .map(Occurrence::reference)
                            .toList();
            Optional<Instant> next =
                    open.stream()
                            .map(cause -> cause.time().plus(policy.after()))
                            .filter(turn -> turn.isAfter(at))
                            .findFirst();
            return tooLong.isEmpty()
                    ? Judgement.absent(next)
                    : Judgement.present(policy.points(), newest(tooLong), next);
        };
    }

    /** As many of the newest references as evidence names. */
    static List<String> newest(List<String> references) {
        return references.stream()
                .skip(Math.max(0, references.size() - RecentFacts.EVIDENCE))
                .toList();
    }
}
