package io.customerpulse.rules.risk;

import io.customerpulse.rules.customer.BillingQuestions;
import io.customerpulse.rules.customer.CustomerPolicy;
import io.customerpulse.rules.customer.RecentFacts;
import io.customerpulse.rules.metric.Metric;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The factors that follow from tickets and what customers say of them. */
final class SupportFactors {

    private SupportFactors() {}

    static FactorRule manyTickets(RiskPolicy.MoreThan policy, CustomerPolicy.Recent tickets) {
        return (customer, at) -> {
            RecentFacts opened = customer.support().ticketsOpened();
            List<RecentFacts.Fact> recent = opened.within(at, tickets.window());
            return recent.size() <= policy.moreThan()
                    ? Judgement.absent()
                    : Judgement.present(
                            policy.points(),
                            RecentFacts.evidence(recent),
                            opened.nextLeaving(at, tickets.window()));
        };
    }

    static FactorRule lowCsat(RiskPolicy.Below policy, CustomerPolicy.Ratings csat) {
        return (customer, at) -> {
            RecentFacts all = customer.support().csatAnswers();
            List<RecentFacts.Fact> answers = all.within(at, csat.window());
            if (answers.size() < csat.answersNeeded()) {
                return Judgement.unknown(Metric.CSAT_MEAN, Optional.empty());
            }
            Optional<Instant> next = all.nextLeaving(at, csat.window());
            long sum = answers.stream().mapToLong(RecentFacts.Fact::value).sum();
            return sum < (long) policy.below() * answers.size()
                    ? Judgement.present(policy.points(), RecentFacts.evidence(answers), next)
                    : Judgement.absent(next);
        };
    }

    static FactorRule repeatedPoorCsat(RiskPolicy.Repeated policy) {
        return (customer, at) -> {
            List<RecentFacts.Fact> poor =
                    customer.support().csatAnswers().within(at, policy.within()).stream()
                            .filter(answer -> answer.value() < policy.below())
                            .toList();
            return poor.size() < policy.times()
                    ? Judgement.absent()
                    : Judgement.present(
                            policy.points(),
                            RecentFacts.evidence(poor),
                            Optional.of(poor.get(0).time().plus(policy.within())));
        };
    }

    static FactorRule billingQuestions(RiskPolicy.Lasting policy) {
        return (customer, at) -> {
            List<BillingQuestions.Ticket> counting =
                    customer.support().billingQuestions().tickets().stream()
                            .filter(ticket -> ticket.counts(at, policy.lasts()))
                            .toList();
            if (counting.isEmpty()) {
                return Judgement.absent();
            }
            Judgement present =
                    Judgement.present(
                            policy.points(),
                            RecentCause.newest(
                                    counting.stream().map(t -> t.opened().reference()).toList()),
                            counting.stream()
                                    .flatMap(t -> t.solved().stream())
                                    .map(solved -> solved.plus(policy.lasts()))
                                    .min(Instant::compareTo));
            return counting.stream().noneMatch(BillingQuestions.Ticket::roleKnown)
                    ? present.withLowConfidence()
                    : present;
        };
    }
}
