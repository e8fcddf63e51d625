package io.customerpulse.rules.risk;

import io.customerpulse.rules.customer.CustomerPolicy;
import io.customerpulse.rules.customer.RecentFacts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The factors that follow from tickets and what customers say of them. */
final class SupportFactors {

    private SupportFactors() {}

    static FactorRule manyTickets(RiskPolicy.ManyTickets policy, CustomerPolicy.Tickets tickets) {
        return (customer, at) -> {
            List<RecentFacts.Fact> opened = customer.ticketsOpened().within(at, tickets.window());
            if (opened.size() <= policy.moreThan()) {
                return Judgement.absent(Optional.empty());
            }
            return Judgement.present(
                    policy.points(),
                    RecentFacts.evidence(opened),
                    customer.ticketsOpened().nextLeaving(at, tickets.window()));
        };
    }

    static FactorRule lowCsat(RiskPolicy.LowCsat policy, CustomerPolicy.Csat csat) {
        return (customer, at) -> {
            List<RecentFacts.Fact> answers = customer.csatAnswers().within(at, csat.window());
            if (answers.size() < csat.answersNeeded()) {
                return Judgement.unknown("csatMean", Optional.empty());
            }
            Optional<Instant> next = customer.csatAnswers().nextLeaving(at, csat.window());
            long sum = answers.stream().mapToLong(RecentFacts.Fact::value).sum();
            return sum < (long) policy.below() * answers.size()
                    ? Judgement.present(policy.points(), RecentFacts.evidence(answers), next)
                    : Judgement.absent(next);
        };
    }
}
